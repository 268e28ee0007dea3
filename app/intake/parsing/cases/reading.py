"""A document of petition cases: tables, forms, running text; what is left are figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.assembly import assemble_case, same_case_numbers
from app.intake.parsing.cases.cells import cells_below_each_other
from app.intake.parsing.cases.drafts import CaseDraft
from app.intake.parsing.cases.figures import read_figures
from app.intake.parsing.cases.flattened import flattened_cases, is_flattened
from app.intake.parsing.cases.forms import form_cases, form_rows, is_case_form, is_form_text
from app.intake.parsing.cases.rows import CaseRows, CaseTable, find_case_table
from app.intake.parsing.cases.values import BATCH, DATE, batch_of, next_batch
from app.intake.parsing.frame import TITLE_LENGTH, split_title
from app.intake.parsing.lines import Block, Paragraph, Row
from app.intake.parsing.noise import TITLE_END
from app.intake.parsing.result import ParsedCase
from app.intake.parsing.statements import statements_of

HEAD: Final = 8
BATCH_HEADING: Final = re.compile(rf"[(（]?{BATCH.pattern}\s*[(（]?(?:{DATE.pattern})?[)）]?[:：]?")
HEADING: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
SENTENCE: Final = re.compile(r"[:：;；。]")


@dataclass
class CaseReading:
    cases: list[ParsedCase] = field(default_factory=list)
    figures: list[dict[str, Any]] = field(default_factory=list)
    title: str | None = None


def read_cases(blocks: Sequence[Block], account: Account) -> CaseReading:
    """Read every case of a document in order; account for every line."""
    reader = _Reader(account)
    for table, run in groupby(blocks, key=lambda block: getattr(block, "table", 0)):
        found = list(run)
        rows = [block for block in found if isinstance(block, Row)]
        if table:
            reader.table(rows)
        else:
            reader.text([block for block in found if isinstance(block, Paragraph)])
    cases = [assemble_case(draft, i, account) for i, draft in enumerate(reader.drafts)]
    same_case_numbers(cases, account)
    above = [block for block in reader.left if isinstance(block, Paragraph)][:HEAD]
    title = reader.title or _title(above)
    return CaseReading(cases, read_figures(reader.left, account), title)


def _title(above: Sequence[Paragraph]) -> str | None:
    """The title as in every other document, or the first line that ends like one."""
    found = split_title(statements_of(above))[0]
    if found and _is_title(found):
        return found
    named = (each.text for each in above if len(each.text) <= TITLE_LENGTH)
    return next((text for text in named if TITLE_END.search(text) and _is_title(text)), None)


def _is_title(text: str) -> bool:
    if HEADING.match(text) or (batch_of(text) and not TITLE_END.search(text)):
        return False
    return not SENTENCE.search(re.sub(r"[(（][^()（）]*[)）]", "", text))


class _Reader:
    def __init__(self, account: Account) -> None:
        self.drafts = list[CaseDraft]()
        self.left: list[Block] = []
        self._account = account
        self._before: CaseTable | None = None
        self._batch: dict[str, int | str] | None = None
        self.title: str | None = None

    def table(self, rows: Sequence[Row]) -> None:
        table = find_case_table(rows) or self._continued(rows)
        if table is not None:
            self._before = table
            for row in table.above:
                self._above(row)
            self.drafts += CaseRows(table, self._account, self._batch).read()
        elif is_case_form(rows):
            self.text(form_rows(rows))
        else:
            self.left.extend(rows)

    def _above(self, row: Row) -> None:
        text = next((cell.text for cell in row.cells if cell.text), "")
        self._batch = next_batch(text, self._batch)
        if batch_of(text):
            self._account.map(row.lines, "batch")
        if TITLE_END.search(text) or not batch_of(text):
            self.title = self.title or text
        self._account.ignore(row.lines, "title")

    def _continued(self, rows: Sequence[Row]) -> CaseTable | None:
        """Rows of as many cells as the table before go on under its header."""
        before = self._before
        if before is None or any(len(row.cells) != len(before.columns) for row in rows):
            return None
        return CaseTable(before.header, before.columns, (), rows)

    def text(self, paragraphs: Sequence[Paragraph]) -> None:
        rows = cells_below_each_other(paragraphs)
        if rows and find_case_table(rows):
            used = {number for row in rows for number in row.lines}
            self.left.extend(each for each in paragraphs if used.isdisjoint(each.lines))
            self.table(rows)
        elif is_form_text(paragraphs):
            drafts, left = form_cases(paragraphs, self._account)
            self.drafts += drafts
            self._aside(left)
        elif is_flattened(paragraphs):
            self.title = self.title or _title(paragraphs[:1])
            drafts, left = flattened_cases(paragraphs, self._account)
            self.drafts += drafts
            self._aside(left)
        else:
            self._aside(paragraphs)

    def _aside(self, paragraphs: Sequence[Paragraph]) -> None:
        """Headings name the batch of what follows; all of them may hold figures."""
        for paragraph in paragraphs:
            self._batch = next_batch(paragraph.text, self._batch)
            if BATCH_HEADING.fullmatch(paragraph.text):
                self._account.map(paragraph.lines, "batch")
            else:
                self.left.append(paragraph)
