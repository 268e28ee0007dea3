"""Word documents to lines: paragraphs and tables in order, deletions left out."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from app.intake.parsing.lines import Cell, Row
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.numbering import Numbering, read_numbering
from app.intake.parsing.reading.runs import boxes_of, text_of
from app.intake.parsing.reading.xml import W, tree

TRANSPARENT: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
DELETED: Final = frozenset(W + name for name in ("del", "moveFrom", "sdtPr", "sdtEndPr"))


@dataclass
class _Table:
    number: int
    above: dict[int, Cell] = field(default_factory=dict)
    """The cell that stands in each column of the row before."""


def read_word(data: bytes) -> Raw:
    """Walk the body of a document in reading order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = tree(archive, "word/document.xml")
        numbering = read_numbering(tree(archive, "word/numbering.xml"))
        styles = _style_numbers(tree(archive, "word/styles.xml"))
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise damaged()
    reader = _Reader(Raw(), numbering, styles)
    reader.walk(body)
    return reader.raw


def _style_numbers(root: etree._Element | None) -> dict[str, etree._Element]:
    """Styles that number their paragraphs: headings above all."""
    if root is None:
        return {}
    found = {}
    for style in root.iter(f"{W}style"):
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            found[style.get(f"{W}styleId", "")] = properties
    return found


@dataclass
class _Reader:
    raw: Raw
    numbering: Numbering
    styles: dict[str, etree._Element]
    paragraphs: int = 0
    tables: int = 0

    def walk(self, parent: etree._Element) -> None:
        for child in _children(parent):
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        self.paragraphs += 1
        place = f"第{self.paragraphs}段"
        self.raw.paragraph(self._label(paragraph) + text_of(paragraph), place)
        for box in boxes_of(paragraph):
            self.walk(box)

    def _label(self, paragraph: etree._Element) -> str:
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if properties is None and style is not None:
            properties = self.styles.get(style.get(f"{W}val", ""))
        if properties is None:
            return ""
        level, number = properties.find(f"{W}ilvl"), properties.find(f"{W}numId")
        if number is None:
            return ""
        depth = "0" if level is None else level.get(f"{W}val", "0")
        return self.numbering.next(number.get(f"{W}val", ""), int(depth))

    def _table(self, element: etree._Element) -> None:
        self.tables += 1
        table = _Table(self.tables)
        rows = [child for child in _children(element) if child.tag == f"{W}tr"]
        for number, row in enumerate(rows, start=1):
            if row.find(f"{W}trPr/{W}del") is None:
                self._row(row, table, f"表{table.number}第{number}行")

    def _row(self, row: etree._Element, table: _Table, place: str) -> None:
        cells: list[Cell] = []
        for element in (child for child in _children(row) if child.tag == f"{W}tc"):
            column = len(cells)
            above = table.above.get(column)
            if _continues(element) and above is not None:
                cell = Cell(above.text, above.lines, repeated=True)
            else:
                cell = self._cell(element, f"{place}第{column + 1}列")
            cells.append(cell)
            again = Cell(cell.text, cell.lines, repeated=True)
            cells.extend([again] * (_span(element) - 1))
        table.above = dict(enumerate(cells))
        self.raw.blocks.append(Row(tuple(cells), table.number))

    def _cell(self, element: etree._Element, place: str) -> Cell:
        text = "\n".join(filter(None, self._texts(element)))
        return Cell(text, (self.raw.line(text, place),))

    def _texts(self, parent: etree._Element) -> Iterator[str]:
        """The paragraphs of a cell, those of a table inside it too."""
        for child in _children(parent):
            if child.tag == f"{W}p":
                yield self._label(child) + text_of(child)
                for box in boxes_of(child):
                    yield from self._texts(box)
            elif child.tag in (f"{W}tbl", f"{W}tr", f"{W}tc"):
                yield from self._texts(child)


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """Children as the reader of the final document sees them."""
    for child in parent:
        if child.tag in TRANSPARENT:
            yield from _children(child)
        elif child.tag not in DELETED:
            yield child


def _continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = "1" if span is None else span.get(f"{W}val", "1")
    return min(int(value), 64) if value.isdecimal() and value != "0" else 1
