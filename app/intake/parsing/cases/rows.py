"""Tables of cases: which row names the columns, and one case from each row below."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.counts import count_key
from app.intake.parsing.cases.drafts import CaseDraft
from app.intake.parsing.cases.labels import CaseField, answer_field, case_field
from app.intake.parsing.cases.values import batch_of, day_of, next_batch
from app.intake.parsing.lines import Cell, Row
from app.intake.parsing.tables import NOTE, TOTAL

TICK: Final = re.compile(r"[√✓✔☑■●○是1Yy]")
HEADER_WITHIN: Final = 12
LONGEST_LABEL: Final = 80
LEAST_NAMED: Final = 3
TELLING: Final = frozenset(
    {CaseField.CONTENT, CaseField.INVESTIGATION, CaseField.HANDLING, CaseField.SUBSTANTIATED}
)
OURS: Final = (CaseField.ORIGIN, CaseField.NOTE)
LONG: Final = (CaseField.CONTENT, CaseField.INVESTIGATION, CaseField.HANDLING, CaseField.TARGET)


@dataclass(frozen=True)
class CaseColumn:
    index: int
    label: str
    field: CaseField
    ticked: bool = False
    """One of several answers: the cell has a tick where it is the one."""


@dataclass
class CaseTable:
    header: Sequence[Row]
    columns: Sequence[CaseColumn]
    above: Sequence[Row]
    rows: Sequence[Row]


def find_case_table(rows: Sequence[Row]) -> CaseTable | None:
    """Return the table with its columns; None where no row names the columns of cases."""
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        if not is_case_header(row):
            continue
        below = rows[index + 1] if index + 1 < len(rows) else None
        header = [row, below] if below is not None and _is_second(row, below) else [row]
        columns = _columns(header)
        return CaseTable(header, columns, rows[:index], rows[index + len(header) :])
    return None


def is_case_header(row: Row) -> bool:
    """Most cells are labels of a case; one names the case or its content, one what came of it."""
    texts = [cell.text for cell in row.cells if cell.text and not cell.repeated]
    if any(len(text) > LONGEST_LABEL for text in texts):
        return False
    fields = [field for text in texts if (field := case_field(text)) is not None]
    known = set(fields)
    counted = sum(count_key(text) is not None for text in texts)
    return (
        len(known) >= LEAST_NAMED
        and bool(known & {CaseField.NUMBER, CaseField.CONTENT})
        and bool(known & TELLING)
        and (len(fields) + counted) * 2 >= len(texts)
    )


def _is_second(first: Row, second: Row) -> bool:
    """Below merged cells stand the names of the columns they span."""
    spans = any(cell.repeated for cell in first.cells) or any(
        cell.repeated and cell.lines for cell in second.cells
    )
    own = [cell.text for cell in second.cells if cell.text and not cell.repeated]
    return spans and bool(own) and all(map(_is_label, own))


def _columns(header: Sequence[Row]) -> list[CaseColumn]:
    labels = [cell.text for cell in header[0].cells]
    if len(header) > 1:
        labels = [under.text or over for over, under in zip(labels, header[1].cells, strict=False)]
    answers = Counter(map(answer_field, labels))
    columns = []
    for index, label in enumerate(labels):
        answer = answer_field(label)
        ticked = answer is not None and answers[answer] > 1
        field = answer if answer is not None and ticked else _field(label)
        columns.append(CaseColumn(index, "".join(label.split()), field, ticked))
    return columns


def _is_label(text: str) -> bool:
    return bool(case_field(text) or count_key(text) or answer_field(text))


def _field(label: str) -> CaseField:
    if count_key(label) is not None:
        return CaseField.OTHER
    return case_field(label) or CaseField.OTHER


class CaseRows:
    """Takes the rows of one table in order; headings between them name batches."""

    def __init__(
        self, table: CaseTable, account: Account, batch: dict[str, int | str] | None
    ) -> None:
        self.drafts: list[CaseDraft] = []
        self._table, self._account, self._batch = table, account, batch
        self._own = frozenset(column.field for column in table.columns)
        self._header = [cell.text for cell in table.header[0].cells]
        for row in table.header:
            account.map(row.lines, "header")

    def read(self) -> list[CaseDraft]:
        for row in self._table.rows:
            self._row(row)
        return self.drafts

    def _row(self, row: Row) -> None:
        texts = [cell.text for cell in row.cells if cell.text]
        if not texts:
            return
        if [cell.text for cell in row.cells] == self._header or is_case_header(row):
            self._account.ignore(row.lines, "running-head")
        elif len(set(texts)) == 1 and len(row.cells) > 1:
            self._alone(row, texts[0])
        elif TOTAL.match(texts[0]):
            self._account.ignore(row.lines, "total")
        else:
            self._case(row)

    def _alone(self, row: Row, text: str) -> None:
        """A row of one cell: a batch, a note, or the end of the text above, over a page."""
        if batch_of(text) or day_of(text):
            self._batch = next_batch(text, self._batch)
            self._account.map(row.lines, "batch")
        elif NOTE.match(text):
            self._account.ignore(row.lines, "notice-text")
        else:
            self._case(row)

    def _case(self, row: Row) -> None:
        draft = CaseDraft(batch=self._batch, columns=self._own)
        for column in self._table.columns:
            if column.index < len(row.cells):
                self._cell(draft, column, row.cells[column.index])
        for cell in row.cells[len(self._table.columns) :]:
            if cell.text:
                draft.add(CaseField.OTHER, cell.text, cell.lines)
                draft.guessed = True
        if self._goes_on(draft):
            self.drafts[-1].pieces.extend(piece for piece in draft.pieces if piece.text)
        else:
            self.drafts.append(draft)

    def _cell(self, draft: CaseDraft, column: CaseColumn, cell: Cell) -> None:
        if column.ticked:
            text = column.label if TICK.fullmatch(cell.text) else ""
            draft.add(column.field, text, cell.lines, column.label)
        elif column.field not in OURS:
            draft.add(column.field, cell.text, cell.lines, column.label)
        else:
            self._account.ignore(cell.lines, "row-note")
            if column.field is CaseField.ORIGIN:
                draft.origin = cell.text or None

    def _goes_on(self, draft: CaseDraft) -> bool:
        """No number and no sequence: the rest of the case above, cut by a page."""
        named = draft.text(CaseField.NUMBER) or draft.text(CaseField.SEQUENCE)
        if draft.origin is not None:
            return False
        has_name = bool(self._own & {CaseField.NUMBER, CaseField.SEQUENCE})
        return not named and has_name and bool(self.drafts)
