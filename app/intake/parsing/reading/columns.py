"""Rows of a table pasted as text: pipes, tabs, commas or wide blanks between the cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.labels import field_of

PIPES: Final = re.compile(r"\s*[|｜│┃]\s*")
TABS: Final = re.compile(r"\t")
COMMAS: Final = re.compile(r"[,，](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")
BLANKS: Final = re.compile(r"\s{2,}|\u3000+")
LEAST_LABELS: Final = 3
LOOKED_AT: Final = 40
LONGEST: Final = 4_000


@dataclass(frozen=True)
class Splitter:
    """How the rows of one document are cut; pipes and tabs always cut."""

    extra: re.Pattern[str] | None = None

    def is_open(self, text: str) -> bool:
        """A quoted cell of a tab or comma row goes on in the next line."""
        if text.count('"') % 2 == 0 or not ("\t" in text or self.extra is COMMAS):
            return False
        return text.startswith('"') or '\t"' in text or ',"' in text

    def cells(self, text: str) -> tuple[str, ...] | None:
        if "\t" in text.strip() or (text.startswith("\t\t") and text.strip()):
            return _unquoted(TABS.split(text.rstrip("\n")))
        if any(pipe in text for pipe in "|｜│┃"):
            return _piped(text)
        if self.extra is None or len(text) > LONGEST:
            return None
        cells = self.extra.split(text.strip())
        return _unquoted(cells) if len(cells) >= LEAST_LABELS else None


def splitter_for(texts: Sequence[str]) -> Splitter:
    """Find a header cut by commas or wide blanks; only then do these cut."""
    for text in texts[:LOOKED_AT]:
        if len(text) > LONGEST or "|" in text or "\t" in text:
            continue
        for pattern in (COMMAS, BLANKS):
            cells = pattern.split(text.strip())
            named = sum(field_of(cell) is not None for cell in cells)
            if named >= LEAST_LABELS and named * 2 > len(cells):
                return Splitter(pattern)
    return Splitter()


def _piped(text: str) -> tuple[str, ...] | None:
    """Cells between pipes; an outer pipe on both sides is a border, an only one ends a cell."""
    stripped = text.strip()
    cells = PIPES.split(stripped)
    if stripped[0] in "|｜│┃":
        cells = cells[1:]
    if cells and stripped[-1] in "|｜│┃" and not cells[-1]:
        cells = cells[:-1]
    return tuple(cells) if len(cells) > 1 else None


def _unquoted(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(_plain(cell.strip()) for cell in cells)


def _plain(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell
