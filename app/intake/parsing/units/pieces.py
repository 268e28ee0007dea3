"""Cutting a list of units at its separators, never inside brackets."""

import re
from dataclasses import dataclass

from app.intake.parsing.units import departments as known
from app.intake.parsing.units.people import Person
from app.intake.parsing.units.phrase import UnitRole

BLANKS = " \t\n\r\u3000\xa0"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
SEPARATORS = "、,，;；。/／|｜+" + CIRCLED + BLANKS
OPENING, CLOSING = "(（[【〔", ")）]】〕"
CLAUSE_ENDS = frozenset(";；。")
LONGEST = 200
"""Signs; a piece without a separator that is longer is no list of names."""
AND = re.compile(r"以及|和|及|与|暨")


@dataclass(frozen=True)
class Piece:
    """One entry of the list, with what was taken off its name."""

    text: str
    before: str = ""
    """The separator in front of it."""
    role: UnitRole | None = None
    reaches_back: bool = False
    """Whether the role is also that of the pieces before: 甲、乙配合, but not 甲、乙(配合)."""
    shared: bool = False
    """Whether its end was taken from the place that follows it."""
    notes: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()

    @property
    def after_blank(self) -> bool:
        return self.before in BLANKS and self.before != ""


def cut(text: str) -> list[Piece]:
    """Return the pieces between separators, each with the separator in front of it."""
    pieces: list[Piece] = []
    current, before, depth = "", "", 0
    for sign in text:
        depth = max(depth + (sign in OPENING) - (sign in CLOSING), 0)
        if depth or sign not in SEPARATORS:
            current += sign
            continue
        if current:
            pieces.append(Piece(current, before))
            current, before = "", ""
        before = _stronger(before, sign)
    if current:
        pieces.append(Piece(current, before))
    return [part for piece in pieces for part in _cut_at_and(piece)]


def _stronger(before: str, sign: str) -> str:
    return before if sign in BLANKS and before else sign


def _cut_at_and(piece: Piece) -> list[Piece]:
    """Cut 松湾区政府和市水利局 in two, but not 市住房和城乡建设局 or 各县党委和政府."""
    if len(piece.text) > LONGEST:
        return [piece]
    for match in AND.finditer(piece.text):
        left, right = piece.text[: match.start()], piece.text[match.end() :]
        if _joins_units(left, right):
            return [Piece(left, piece.before), *_cut_at_and(Piece(right, "和"))]
    return [piece]


def _joins_units(left: str, right: str) -> bool:
    if _open_bracket(left) or known.BARE_BODY.fullmatch(right):
        return False
    if left.startswith("各") and not known.JOINABLE.fullmatch(left):
        return right.startswith("各")
    complete = known.JOINABLE.fullmatch(left) or known.BARE_PLACE.fullmatch(left)
    return bool(complete and _is_whole(right))


def _is_whole(right: str) -> bool:
    named = known.JOINABLE.match(right) or known.BARE_PLACE.fullmatch(right)
    return bool(named) and len(right) > len("县政")


def _open_bracket(text: str) -> bool:
    return sum(text.count(sign) for sign in OPENING) > sum(text.count(sign) for sign in CLOSING)
