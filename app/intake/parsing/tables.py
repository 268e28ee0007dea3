"""Tables to drafts of items: find the header, map its columns, read each row."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.header import Column, Table
from app.intake.parsing.items import UNITS, Headings, ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.lines import Cell, Row
from app.intake.parsing.markers import Kind, other_numbers, read_marker
from app.intake.parsing.numerals import arabic
from app.intake.parsing.pieces import Piece

GROUP_LENGTH: Final = 80
SUBSTANCE: Final = (
    Field.PROBLEM, Field.HEADING, Field.MEASURES, Field.SITE, Field.TARGET, Field.PROGRESS,
)  # fmt: skip
OURS: Final = (Field.ORIGIN, Field.NOTE)
NOTE: Final = re.compile(
    r"(?:备?注|说明|填表说明|制表|填报|审核|填表)(?:人|单位|说明|日期|时间)?\s*[：:]"
)
DITTO: Final = re.compile(r"同上(?:一?项)?|[〃″\"]+|''|〞")
TOTAL: Final = re.compile(r"合\s*计|总\s*计|小\s*计")


class TableReader:
    """Takes the rows of one table in order and groups them into items."""

    def __init__(self, table: Table, account: Account, headings: Headings) -> None:
        self.drafts: list[ItemDraft] = []
        self._table, self._account, self._headings = table, account, headings
        self._filled: dict[Field, str] = {}
        self._said: dict[int, str] = {}
        """What stood last in each column."""
        self._sited = any(column.field is Field.SITE for column in table.columns)
        for row in table.header:
            account.map(row.lines, "header")

    def fits(self, rows: Sequence[Row]) -> bool:
        """Whether rows have as many cells as the table has columns."""
        return all(len(row.cells) == len(self._table.columns) for row in rows)

    def reads(self, table: Table) -> bool:
        """Whether a table has the same columns, as on the next page."""
        return [each.label for each in table.columns] == [
            each.label for each in self._table.columns
        ]

    def read(self, rows: Sequence[Row]) -> list[ItemDraft]:
        """Return the items that these rows begin; on the next page the table goes on."""
        before = len(self.drafts)
        for row in rows:
            self._row(row)
        return self.drafts[before:]

    def _row(self, row: Row) -> None:
        texts = {cell.text for cell in row.cells if cell.text}
        if not texts:
            return
        if any(_same_cells(row, known) for known in self._table.header):
            self._account.ignore(row.lines, "running-head")
        elif len(texts) == 1 and self._group(texts.pop(), row):
            return
        elif TOTAL.match(first := next(cell.text for cell in row.cells if cell.text)):
            self._account.ignore(row.lines, "total")
        elif NOTE.match(first):
            self._account.ignore(row.lines, "notice-text")
        else:
            self._item(row)

    def _group(self, text: str, row: Row) -> bool:
        """A row of one cell over the whole width heads the rows below."""
        marker = read_marker(text)
        wide = row.cells[0].text == text and len(self._table.columns) > 1
        if not wide or len(text) > GROUP_LENGTH or (marker and marker.kind > Kind.ARABIC):
            return False
        if marker is not None and marker.kind in (Kind.PART, Kind.CHINESE, Kind.CHINESE_PAREN):
            label = self._headings.meet(marker)
        elif text.endswith("方面"):
            self._headings.texts, label = {Kind.CHINESE: text}, "aspect"
        elif marker is None and text[-1] not in "。；;":
            self._headings.texts[Kind.CHINESE_PAREN], label = text, "category"
        else:
            return False
        self._account.map(row.lines, label)
        return True

    def _item(self, row: Row) -> None:
        draft = self._draft(row)
        last = self.drafts[-1] if self.drafts else None
        if last is not None and self._belongs(draft, last, row):
            if any(_said(draft) == _said(part) for part in (last, *last.rows)):
                self._account.ignore(row.lines, "duplicate")
            else:
                last.rows.append(draft)
        elif draft.number is not None or draft.of(*SUBSTANCE):
            self.drafts.append(draft)
        elif draft.of(Field.ASPECT, Field.CATEGORY):
            self._account.map(row.lines, "aspect")

    def _belongs(self, draft: ItemDraft, last: ItemDraft, row: Row) -> bool:
        """A further measure or site of the item above, not an item of its own."""
        own = draft.of(Field.HEADING) or draft.of(Field.PROBLEM)
        if draft.origin is not None and draft.origin != last.origin:
            return False
        if self._sited and own:
            return _texts(own) == _texts(last.of(Field.HEADING) or last.of(Field.PROBLEM))
        if self._sited and draft.number is not None:
            return draft.number == last.number
        if draft.number is not None and draft.number != last.number:
            return False
        repeated = {cell.lines for cell in row.cells if cell.repeated}
        if any(piece.lines in repeated for piece in last.of(Field.PROBLEM)) and not row.pasted:
            return True
        return not own and draft.number is None and bool(draft.of(*SUBSTANCE))

    def _draft(self, row: Row) -> ItemDraft:
        draft = ItemDraft()
        draft.aspect, draft.category = self._headings.aspect_and_category()
        for column in self._table.columns:
            if column.index < len(row.cells):
                self._cell(draft, column, row.cells[column.index])
        for cell in row.cells[len(self._table.columns) :]:
            if cell.text:
                draft.add([Piece(Field.OTHER, "", cell.text, cell.lines)])
        self._fill(draft)
        return draft

    def _cell(self, draft: ItemDraft, column: Column, cell: Cell) -> None:
        if not cell.text:
            return
        if column.field in OURS:
            self._account.ignore(cell.lines, "row-note")
            draft.origin = cell.text if column.field is Field.ORIGIN else draft.origin
            return
        draft.lines.extend(cell.lines)
        cell = self._as_above(column, cell)
        if column.field is Field.NUMBER and draft.number is None:
            draft.number, draft.others = read_number(cell.text)
            draft.add([Piece(Field.NUMBER, column.label, cell.text, cell.lines)])
        elif column.field in (Field.PROBLEM, Field.HEADING) and draft.number is None:
            self._numbered(draft, column, cell)
        elif column.field is None:
            draft.add([Piece(Field.OTHER, column.label, cell.text, cell.lines)])
        else:
            draft.add([Piece(column.field, column.label, cell.text, cell.lines)])

    def _as_above(self, column: Column, cell: Cell) -> Cell:
        """同上 among units is the cell above it; a deadline that says so is a reference."""
        if column.field in UNITS and DITTO.fullmatch(cell.text):
            return replace(cell, text=self._said.get(column.index, cell.text))
        self._said[column.index] = cell.text
        return cell

    def _numbered(self, draft: ItemDraft, column: Column, cell: Cell) -> None:
        """The number of an item may stand in the cell of its problem."""
        marker = read_marker(cell.text)
        has_column = any(each.field is Field.NUMBER for each in self._table.columns)
        if marker is None or has_column or not marker.rest:
            draft.add([Piece(column.field, column.label, cell.text, cell.lines)])
            return
        draft.number, draft.others = marker.number, marker.others
        draft.add([Piece(column.field, column.label, marker.rest, cell.lines)])

    def _fill(self, draft: ItemDraft) -> None:
        """Aspect and category go on until another one comes."""
        for name, found in ((Field.ASPECT, "aspect"), (Field.CATEGORY, "category")):
            pieces = draft.of(name)
            if pieces:
                if name is Field.ASPECT and _heading(pieces[0].text) != self._filled.get(name):
                    self._filled.pop(Field.CATEGORY, None)
                self._filled[name] = _heading(pieces[0].text)
            if name in self._filled:
                setattr(draft, found, self._filled[name])


def _said(draft: ItemDraft) -> list[tuple[Field | None, str]]:
    return [(piece.field, piece.text) for piece in draft.pieces]


def _texts(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def _heading(text: str) -> str:
    marker = read_marker(text)
    return marker.rest if marker is not None and marker.rest else text.replace("\n", "")


def _same_cells(row: Row, header: Row) -> bool:
    """The header printed again on the next page."""
    return [cell.text for cell in row.cells] == [cell.text for cell in header.cells]


NUMBERED: Final = re.compile(
    r"(?:(?:序号|编号|问题|任务)[:：]?|第|No\.?)?\s*(?P<number>[A-Za-z]{0,6}[-－]?\d+(?:[-－.]\d+)*|[一二三四五六七八九十百]+|[①-⑳])\s*(?:号|项|条|[.、．])?"
)


LEVELLED: Final = re.compile(
    r"(?:[一二三四五六七八九十]+|\d+)\s*[-－—]?\s*[(（][一二三四五六七八九十\d]+[)）]\s*[-－—]?\s*(?P<number>\d+)[.、．]?"
)
"""一-(二)-3: the last number is the item's, the others are those of its headings."""


WRAPPED: Final = re.compile(r"^[(（]([^()（）]+)[)）]$")


def read_number(text: str) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """Read a number cell: 8, 八, (3), 序号8(市序号9), JSP-07, 一-(二)-3, 1-(2)."""
    text = WRAPPED.sub(r"\1", " ".join(text.split()))
    if levelled := LEVELLED.fullmatch(text):
        return levelled["number"], ()
    head, _, rest = text.partition("(" if "(" in text else "（")
    if head.endswith(("-", "－")):
        return text, ()
    match = NUMBERED.fullmatch(head.strip())
    number = arabic(match["number"]) if match else head.strip()
    return number or None, other_numbers(rest)
