"""A laid-out table cut into pages: rows stay whole where a page holds them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.tables.layout import AFTER_LINES, LABEL, PAD, LaidRow, Table

BAND_HEIGHT = 15.4
MARK_HEIGHT = 12.0
LEAST_ROOM = 40.0
"""Less than this is not worth beginning a long row in."""


@dataclass
class Piece:
    """Rows of one group on one page, beside their merged cell."""

    label: tuple[str, ...]
    rows: list[LaidRow] = field(default_factory=list)

    @property
    def height(self) -> float:
        return self.height_with(0)

    def height_with(self, more: float) -> float:
        """Return how tall the piece is with another row of this height."""
        label = len(self.label) * LABEL.leading + PAD + AFTER_LINES
        return max(sum(row.height for row in self.rows) + more, label)


@dataclass
class Part:
    """Pieces of one section on one page, below its band if the section has a name."""

    section: str
    note: str
    continued: bool
    pieces: list[Piece] = field(default_factory=list)

    @property
    def height(self) -> float:
        return self.band_height + sum(piece.height for piece in self.pieces)

    @property
    def band_height(self) -> float:
        return BAND_HEIGHT if self.section else 0


@dataclass
class TablePage:
    room: float
    before: LaidRow | None = None
    """The last row of the page before."""
    parts: list[Part] = field(default_factory=list)
    carries: str = ""
    """The row that goes on overleaf."""

    @property
    def height(self) -> float:
        return sum(part.height for part in self.parts)

    @property
    def last_row(self) -> LaidRow | None:
        return self.parts[-1].pieces[-1].rows[-1] if self.parts else None

    def place(self, row: LaidRow) -> bool:
        """Put the row on the page if it fits there."""
        opened = Part(row.row.section, row.row.section_note, _same_section(self.before, row))
        part = self.parts[-1] if _same_section(self.last_row, row) else opened
        again = self.before is not None and _same_group(self.before, row)
        label = row.label_again if again else row.label
        piece = part.pieces[-1] if _same_group(self.last_row, row) else Piece(label)
        used = self.height - (piece.height if piece.rows else 0)
        used += part.band_height if part is opened else 0
        if used + piece.height_with(row.height) > self.room:
            return False
        self._append(part, piece, row)
        return True

    def _append(self, part: Part, piece: Piece, row: LaidRow) -> None:
        if not self.parts or self.parts[-1] is not part:
            self.parts.append(part)
        if not piece.rows:
            part.pieces.append(piece)
        piece.rows.append(row)


def _same_section(last: LaidRow | None, row: LaidRow) -> bool:
    return last is not None and last.row.section == row.row.section


def _same_group(last: LaidRow | None, row: LaidRow) -> bool:
    return last is not None and _same_section(last, row) and last.row.group == row.row.group


def cut_into_pages(table: Table, first_room: float, room: float) -> list[TablePage]:
    """Cut the table for a first page with this much room below its head, and further ones."""
    pages = [TablePage(first_room)]
    waiting = list(reversed(table.rows))
    while waiting:
        row = waiting.pop()
        if pages[-1].place(row):
            continue
        too_tall = row.height + BAND_HEIGHT > room
        waiting.extend(_begin(pages[-1], row) if too_tall else [row])
        pages.append(TablePage(room, before=pages[-1].last_row))
    return [page for page in pages if page.parts]


def _begin(page: TablePage, row: LaidRow) -> Iterator[LaidRow]:
    """Put what fits of a row taller than a page on this one; yield what is left of it."""
    room = page.room - page.height - BAND_HEIGHT - MARK_HEIGHT
    head, tail = row.split(max(room, LEAST_ROOM))
    if room >= LEAST_ROOM and page.place(head):
        page.carries = row.row.name
        yield tail
    else:
        yield row
