"""One document from file to items and findings: the only door to the rooms of this package."""

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.articles import article_kind, is_report, outer_articles
from app.intake.parsing.assembly import Desk, assemble
from app.intake.parsing.cases.reading import CaseReading, read_cases
from app.intake.parsing.folding import unfolded
from app.intake.parsing.forms import form_statements, is_form, row_draft
from app.intake.parsing.frame import foreword, number_in_title, without_boilerplate, without_tail
from app.intake.parsing.header import Table, find_table, is_header, missing_columns
from app.intake.parsing.items import Headings, ItemDraft
from app.intake.parsing.kinds import guess_kind
from app.intake.parsing.lines import Block, Paragraph, Row, Source
from app.intake.parsing.markers import Kind
from app.intake.parsing.merging import same_numbers, without_duplicates
from app.intake.parsing.noise import without_noise, without_repeats
from app.intake.parsing.notices.reading import Notice, close_notice, open_notice
from app.intake.parsing.outline import Builder, Style, build, style_of
from app.intake.parsing.pieces import Statement
from app.intake.parsing.reading.files import read_file
from app.intake.parsing.result import Finding, ParsedDocument
from app.intake.parsing.segments import Segmentation, best
from app.intake.parsing.statements import settle_headings, statements_of
from app.intake.parsing.tables import NOTE, TableReader
from app.intake.parsing.walking import CORE
from app.wording import N_


def parse_file(
    path: Path, name: str | None = None, *, kind: str | None = None, year: int | None = None
) -> ParsedDocument:
    """Read a file whole; raise UnreadableFile if there is nothing to show a person."""
    return parse_source(read_file(path, name or path.name), kind=kind, year=year)


def parse_source(
    source: Source, *, kind: str | None = None, year: int | None = None
) -> ParsedDocument:
    """Turn lines into items; never raises at content."""
    account = Account(source)
    blocks, wrapped = without_noise(source.blocks, account)
    if source.pasted and (whole := unfolded(blocks)) is not None:
        blocks, wrapped = whole, False
    blocks = without_repeats(blocks, account)
    kind = kind or guess_kind(blocks)
    if kind == "cases":
        return _cases(source, read_cases(blocks, account), account)
    notice, rest = open_notice(blocks, account) if kind == "notice" else (None, blocks)
    parser = _Parser(account, kind, wrapped=wrapped)
    parser.read(rest)
    return _document(source, parser, Desk(account, year), notice)


def _cases(source: Source, reading: CaseReading, account: Account) -> ParsedDocument:
    if not reading.cases and not reading.figures:
        message = N_("没有读出信访件，也没有读出数字，请核对文件")
        account.find(_nothing(account, message))
    marks = account.settle()
    lines = [line for line in source.lines.values() if line.text]
    return ParsedDocument(
        name=source.name,
        sha256=source.sha256,
        kind="cases",
        title=reading.title,
        script=source.script,
        items=tuple(reading.cases),
        findings=tuple(account.findings),
        marks=marks,
        texts={line.number: line.text for line in lines},
        places={line.number: line.place for line in lines},
        figures=tuple(reading.figures),
    )


def _document(
    source: Source, parser: "_Parser", desk: Desk, notice: Notice | None
) -> ParsedDocument:
    drafts = without_duplicates(parser.drafts, desk.account)
    items = [assemble(draft, index, desk) for index, draft in enumerate(drafts)]
    if len(items) == 1 and items[0].number is None and parser.title:
        items[0].number = number_in_title(parser.title)
    if notice is not None:
        items = close_notice(notice, items, desk.account, desk.year)
    same_numbers(items, desk.account)
    if not items:
        message = N_("没有读出任何整改任务，请核对文件是不是整改清单")
        desk.account.find(_nothing(desk.account, message))
    marks = desk.account.settle()
    lines = [line for line in source.lines.values() if line.text]
    return ParsedDocument(
        name=source.name,
        sha256=source.sha256,
        kind=parser.kind,
        title=(notice.title if notice else None) or parser.title,
        script=source.script,
        items=tuple(items),
        findings=tuple(desk.account.findings),
        marks=marks,
        texts={line.number: line.text for line in lines},
        places={line.number: line.place for line in lines},
        figures=tuple(notice.figures) if notice else (),
    )


def _nothing(account: Account, message: str) -> Finding:
    """Say why there is no item: a form that nobody filled in, or no list at all."""
    line = account.first("header")
    if line is None:
        return Finding(0, "no-items", "", message)
    told = N_("表头下面没有内容，请从表头的下一行填起")
    return Finding(line, "no-rows", account.text(line), told)


WEB_LINE: Final = re.compile(
    r"(?:来源|信息来源|作者|发布(?:时间|日期|人|机构)|时间|日期|编辑|责任编辑|浏览|点击|字[体号]|打印|分享|阅读).{0,2}[:：]"
)
HEADING_LENGTH: Final = 60


class _Parser:
    """Goes through the runs of a document: prose, tables, forms; headings go on over them."""

    def __init__(self, account: Account, kind: str, *, wrapped: bool) -> None:
        self.drafts: list[ItemDraft] = []
        self.title: str | None = None
        self._reader: TableReader | None = None
        self.kind = kind
        self._account, self._wrapped = account, wrapped
        self._headings = Headings()

    def read(self, blocks: Sequence[Block]) -> None:
        pending: list[Statement] = []
        for table, run in groupby(blocks, key=lambda block: getattr(block, "table", 0)):
            found = list(run)
            rows = [block for block in found if isinstance(block, Row)]
            if table and not is_form(rows):
                self._prose(pending)
                pending = []
                self._table(rows)
            elif table:
                pending.extend(form_statements(rows))
            else:
                paragraphs = [block for block in found if isinstance(block, Paragraph)]
                pending.extend(statements_of(paragraphs))
        self._prose(pending)

    def _table(self, rows: Sequence[Row]) -> None:
        reader, table = self._reader, None
        if reader is None or is_header(rows[0]) or not reader.fits(rows):
            table = find_table(rows)
        if table is not None:
            reader, rows = self._opened(table), table.rows
        elif reader is None or not reader.fits(rows):
            self._headless(rows)
            return
        self.drafts.extend(reader.read(rows))

    def _opened(self, table: Table) -> TableReader:
        """Return the reader of a table; on the next page it is the one before."""
        for row in table.above:
            self._above(row)
        if self._reader is None or not self._reader.reads(table):
            missing_columns(table, self._account)
            self._reader = TableReader(table, self._account, self._headings)
        for row in table.header:
            self._account.ignore(row.lines, "running-head")
        return self._reader

    def _above(self, row: Row) -> None:
        text = next((cell.text for cell in row.cells if cell.text), None)
        self.title = self.title or text
        self._account.ignore(row.lines, "title")

    def _headless(self, rows: Sequence[Row]) -> None:
        before = len(self.drafts)
        for row in rows:
            draft = row_draft(row)
            draft.aspect, draft.category = self._headings.aspect_and_category()
            if draft.number is not None and draft.pieces:
                self.drafts.append(draft)
            elif all(WEB_LINE.match(cell.text) for cell in row.cells if cell.text):
                self._account.ignore(row.lines, "notice-text")
        if len(self.drafts) == before:
            self._account.find_headless(rows)

    def _prose(self, statements: list[Statement]) -> None:
        statements = settle_headings(without_boilerplate(statements, self._account))
        chosen = best(statements) if statements else Segmentation(None, (), 0)
        articles = chosen.score <= 0
        if articles:
            none = self.kind == "notice" or is_report(statements)
            kind = None if none else article_kind(statements)
            starts = tuple(outer_articles(statements, kind)) if kind else ()
            chosen = Segmentation(kind, starts, 0)
        if chosen.kind is None and not chosen.starts:
            self._loose(statements)
            return
        if not articles or self.drafts == []:
            statements = without_tail(statements, self._account)
        style = Style.ARTICLES if articles else style_of(statements)
        builder = Builder(self._account, self._headings, wrapped=self._wrapped, style=style)
        build(statements, chosen, builder)
        self.drafts.extend(builder.drafts)
        self.title = foreword(builder.foreword, self._account) or self.title

    def _loose(self, statements: Sequence[Statement]) -> None:
        """Prose without items: headings of the tables below, the title, or nothing known.

        What names a field of an item and belongs to none is left: each line gets its finding.
        """
        rest = [each for each in statements if not self._told(each)]
        if self.title is None or not (self.drafts or self._reader):
            title = foreword(rest, self._account)
            self.title = self.title or title

    def _told(self, statement: Statement) -> bool:
        """Whether a statement is told apart from the title and what is said around it."""
        if statement.marker is not None and len(statement.text) <= HEADING_LENGTH:
            self._account.map(statement.lines, self._headings.meet(statement.marker))
            return True
        if self._reader is not None and statement.text.endswith("方面"):
            self._headings.texts = {Kind.CHINESE: statement.text}
            self._account.map(statement.lines, "aspect")
            return True
        if self._reader is not None and NOTE.match(statement.text):
            self._account.ignore(statement.lines, "notice-text")
            return True
        return bool(CORE & set(statement.fields))
