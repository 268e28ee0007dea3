"""What stands in the books, written in the columns in which it can be brought again."""

from collections.abc import Iterable, Sequence
from typing import IO

from app.access.actions import PetitionAction, TaskAction
from app.access.actor import Actor
from app.audit.operations import record
from app.inspections.models import RectificationList
from app.intake.operations.exporting.workbook import Written, write_book
from app.intake.snapshot.case_columns import CASES
from app.intake.snapshot.columns import Book, Item
from app.intake.snapshot.items import item_of_case, item_of_line
from app.intake.snapshot.task_columns import TASKS
from app.petitions.models import PetitionCase
from app.petitions.operations import opened_texts
from app.tasks.queries import Line


def export_tasks(
    stream: IO[bytes], lists: Sequence[RectificationList], lines: Sequence[Line], actor: Actor
) -> None:
    """Write the lines of a register in their order; the audit keeps which tasks they were."""
    write_book(stream, TASKS, _rows(TASKS, map(item_of_line, lines)))
    for subject in lists:
        numbers = [line.task.number for line in lines if line.task.list_id == subject.id]
        record(actor, TaskAction.EXPORT, subject, after={"tasks": len(numbers), "numbers": numbers})


def export_cases(
    stream: IO[bytes],
    subject: RectificationList,
    cases: Sequence[PetitionCase],
    actor: Actor,
    reason: str,
) -> None:
    """Write the cases of a list with their texts; who took them out and why is written down."""
    numbers = [case.number for case in cases]
    after = {"cases": len(numbers), "numbers": numbers}
    record(actor, PetitionAction.EXPORT, subject, after=after, reason=reason)
    items = (item_of_case(case, opened_texts(case)) for case in cases)
    write_book(stream, CASES, _rows(CASES, items))


def _rows(book: Book, items: Iterable[Item]) -> Iterable[Written]:
    return (Written([column.write(item) for column in book.columns]) for item in items)
