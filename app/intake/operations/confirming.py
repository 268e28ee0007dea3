"""Rows that were reviewed become tasks, all or none; an import can be taken back whole."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from app import clock
from app.access.actions import IntakeAction
from app.access.actor import Actor, Part
from app.database import db
from app.intake.drafts import deadline_of
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations.cases.confirming import undo_cases
from app.intake.operations.moving import move
from app.intake.operations.particulars import particulars_of
from app.intake.operations.provenance import source_of
from app.intake.vocabulary import Decision
from app.tasks.drafts import MeasureDraft, TaskDraft
from app.tasks.operations import open_task
from app.tasks.operations.withdrawing import is_untouched, withdraw
from app.tasks.queries import tasks_with_ids
from app.tasks.vocabulary import NumberLevel
from app.wording import N_, Moved, Refusal

UNDO_DAYS = 7
LEVELS = {level.value for level in NumberLevel}


class OpenFindings(Refusal):
    """Something in the import is still doubtful or unexplained."""


def open_findings(document: IntakeDocument) -> list[tuple[str, dict[str, Any]]]:
    """Return what has to be settled before confirmation: (place, doubt or line)."""
    found: list[tuple[str, dict[str, Any]]] = []
    for row in document.rows:
        found += [(row.number or str(row.position), doubt) for doubt in row.doubts]
    return found + [(str(line["number"]), line) for line in document.unexplained]


def confirm(document: IntakeDocument, actor: Actor) -> Sequence[IntakeRow]:
    """Open a task for every row that is kept; refuse while anything is open."""
    if document.kind == "cases":
        raise Refusal(N_("这是信访件，请由信访经办人核对入账"))
    doubts = sum(len(row.doubts) for row in document.rows)
    lines = len(document.unexplained)
    if doubts or lines:
        message = N_("还有%(doubts)s处存疑、%(lines)s行未解释，处理完才能入账")
        raise OpenFindings(message, doubts=doubts, lines=lines)
    kept = [row for row in document.rows if row.decision is not Decision.DROPPED]
    if not kept:
        raise Refusal(N_("没有要入账的任务"))
    for row in kept:
        task = open_task(document.rectification_list, _draft(row), actor)
        row.task_id, row.decision = task.id, Decision.ACCEPTED
    document.confirmed_at = clock.now()
    move(document, IntakeAction.CONFIRM, actor, tasks=len(kept))
    return kept


def _draft(row: IntakeRow) -> TaskDraft:
    parts = _parts(row)
    return TaskDraft(
        number=_value(row, "number"),
        aspect=_value(row, "aspect"),
        category=_value(row, "category"),
        problem=_value(row, "problem"),
        target=_value(row, "target"),
        deadline=deadline_of(_value(row, "deadline")),
        parts=parts,
        counting_unit_id=counting_unit(parts),
        measures=tuple(_measure(each) for each in _value(row, "measures") or ()),
        other_numbers={
            NumberLevel(each["level"]): each["number"]
            for each in _value(row, "other_numbers") or ()
            if each["level"] in LEVELS
        },
        source=source_of(row),
        particulars=particulars_of(row.fields),
    )


def _value(row: IntakeRow, name: str) -> Any:
    return row.fields.get(name, {}).get("value")


def _parts(row: IntakeRow) -> tuple[tuple[Part, int], ...]:
    units = _value(row, "units")
    return tuple(dict.fromkeys((Part(each["part"]), int(each["unit_id"])) for each in units))


def counting_unit(parts: Sequence[tuple[Part, int]]) -> int:
    """The lead unit, else the first responsible one."""
    for wanted in (Part.LEAD, Part.RESPONSIBLE):
        for part, unit_id in parts:
            if part is wanted:
                return unit_id
    raise Refusal(N_("没有写明责任单位，请选定"))


def _measure(kept: dict[str, Any]) -> MeasureDraft:
    deadline = deadline_of(kept["deadline"]) if kept["deadline"] else None
    return MeasureDraft(kept["text"], "、".join(kept["units"]) or None, deadline)


def undo(document: IntakeDocument, actor: Actor) -> None:
    """Take a confirmed import back while nothing was built on it."""
    confirmed_at = document.confirmed_at
    if confirmed_at is None or clock.now() - confirmed_at > timedelta(days=UNDO_DAYS):
        raise Moved(N_("入账已满%(days)s日，不能整批撤回"), days=UNDO_DAYS)
    if document.kind == "cases":
        move(document, IntakeAction.UNDO, actor, cases=undo_cases(document))
        return
    rows = [row for row in document.rows if row.task_id is not None]
    tasks = tasks_with_ids([row.task_id for row in rows if row.task_id is not None])
    touched = [task.number for task in tasks if not is_untouched(task)]
    if touched:
        raise Moved(N_("第%(numbers)s项已经交办或改过，不能整批撤回"), numbers="、".join(touched))
    for row in rows:
        row.task_id = None
    db.session.flush()
    for task in tasks:
        withdraw(task)
    move(document, IntakeAction.UNDO, actor, tasks=len(tasks))


def abandon(document: IntakeDocument, actor: Actor) -> None:
    """Give up an import; the same file may come again."""
    move(document, IntakeAction.ABANDON, actor)
