"""Tables to drafts of items: find the header, map its columns, read each row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.labels import Field, field_of
from app.intake.parsing.lines import Cell, Row
from app.intake.parsing.markers import Kind, other_numbers, read_marker
from app.intake.parsing.numerals import arabic
from app.intake.parsing.outline import UNITS, Headings, ItemDraft
from app.intake.parsing.pieces import Piece, cut
from app.intake.parsing.result import Finding
from app.wording import N_

LEAST_NAMED: Final = 2
HEADER_WITHIN: Final = 12
TEXTUAL: Final = frozenset({Field.PROBLEM, Field.HEADING, Field.MEASURES, Field.SITE})
WITHOUT_LABEL: Final = frozenset({Field.PUBLICITY, Field.OTHER, Field.REMARKS})
GROUP_LENGTH: Final = 80
TOTAL: Final = re.compile(r"合\s*计|总\s*计|小\s*计")


@dataclass(frozen=True)
class Column:
    index: int
    label: str
    field: Field | None


@dataclass
class Table:
    """One table: what stands above its header, the columns, and the rows below."""

    above: list[Row]
    header: list[Row]
    columns: list[Column]
    rows: list[Row] = field(default_factory=list)


def find_table(rows: Sequence[Row]) -> Table | None:
    """Return the table with its columns; None where no row names columns."""
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        if not is_header(row):
            continue
        below = rows[index + 1] if index + 1 < len(rows) else None
        header = [row, below] if below is not None and _is_second_header(row, below) else [row]
        return Table(
            above=list(rows[:index]),
            header=header,
            columns=_columns(header),
            rows=list(rows[index + len(header) :]),
        )
    return None


def is_header(row: Row) -> bool:
    """Most of the cells are names of fields, and one of them names a text."""
    texts = [cell.text for cell in row.cells if cell.text and not cell.repeated]
    fields = [found for text in texts if (found := field_of(text)) is not None]
    if len(fields) < LEAST_NAMED or len(texts) <= LEAST_NAMED:
        return False
    known = set(fields)
    return len(fields) * 2 >= len(texts) and bool(known & TEXTUAL or len(known) > LEAST_NAMED)


def _is_second_header(first: Row, second: Row) -> bool:
    """Below merged cells stand the names of the columns they span."""
    spans = any(cell.repeated for cell in first.cells) or any(
        cell.repeated and cell.lines for cell in second.cells
    )
    own = [cell.text for cell in second.cells if cell.text and not cell.repeated]
    return spans and bool(own) and all(field_of(text) is not None for text in own)


def _columns(header: Sequence[Row]) -> list[Column]:
    labels = [cell.text for cell in header[0].cells]
    if len(header) > 1:
        below = [cell.text for cell in header[1].cells]
        labels = [under or over for over, under in zip(labels, below, strict=False)]
    fields = [field_of(label) for label in labels]
    return [
        Column(index, " ".join(label.split()), _settled(label, found, labels, fields))
        for index, (label, found) in enumerate(zip(labels, fields, strict=True))
    ]


def _settled(
    label: str, found: Field | None, labels: Sequence[str], fields: Sequence[Field | None]
) -> Field | None:
    """Columns that mean something else in the company of others."""
    beside = any("单位" in each for each in labels if field_of(each) is Field.RESPONSIBLE)
    if found is Field.RESPONSIBLE and "部门" in label and "单位" not in label and beside:
        return Field.OFFICE
    if found is Field.UNITS and Field.RESPONSIBLE in fields:
        return Field.OTHER
    return found


def missing_columns(table: Table, account: Account) -> None:
    """Say which of the three columns that a list cannot do without is not in the header."""
    present = {column.field for column in table.columns}
    wanted = (
        (present & TEXTUAL, N_("表头缺少“问题”一列，请补上列名后再上传")),
        (present & UNITS, N_("表头缺少“责任单位”一列，请补上列名或逐项填写")),
        (present & {Field.DEADLINE}, N_("表头缺少“整改时限”一列，请补上列名或逐项填写")),
    )
    line = table.header[0].lines[0]
    for found, message in wanted:
        if not found:
            account.find(Finding(line, "missing-column", account.text(line)[:80], message))


class TableReader:
    """Takes the rows of one table in order and groups them into items."""

    def __init__(self, table: Table, account: Account, headings: Headings) -> None:
        self.drafts: list[ItemDraft] = []
        self._table, self._account, self._headings = table, account, headings
        self._filled: dict[Field, str] = {}
        self._seen: set[tuple[int, ...]] = set()
        self._sited = any(column.field is Field.SITE for column in table.columns)
        for row in table.header:
            account.map(row.lines, "header")

    def read(self) -> list[ItemDraft]:
        for row in self._table.rows:
            self._row(row)
        return self.drafts

    def _row(self, row: Row) -> None:
        texts = {cell.text for cell in row.cells if cell.text}
        if not texts:
            return
        if self._table.header and _same_cells(row, self._table.header[0]):
            self._account.ignore(row.lines, "running-head")
        elif len(texts) == 1 and self._group(texts.pop(), row):
            return
        elif TOTAL.match(next(cell.text for cell in row.cells if cell.text)):
            self._account.ignore(row.lines, "total")
        else:
            self._item(row)

    def _group(self, text: str, row: Row) -> bool:
        """A row of one cell over the whole width heads the rows below."""
        marker = read_marker(text)
        wide = row.cells[0].text == text and len(row.cells) > 1
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
            last.rows.append(draft)
        else:
            self.drafts.append(draft)

    def _belongs(self, draft: ItemDraft, last: ItemDraft, row: Row) -> bool:
        """A further measure or site of the item above, not an item of its own."""
        own = draft.of(Field.PROBLEM, Field.HEADING)
        if self._sited and draft.number is not None:
            return draft.number == last.number
        if self._sited and own:
            return _texts(own) == _texts(last.of(Field.PROBLEM, Field.HEADING))
        if draft.number is not None and draft.number != last.number:
            return False
        repeated = {cell.lines for cell in row.cells if cell.repeated}
        if any(piece.lines in repeated for piece in last.of(Field.PROBLEM)) and not row.pasted:
            return True
        return not own and draft.number is None and bool(draft.pieces)

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
        draft.lines.extend(cell.lines)
        if column.field is Field.NUMBER and draft.number is None:
            draft.number, draft.others = read_number(cell.text)
        elif column.field in (Field.PROBLEM, Field.HEADING) and draft.number is None:
            self._numbered(draft, column, cell)
        elif column.field is None:
            draft.add([Piece(Field.OTHER, column.label, cell.text, cell.lines)])
        else:
            draft.add([Piece(column.field, column.label, cell.text, cell.lines)])

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
                if name is Field.ASPECT and pieces[0].text != self._filled.get(name):
                    self._filled.pop(Field.CATEGORY, None)
                self._filled[name] = _heading(pieces[0].text)
            if name in self._filled:
                setattr(draft, found, self._filled[name])


def _texts(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


def _heading(text: str) -> str:
    marker = read_marker(text)
    return marker.rest if marker is not None and marker.rest else text.replace("\n", "")


def _same_cells(row: Row, header: Row) -> bool:
    """The header printed again on the next page."""
    return [cell.text for cell in row.cells] == [cell.text for cell in header.cells]


NUMBERED: Final = re.compile(
    r"(?:序号|编号|第|问题|任务|No\.?)?\s*(?P<number>[A-Za-z]{0,6}[-－]?\d+(?:[-－.]\d+)*|[一二三四五六七八九十百]+)\s*(?:号|项|条|[.、．])?"
)


def read_number(text: str) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """Read a number cell: 8, 八, 序号8(市序号9), JSP-07, 3.0."""
    text = " ".join(text.split())
    head, _, rest = text.partition("(" if "(" in text else "（")
    match = NUMBERED.fullmatch(head.strip())
    number = arabic(match["number"]) if match else head.strip()
    return number or None, other_numbers(rest)


def headless(row: Row) -> list[Piece]:
    """Read a row that no header explains: labelled cells, and the first text as the problem."""
    pieces: list[Piece] = []
    for cell in row.cells:
        pieces.extend(cut(cell.text, cell.lines))
    return pieces
