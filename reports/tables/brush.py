"""Draws the pages of one table: head, bands, merged first cells, rows."""

from itertools import accumulate

from reports.fonts import Face
from reports.pen import BAND, HAIR, HEAD, INK, LINE, NOTE, SECOND, Box, Pen, Style
from reports.tables.layout import HEADING, LABEL, PAD, SIGN_WIDTH, Cell, LaidRow, Table
from reports.tables.pages import BAND_HEIGHT, Part, Piece, TablePage

BAND_TEXT = Style(Face.HEADING, 8.4, 11)
BAND_NOTE = Style(Face.NOTE, 7.4, 11, SECOND)
CARRIED = Style(Face.NOTE, 7, 9, NOTE)


class TableBrush:
    def __init__(self, table: Table, pen: Pen, x: float) -> None:
        self._table = table
        self._pen = pen
        self._edges = [x, *(x + edge for edge in accumulate(c.width for c in table.columns))]
        self._left, self._right = self._edges[0], self._edges[-1]

    def draw(self, page: TablePage, y: float) -> float:
        """Draw head and rows from y downwards; return where they end."""
        y = self._head(y)
        for part in page.parts:
            y = self._part(part, y)
        self._pen.rule(self._left, self._right, y, 0.8, INK)
        if page.carries:
            self._pen.right(self._right, y + 9, f"{page.carries}未完，转下页", CARRIED)
        return y

    def _head(self, y: float) -> float:
        height = self._table.head_height
        self._pen.fill(Box(self._left, y, self._right - self._left, height), HEAD)
        for column, left in zip(self._table.columns, self._edges, strict=False):
            top = y + (height - len(column.heading) * HEADING.leading) / 2
            for count, line in enumerate(column.heading):
                baseline = top + count * HEADING.leading + HEADING.size
                self._pen.centre(left + column.width / 2, baseline, line, HEADING)
        for edge in self._edges[1:-1]:
            self._pen.upright(edge, y, y + height, HAIR)
        self._pen.rule(self._left, self._right, y, 0.8, INK)
        self._pen.rule(self._left, self._right, y + height, 0.6, INK)
        return y + height

    def _part(self, part: Part, y: float) -> float:
        if part.section:
            y = self._band(part, y)
        for piece in part.pieces:
            y = self._piece(piece, y)
        return y

    def _band(self, part: Part, y: float) -> float:
        self._pen.fill(Box(self._left, y, self._right - self._left, BAND_HEIGHT), BAND)
        name = f"{part.section}（续）" if part.continued else part.section
        self._pen.text(self._left + PAD + 1, y + 11, name, BAND_TEXT)
        if not part.continued:
            self._pen.right(self._right - PAD, y + 11, part.note, BAND_NOTE)
        self._pen.rule(self._left, self._right, y + BAND_HEIGHT, 0.6, LINE)
        return y + BAND_HEIGHT

    def _piece(self, piece: Piece, y: float) -> float:
        top, bottom = y, y + piece.height
        self._label(piece, Box(self._left, y, self._table.columns[0].width, piece.height))
        for row in piece.rows:
            self._row(row, y)
            y += row.height
            if row is not piece.rows[-1]:
                self._pen.rule(self._edges[1], self._right, y, 0.4, HAIR)
        for edge in self._edges[1:-1]:
            self._pen.upright(edge, top, bottom, HAIR)
        self._pen.rule(self._left, self._right, bottom, 0.6, LINE)
        return bottom

    def _label(self, piece: Piece, box: Box) -> None:
        slack = box.height - len(piece.label) * LABEL.leading
        y = box.y + (PAD if self._table.labels_on_top else slack / 2)
        for count, line in enumerate(piece.label):
            baseline = y + count * LABEL.leading + LABEL.size
            self._pen.text(box.x + PAD, baseline, line, LABEL)

    def _row(self, row: LaidRow, y: float) -> None:
        for place in () if row.is_rest else row.row.bookmarks:
            self._pen.place(place, y)
        for column, cell in enumerate(row.cells, start=1):
            self._cell(cell, column, y + PAD)

    def _cell(self, cell: Cell, place: int, y: float) -> None:
        column, left = self._table.columns[place], self._edges[place]
        for line in cell:
            baseline = y + line.style.size * 0.98
            if line.sign:
                line.sign(self._pen, left + PAD, baseline)
            if column.centred:
                self._pen.centre(left + column.width / 2, baseline, line.text, line.style)
            else:
                x = left + PAD + (SIGN_WIDTH if line.sign else 0)
                self._pen.text(x, baseline, line.text, line.style)
            y += line.style.leading
