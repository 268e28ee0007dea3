"""Passages that two texts share, counted in characters; what both quote does not count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.pointers.drafts import Span
from app.pointers.parsing.figures import figures
from app.tasks.parsing import GRAM, grams, letters

FEWEST: Final = 30
"""Fewer equal characters than these are how people speak, not a copy."""
COPIED: Final = 0.7
REPEATED: Final = 0.8


@dataclass(frozen=True)
class Alike:
    """How much of a text stands in another one too."""

    total: int
    """Characters of our own wording: without blanks, punctuation and quotes of the target."""
    equal: int
    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]

    @property
    def share(self) -> float:
        return self.equal / self.total if self.total else 0


def compare(text: str, other: str, quoted: Iterable[str] = ()) -> Alike:
    """Compare a text with another; what stands in the `quoted` ones is nobody's own wording."""
    quotes = {gram for one in quoted for gram in grams(one)}
    own = [not is_quote for is_quote in _covered(text, quotes)]
    shared = _covered(text, set(grams(other)))
    ours = [mine and both for mine, both in zip(own, shared, strict=True)]
    theirs = [
        both and not is_quote
        for both, is_quote in zip(
            _covered(other, set(grams(text))), _covered(other, quotes), strict=True
        )
    ]
    return Alike(sum(own), sum(ours), _spans(text, ours), _spans(other, theirs))


def is_copy(alike: Alike) -> bool:
    """Whether a text is nearly that of another task."""
    return alike.equal >= FEWEST and alike.share >= COPIED


def is_repetition(alike: Alike, text: str, before: str) -> bool:
    """Whether a text says again what it said last period, with no figure that is new."""
    same_figures = figures(text) <= figures(before)
    return alike.equal >= FEWEST and alike.share >= REPEATED and same_figures


def _covered(text: str, known: set[str]) -> list[bool]:
    """Of each character that counts, whether it lies in a known run."""
    own = grams(text)
    covered = [False] * len(letters(text))
    for at, gram in enumerate(own):
        if gram in known:
            covered[at : at + GRAM] = [True] * GRAM
    return covered


def _spans(text: str, marked: Sequence[bool]) -> tuple[Span, ...]:
    """Where the marked characters stand in the text, with what lies between neighbours."""
    found: list[Span] = []
    before = False
    for (at, _), here in zip(letters(text), marked, strict=True):
        if here and before:
            found[-1] = (found[-1][0], at + 1)
        elif here:
            found.append((at, at + 1))
        before = here
    return tuple(found)
