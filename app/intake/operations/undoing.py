"""Taking a confirmed import back as a whole, while nothing was built on it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from app import clock
from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.database import db
from app.intake.models import IntakeDocument
from app.intake.operations import revision
from app.intake.operations.cases.confirming import changed_cases, undo_cases
from app.intake.operations.moving import move
from app.tasks.models import Task
from app.tasks.operations.uses import uses_of
from app.tasks.operations.withdrawing import is_untouched, withdraw
from app.tasks.queries import tasks_with_ids
from app.wording import N_, Moved

UNDO_DAYS: Final = 7
SHOWN: Final = 10


def undo(document: IntakeDocument, actor: Actor) -> None:
    """Take a confirmed import back; the first reason against it is what is said."""
    for hindrance in undo_hindrances(document):
        raise hindrance
    if document.kind == "cases":
        move(document, IntakeAction.UNDO, actor, cases=undo_cases(document))
        return
    tasks = _opened(document)
    for row in document.rows:
        row.task_id = None
    db.session.flush()
    for task in tasks:
        withdraw(task)
    revision.take_back(document, actor)
    move(document, IntakeAction.UNDO, actor, tasks=len(tasks))


def undo_hindrances(document: IntakeDocument) -> list[Moved]:
    """Say everything that stands against taking an import back; nothing where it may be."""
    confirmed_at = document.confirmed_at
    if confirmed_at is None or clock.now() - confirmed_at > timedelta(days=UNDO_DAYS):
        return [Moved(N_("入账已满%(days)s日，不能整批撤回"), days=UNDO_DAYS)]
    if document.kind == "cases":
        return _of_cases(changed_cases(document))
    return [*_of_tasks(document, confirmed_at), *revision.hindrances(document)]


def _of_cases(changed: Sequence[str]) -> list[Moved]:
    if not changed:
        return []
    return [Moved(N_("信访件%(numbers)s已经改过，不能整批撤回"), numbers=_named(changed))]


def _of_tasks(document: IntakeDocument, since: datetime) -> Iterator[Moved]:
    opened = _opened(document)
    if handed := [task.number for task in opened if task.handed_over]:
        yield Moved(N_("第%(numbers)s项已经交办，不能整批撤回"), numbers=_named(handed))
    drafts = [task for task in opened if not task.handed_over]
    if changed := [task.number for task in drafts if not is_untouched(task)]:
        yield Moved(N_("第%(numbers)s项已经改过，不能整批撤回"), numbers=_named(changed))
    amended = (document.revision or {}).get("applied", {}).get("amended", ())
    for said, numbers in uses_of([*opened, *tasks_with_ids(amended)], since):
        yield Moved(
            N_("第%(numbers)s项已计入%(where)s，不能整批撤回"),
            numbers=_named(numbers), where=said,
        )  # fmt: skip


def _opened(document: IntakeDocument) -> Sequence[Task]:
    return tasks_with_ids([row.task_id for row in document.rows if row.task_id is not None])


def _named(numbers: Sequence[str]) -> str:
    shown = "、".join(numbers[:SHOWN])
    return shown if len(numbers) <= SHOWN else f"{shown}等"
