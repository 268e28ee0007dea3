"""A table's columns and rows, broken into lines: the widths decide every height."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from reports.fonts import Face, naming
from reports.pen import NOTE, Pen, Style

PAD = 3.4
AFTER_LINES = 2.6
HEADING = Style(Face.HEADING, 7.6, 9.8)
LABEL = Style(Face.HEADING, 7.4, 10.2)
AGAIN = Style(Face.NOTE, 5, 8, NOTE)
LONGEST_LABEL = 12
"""Lines; more of a category's name would not help anybody to find the row."""

Sign = Callable[[Pen, float, float], None]
"""Draws a shape at x on the baseline y, before a text."""
SIGN_WIDTH = 9.4


@dataclass(frozen=True)
class Column:
    heading: tuple[str, ...]
    width: float
    centred: bool = False


@dataclass(frozen=True)
class Para:
    """A text in a cell; after layout, one line of it."""

    text: str
    style: Style
    sign: Sign | None = None


Cell = tuple[Para, ...]


@dataclass(frozen=True)
class TableRow:
    """One row; the first column is not among its cells: it shows the group, merged."""

    name: str
    """What an error or a mark calls it: 第5项."""
    group: str
    cells: tuple[Cell, ...]
    section: str = ""
    section_note: str = ""
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class LaidRow:
    """A row broken into lines."""

    row: TableRow
    cells: tuple[Cell, ...]
    label: tuple[str, ...]
    label_again: tuple[str, ...]
    """The group's name where it goes on after a page's end."""
    is_rest: bool = False

    @property
    def height(self) -> float:
        return max(map(_height, self.cells)) + PAD + AFTER_LINES

    def split(self, room: float) -> "tuple[LaidRow, LaidRow]":
        """Return the part that fits into `room` and the rest; each cell gives a line at least."""
        cuts = [_fitting(cell, room - PAD - AFTER_LINES) for cell in self.cells]
        head = tuple(cell[:cut] for cell, cut in zip(self.cells, cuts, strict=True))
        rest = tuple(cell[cut:] for cell, cut in zip(self.cells, cuts, strict=True))
        mark = (*self.cells[0][:1], Para("（续）", AGAIN))
        tail = replace(self, cells=(mark, *rest[1:]), is_rest=True)
        return replace(self, cells=head), tail


def _height(cell: Cell) -> float:
    return sum(line.style.leading for line in cell)


def _fitting(cell: Cell, room: float) -> int:
    bottoms = accumulate(line.style.leading for line in cell)
    return max(1, sum(bottom <= room for bottom in bottoms))


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[LaidRow, ...]
    labels_on_top: bool = False
    """Whether a group's name stands beside its first row, not in the middle of its rows."""

    @property
    def head_height(self) -> float:
        return max(len(column.heading) for column in self.columns) * HEADING.leading + 5.6


def lay(
    columns: tuple[Column, ...], rows: Iterable[TableRow], pen: Pen, *, labels_on_top: bool = False
) -> Table:
    """Break every cell for its column; MissingGlyph names the row that cannot be printed."""
    return Table(columns, tuple(_lay_row(columns, row, pen) for row in rows), labels_on_top)


def _lay_row(columns: tuple[Column, ...], row: TableRow, pen: Pen) -> LaidRow:
    with naming(row.name):
        cells = tuple(
            tuple(_broken(cell, column.width - 2 * PAD, pen))
            for cell, column in zip(row.cells, columns[1:], strict=True)
        )
        width = columns[0].width - 2 * PAD
        label = pen.lines(row.group, LABEL, width)[:LONGEST_LABEL]
        again = pen.lines(f"{row.group}（续）", LABEL, width)[-LONGEST_LABEL:]
    return LaidRow(row, cells, label, again)


def _broken(cell: Cell, width: float, pen: Pen) -> Iterator[Para]:
    for para in cell:
        room = width - (SIGN_WIDTH if para.sign else 0)
        first, *others = pen.lines(para.text, para.style, room)
        yield replace(para, text=first)
        yield from (Para(line, para.style) for line in others)
