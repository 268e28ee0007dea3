"""What the task list can be narrowed to, and the conditions that do it."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Subquery, exists, or_, select

from app.access.actor import CHECKS_THE_WORK
from app.inspections.vocabulary import StepKind
from app.tasks.models import Task, TaskUnit
from app.tasks.vocabulary import Lamp, Pace, Stage, TaskState
from app.units.models import Unit


@dataclass(frozen=True)
class TaskFilter:
    """What the list is narrowed to; every field is one facet, and stands in the address."""

    state: TaskState | None = None
    step: StepKind | None = None
    stage: Stage | None = None
    done: bool = False
    pace: Pace | None = None
    lamp: Lamp | None = None
    aspect_id: int | None = None
    unit_id: int | None = None
    supervisor_id: int | None = None
    books: str = ""
    """"open" for what is on the books, "all" for whatever has been handed over."""
    overdue: bool = False
    overdue_originally: bool = False
    near_due: bool = False
    missing: bool = False
    below: bool = False
    """Only what stands below a task that is counted, and is not counted itself."""
    text: str = ""


def conditions(each: Subquery, wanted: TaskFilter) -> list[ColumnElement[bool]]:
    """Return what a row of the standing query (joined to Task) must fulfil."""
    columns = {
        each.c.state: wanted.state,
        each.c.step_kind: wanted.step,
        each.c.stage: wanted.stage.value if wanted.stage else None,
        each.c.pace: wanted.pace,
        each.c.lamp: wanted.lamp.value if wanted.lamp else None,
        each.c.aspect_id: wanted.aspect_id,
        each.c.counting_unit_id: wanted.unit_id,
        each.c.is_overdue: 1 if wanted.overdue else None,
        each.c.is_overdue_originally: 1 if wanted.overdue_originally else None,
        each.c.is_near_due: 1 if wanted.near_due else None,
        each.c.is_open: 1 if wanted.books == "open" else None,
        each.c.is_missing: 1 if wanted.missing else None,
        each.c.is_counted: 0 if wanted.below else None,
    }
    conditions = [column == value for column, value in columns.items() if value is not None]
    if wanted.books == "all":
        conditions.append(each.c.state != TaskState.DRAFT)
    if wanted.done:
        conditions.append(each.c.stage.in_([Stage.DONE.value, Stage.CLOSED.value]))
    if wanted.supervisor_id is not None:
        conditions.append(_checked_by(wanted.supervisor_id))
    if wanted.text:
        conditions.append(_mentions(wanted.text))
    return conditions


def _checked_by(unit_id: int) -> ColumnElement[bool]:
    return exists().where(
        TaskUnit.task_id == Task.id,
        TaskUnit.ends_on.is_(None),
        TaskUnit.unit_id == unit_id,
        TaskUnit.part.in_(sorted(CHECKS_THE_WORK)),
    )


def _mentions(text: str) -> ColumnElement[bool]:
    units = select(TaskUnit.task_id).join(Unit).where(Unit.name.contains(text, autoescape=True))
    return or_(
        Task.number == text,
        Task.problem.contains(text, autoescape=True),
        Task.id.in_(units),
    )
