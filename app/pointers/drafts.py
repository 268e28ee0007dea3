"""What a pointer is before anybody judged it, and what a person says who did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from app.pointers.vocabulary import PointerKind, Verdict

Span = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """One of the things to look at: a text with marked spans, or a piece of evidence.

    `task_id` is whose it is: who may not see that task is not shown the side.
    """

    task_id: int
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    marked: tuple[Span, ...] = ()
    token: str = ""


@dataclass(frozen=True)
class Pointer:
    """A sign that something does not add up, with its reason; never a verdict.

    `key` names for good what it points at. `message` is a catalogue text; its place %(other)s is
    another task, filled in for who may see it.
    """

    kind: PointerKind
    key: str
    message: str
    values: Mapping[str, Any]
    sides: tuple[Side, ...] = ()
    other_task_id: int | None = None

    @property
    def fingerprint(self) -> str:
        """The same for the same facts whenever they are looked at."""
        return sha256(f"{self.kind}:{self.key}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class JudgementDraft:
    """What somebody found who looked."""

    verdict: Verdict
    words: str
