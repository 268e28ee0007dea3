"""A case while it is read: pieces of text by field, each with its lines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.intake.parsing.cases.labels import CaseField


@dataclass(frozen=True, slots=True)
class CasePiece:
    field: CaseField
    label: str
    text: str
    lines: tuple[int, ...]


HARD_BREAK = re.compile(
    r"(?<![。；;！？:：])\n(?!\s*(?:\d{1,2}[.、．](?!\d)|[(（][\d一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]))"
)
"""A line that ends within a sentence: the cell was too narrow."""


def _joined(text: str) -> str:
    return HARD_BREAK.sub("", text) if "\n" in text else text


@dataclass
class CaseDraft:
    pieces: list[CasePiece] = field(default_factory=list)
    batch: dict[str, int | str] | None = None
    guessed: bool = False
    """Cut where the document shows no border: a person has to look."""
    origin: str | None = None
    """The row that this one mends, as our own column names it."""
    columns: frozenset[CaseField] = frozenset()
    """What the table has columns for."""

    def add(self, name: CaseField, text: str, lines: Iterable[int], label: str = "") -> None:
        self.pieces.append(CasePiece(name, label, text, tuple(lines)))

    def of(self, name: CaseField) -> list[CasePiece]:
        return [piece for piece in self.pieces if piece.field is name]

    def text(self, name: CaseField) -> str | None:
        """The text of a field, several pieces one below the other."""
        parts = [_joined(piece.text) for piece in self.of(name) if piece.text]
        return "\n".join(parts) or None

    @property
    def lines(self) -> list[int]:
        return [number for piece in self.pieces for number in piece.lines]


STATE = re.compile(r"(?:已|阶段性|未)?办结|正在办理|办理中|已销号")


def settle_status(draft: CaseDraft) -> CaseDraft:
    """Of two columns for what was done, one that says 已办结 alone tells the status."""
    deeds = draft.of(CaseField.HANDLING)
    if len(deeds) == 1 or draft.of(CaseField.STATUS):
        return draft
    pieces = [
        replace(piece, field=CaseField.STATUS)
        if piece in deeds and STATE.fullmatch(piece.text)
        else piece
        for piece in draft.pieces
    ]
    return replace(draft, pieces=pieces)
