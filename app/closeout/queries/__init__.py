"""Questions asked of applications for close-out."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app.access.actor import Actor
from app.closeout.models import Application, StepRecord, TaskCriterion
from app.closeout.vocabulary import Outcome
from app.database import db
from app.inspections.drafts import BUILT_IN
from app.inspections.models import Procedure, ProcedureStep
from app.inspections.queries import lists_in_area
from app.inspections.vocabulary import StepKind
from app.tasks.models import Task


def open_application(task_id: int) -> Application | None:
    return db.session.scalar(
        select(Application)
        .where(Application.task_id == task_id, Application.outcome == Outcome.OPEN)
        .options(joinedload(Application.procedure), selectinload(Application.records))
    )


def applications_of(task_id: int) -> Sequence[Application]:
    """Every application of a task with its steps, newest first."""
    return db.session.scalars(
        select(Application)
        .where(Application.task_id == task_id)
        .options(
            joinedload(Application.procedure),
            joinedload(Application.unit),
            selectinload(Application.records).options(
                joinedload(StepRecord.step), joinedload(StepRecord.unit)
            ),
        )
        .order_by(Application.id.desc())
    ).all()


def closed_application(task_id: int) -> Application | None:
    """The application on which a task was struck off."""
    return db.session.scalar(
        select(Application)
        .where(Application.task_id == task_id, Application.outcome == Outcome.CLOSED)
        .options(joinedload(Application.procedure), selectinload(Application.records))
    )


def records_at(application: Application, step: ProcedureStep) -> list[StepRecord]:
    """What has been recorded at one step of an application."""
    return [one for one in application.records if one.step_id == step.id]


def criteria_of(task_id: int) -> Sequence[TaskCriterion]:
    """The criteria that the office wrote for this task before its work began."""
    return db.session.scalars(
        select(TaskCriterion)
        .where(TaskCriterion.task_id == task_id)
        .order_by(TaskCriterion.position)
    ).all()


def criteria_at(task: Task, step: ProcedureStep) -> list[str]:
    """What is answered one by one at a step: its checklist, on the spot also the task's own."""
    own = [one.text for one in criteria_of(task.id)] if step.kind is StepKind.VERIFICATION else []
    return list(dict.fromkeys([*(step.checklist or ()), *own]))


def tasks_under(*procedures: Procedure) -> dict[int, int]:
    """How many tasks follow each of some versions."""
    counted = (
        select(Task.procedure_id, func.count())
        .where(Task.procedure_id.in_([one.id for one in procedures]))
        .group_by(Task.procedure_id)
    )
    return {key: number for key, number in db.session.execute(counted) if key is not None}


def lists_under(codes: set[str], actor: Actor) -> dict[str, list[str]]:
    """Which lists of the actor's area follow each procedure, by its code."""
    found: dict[str, list[str]] = {}
    for one in lists_in_area(actor):
        if (code := one.procedure_code or BUILT_IN) in codes:
            found.setdefault(code, []).append(one.name)
    return found


def sites_of(task: Task) -> list[str]:
    """The names of the task's sites, each judged by itself on the spot."""
    known = (task.particulars or {}).get("sites") or ()
    return list(dict.fromkeys(str(one["name"]) for one in known if one.get("name")))
