"""Rows in error as a workbook to be mended: what is wrong, where it stood, the columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.intake.models import IntakeCase, IntakeDocument, IntakeRow
from app.intake.operations.cases.staging import case_view, document_view
from app.intake.operations.exporting.workbook import Written, write_book
from app.intake.snapshot.case_columns import CASES
from app.intake.snapshot.cells import Cells
from app.intake.snapshot.columns import Book, Column, Item, plain
from app.intake.snapshot.items import item_of_row
from app.intake.snapshot.problems import Problem, of_case, of_row
from app.intake.snapshot.task_columns import TASKS

KEY: Final = re.compile(r"〔(?P<document>\d+)-(?P<row>\d+)-(?P<version>\d+)〕")
OURS: Final = (
    Column("row_note", "错误说明", "哪里要改；改好后不必删", "", 48, plain("row_note")),
    Column("origin", "原表位置", "这一行从哪里来，请不要改动", "", 30, plain("origin")),
)


@dataclass(frozen=True)
class RowKey:
    """Which row of which import a mended row replaces, and how it stood when it was taken out."""

    document_id: int
    row_id: int
    version: int

    def __str__(self) -> str:
        return f"〔{self.document_id}-{self.row_id}-{self.version}〕"


def key_of(origin: str) -> RowKey | None:
    """Read the key at the end of a place."""
    found = KEY.search(origin)
    if found is None:
        return None
    return RowKey(int(found["document"]), int(found["row"]), int(found["version"]))


def export_wrong_rows(stream: IO[bytes], document: IntakeDocument, actor: Actor) -> int:
    """Write the rows that still have a doubt; the audit keeps which ones."""
    book, rows = _tasks(document) if document.kind != "cases" else _cases(document)
    positions = [row.position for row, _, _ in rows]
    record(actor, IntakeAction.EXPORT, document, after={"rows": positions})
    whole = Book(book.kind, book.sheet, book.template, (*OURS, *book.columns))
    return write_book(stream, whole, (_written(whole, row) for row in rows))


Wrong = tuple[IntakeRow | IntakeCase, Item, Sequence[Problem]]


def _tasks(document: IntakeDocument) -> tuple[Book, list[Wrong]]:
    cells = Cells(document.lines)
    wrong = [row for row in document.rows if row.doubts]
    return TASKS, [(row, item_of_row(row), list(of_row(row, cells))) for row in wrong]


def _cases(document: IntakeDocument) -> tuple[Book, list[Wrong]]:
    cells = Cells(document_view(document)["lines"])
    views = [view for row in document.cases if (view := case_view(row)).waits]
    return CASES, [
        (view.row, view.case, list(of_case(view.row.position, view.case, view.findings, cells)))
        for view in views
    ]


def _written(book: Book, wrong: Wrong) -> Written:
    row, item, problems = wrong
    key = RowKey(row.document_id, row.id, row.version)
    place = _words(problems[0].cell.whole_row.place)
    ours = {"row_note": _note(problems), "origin": f"{place}{key}"}
    fields = {problem.field for problem in problems}
    marked = {
        place for place, column in enumerate(book.columns) if fields & {column.key, column.field}
    }
    values = [column.write({**item, **ours}) for column in book.columns]
    return Written(values, frozenset(marked))


def _note(problems: Sequence[Problem]) -> str:
    """Each thing to mend in a line of its own: the column, what is wrong, what is expected."""
    return "\n".join(
        f"{place}．{each.label or each.cell.label}：{_words((each.message, each.values))}"
        + (f"（应填：{each.expected}）" if each.expected else "")
        for place, each in enumerate(problems, start=1)
    )


def _words(said: tuple[str, Mapping[str, Any]]) -> str:
    """A message in Chinese: the workbook is a Chinese document, whoever reads the page."""
    message, values = said
    return message % values if values else message
