"""Workbooks of the open format (.ods) to rows: what the cells show, merged, hidden, repeated."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.grid import Grid, add_sheet, report_hidden
from app.intake.parsing.reading.looks import Looks, Place, Sheet, check_size, merged_places
from app.intake.parsing.reading.xml import tree
from app.wording import N_

PREFIX: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, TEXT, OFFICE, STYLE = (PREFIX % name for name in ("table", "text", "office", "style"))
CELLS: Final = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
UNSEEN: Final = frozenset({"collapse", "filter"})
MOST: Final = 2_000_000
EMPTY: Final = 4
"""So many empty rows weigh as much as a cell."""


def read_opened(data: bytes) -> Raw:
    """Read every visible sheet; hidden ones are named and left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = tree(archive, "content.xml")
    if root is None or root.find(f"{OFFICE}body/{OFFICE}spreadsheet") is None:
        raise damaged()
    raw = Raw()
    unseen = _unseen_styles(root)
    for number, table in enumerate(root.iter(f"{TABLE}table"), start=1):
        name = table.get(f"{TABLE}name", "")
        if table.get(f"{TABLE}style-name") in unseen:
            report_hidden(raw, name, N_("工作表是隐藏的，没有读入；需要时请取消隐藏"))
        else:
            _Table(name, number).read(table, raw)
    return raw


def _unseen_styles(root: etree._Element) -> set[str | None]:
    return {
        style.get(f"{STYLE}name")
        for style in root.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}table-properties")
        if properties.get(f"{TABLE}display") == "false"
    }


class _Table:
    def __init__(self, name: str, number: int) -> None:
        self._sheet = Sheet(name, number)
        self._grid: list[list[str]] = []
        self._ranges: list[tuple[Place, Place]] = []
        self._rows: set[int] = set()
        self._cells = 0

    def read(self, table: etree._Element, raw: Raw) -> None:
        at = 0
        for row in table.iter(f"{TABLE}table-row"):
            values = self._row(row, at)
            count = _count(row, "rows")
            if values:
                self._cells += count * len(values) + (at - len(self._grid)) // EMPTY
                check_size(self._sheet.name, at + count, len(values), self._cells)
                self._grid += [[]] * (at - len(self._grid)) + [values] * count
                if row.get(f"{TABLE}visibility") in UNSEEN:
                    self._rows.update(range(at, at + count))
            at += count
        columns = frozenset(_hidden_columns(table))
        self._sheet.looks = Looks(frozenset(self._rows), columns)
        self._sheet.merged = merged_places(self._ranges, len(self._grid), _width(self._grid))
        grid: Grid = self._grid
        add_sheet(raw, grid, self._sheet)

    def _row(self, row: etree._Element, at: int) -> list[str]:
        """The values up to the last cell that holds any."""
        values: list[str] = []
        column = 0
        for cell in (each for each in row if each.tag in CELLS):
            text, count = _text(cell), _count(cell, "columns")
            if text:
                check_size(self._sheet.name, 1, column + count)
                values += [""] * (column - len(values)) + [text] * count
            self._merge(cell, (at, column))
            column += count
        return values

    def _merge(self, cell: etree._Element, at: Place) -> None:
        down, right = _span(cell, "rows"), _span(cell, "columns")
        if down > 1 or right > 1:
            self._ranges.append((at, (at[0] + down - 1, at[1] + right - 1)))


def _width(grid: list[list[str]]) -> int:
    return max(map(len, grid), default=0)


def _hidden_columns(table: etree._Element) -> Iterator[int]:
    at = 0
    for column in table.iter(f"{TABLE}table-column"):
        count = min(_count(column, "columns"), MOST)
        if column.get(f"{TABLE}visibility") in UNSEEN:
            yield from range(at, min(at + count, 16_384))
        at += count


def _count(element: etree._Element, what: str) -> int:
    return _number(element.get(f"{TABLE}number-{what}-repeated"))


def _span(element: etree._Element, what: str) -> int:
    return _number(element.get(f"{TABLE}number-{what}-spanned"))


def _number(value: str | None) -> int:
    digits = value if value and value.isascii() and value.isdecimal() else "1"
    return max(1, min(int(digits[:12]), MOST))


def _text(cell: etree._Element) -> str:
    """What the cell shows, a paragraph a line; dates as dates, however they are shown."""
    if cell.tag == CELLS[1]:
        return ""
    if day := cell.get(f"{OFFICE}date-value"):
        return day[:10]
    return "\n".join("".join(_pieces(each)) for each in cell.findall(f"{TEXT}p"))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(_number(child.get(f"{TEXT}c")), 99)
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag != f"{OFFICE}annotation" and isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
