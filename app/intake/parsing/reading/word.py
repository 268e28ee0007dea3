"""Word documents to lines: paragraphs and tables in order, deletions left out."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from app.intake.parsing.lines import Cell, Row
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged, main_part
from app.intake.parsing.reading.runs import boxes_of, text_of
from app.intake.parsing.reading.word_lists import Lists
from app.intake.parsing.reading.xml import W, tree

TRANSPARENT: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
DELETED: Final = frozenset(W + name for name in ("del", "moveFrom", "sdtPr", "sdtEndPr"))
WIDEST: Final = 64


@dataclass
class _Table:
    number: int
    above: dict[int, Cell] = field(default_factory=dict)
    """The cell that stands in each column of the row before."""


def read_word(data: bytes) -> Raw:
    """Walk the body of a document in reading order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = tree(archive, main_part(archive.namelist()) or "")
        lists = Lists(tree(archive, "word/numbering.xml"), tree(archive, "word/styles.xml"))
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise damaged()
    reader = _Reader(Raw(), lists)
    reader.walk(body)
    return reader.raw


@dataclass
class _Reader:
    raw: Raw
    lists: Lists
    paragraphs: int = 0
    tables: int = 0
    _cut: str = ""
    """Text before a paragraph mark that was deleted: it goes on in the next paragraph."""

    def walk(self, parent: etree._Element) -> None:
        for child in _children(parent):
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        self.paragraphs += 1
        text = self._text(paragraph)
        if text is not None:
            self.raw.paragraph(text, f"第{self.paragraphs}段")
        for box in boxes_of(paragraph):
            self.walk(box)

    def _text(self, paragraph: etree._Element) -> str | None:
        """The text with its automatic number; None for one that goes on in the next."""
        text = self._cut + text_of(paragraph)
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._cut = text
            return None
        self._cut = ""
        return self.lists.label(paragraph, text) + text

    def _table(self, element: etree._Element) -> None:
        rows = [row for row in _children(element) if row.tag == f"{W}tr" and not _deleted(row)]
        if (frame := _frame(rows)) is not None:
            self.walk(frame)
            return
        self.tables += 1
        table = _Table(self.tables)
        for number, row in enumerate(rows, start=1):
            self._row(row, table, f"表{table.number}第{number}行")

    def _row(self, row: etree._Element, table: _Table, place: str) -> None:
        cells = [Cell("", ())] * _number(row, "trPr", "gridBefore", 0)
        for element in (child for child in _children(row) if child.tag == f"{W}tc"):
            column = len(cells)
            above = table.above.get(column)
            if _continues(element, "hMerge") and cells:
                cell = Cell(cells[-1].text, cells[-1].lines, repeated=True)
            elif _continues(element, "vMerge") and above is not None:
                cell = Cell(above.text, above.lines, repeated=True)
            else:
                cell = self._cell(element, f"{place}第{column + 1}列")
            cells.append(cell)
            again = Cell(cell.text, cell.lines, repeated=True)
            cells.extend([again] * (_number(element, "tcPr", "gridSpan", 1) - 1))
        table.above = dict(enumerate(cells))
        self.raw.blocks.append(Row(tuple(cells), table.number))

    def _cell(self, element: etree._Element, place: str) -> Cell:
        text = "\n".join(filter(None, self._texts(element)))
        return Cell(text, (self.raw.line(text, place),))

    def _texts(self, parent: etree._Element) -> Iterator[str | None]:
        """The paragraphs of a cell, those of a table inside it too."""
        for child in _children(parent):
            if child.tag == f"{W}p":
                yield self._text(child)
                for box in boxes_of(child):
                    yield from self._texts(box)
            elif child.tag in (f"{W}tbl", f"{W}tr", f"{W}tc"):
                yield from self._texts(child)


def _deleted(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _frame(rows: list[etree._Element]) -> etree._Element | None:
    """The only cell of a table that frames other tables: a page that was pasted."""
    cells = [cell for row in rows for cell in _children(row) if cell.tag == f"{W}tc"]
    if len(cells) == 1 and cells[0].find(f".//{W}tbl") is not None:
        return cells[0]
    return None


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """Children as the reader of the final document sees them."""
    for child in parent:
        if child.tag in TRANSPARENT:
            yield from _children(child)
        elif child.tag not in DELETED:
            yield child


def _continues(cell: etree._Element, name: str) -> bool:
    merge = cell.find(f"{W}tcPr/{W}{name}")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _number(element: etree._Element, group: str, name: str, default: int) -> int:
    """How many columns a cell spans, or a row leaves free before its first cell."""
    found = element.find(f"{W}{group}/{W}{name}")
    value = "" if found is None else found.get(f"{W}val", "")
    return min(int(value[:3]), WIDEST) if value.isdecimal() and value != "0" else default
