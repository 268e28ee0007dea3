"""The task list: counts beside every filter value, and one page of rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, Subquery, and_, exists, func, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from app.access.actor import CHECKS_THE_WORK
from app.database import db
from app.inspections.vocabulary import StepKind
from app.tasks.models import Aspect, Category, ProgressReport, Task, TaskEvent, TaskUnit
from app.tasks.queries.standing import Scope, standing
from app.tasks.vocabulary import EventKind, Lamp, Pace, Stage, TaskState
from app.units.models import Unit

PAGE = 100


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
    text: str = ""


class Cell(NamedTuple):
    """How many tasks share all of these; every count on a page is a sum over cells."""

    state: TaskState
    step: StepKind | None
    stage: Stage
    pace: Pace | None
    lamp: Lamp
    aspect_id: int
    unit_id: int
    overdue: bool
    overdue_originally: bool
    near_due: bool
    missing: bool
    count: int


def cells(scope: Scope) -> list[Cell]:
    """Count the tasks of a scope by everything that is ever counted, in one query."""
    each = standing(scope)
    keys = (
        each.c.state,
        each.c.step_kind,
        each.c.stage,
        each.c.pace,
        each.c.lamp,
        each.c.aspect_id,
        each.c.counting_unit_id,
        each.c.is_overdue,
        each.c.is_overdue_originally,
        each.c.is_near_due,
        each.c.is_missing,
    )
    rows = db.session.execute(select(*keys, func.count()).group_by(*keys))
    return [_cell(row) for row in rows]


def _cell(row: Row[tuple[object, ...]]) -> Cell:
    state, step, stage, pace, lamp, aspect, unit, late, originally, near, missing, count = row
    return Cell(
        state, step, Stage(stage), pace, Lamp(lamp), aspect, unit,
        bool(late), bool(originally), bool(near), bool(missing), count,
    )  # fmt: skip


class Line(NamedTuple):
    """One row of the list: the task with its standing, and the percent of the report before."""

    task: Task
    stage: Stage
    lamp: Lamp
    overdue: bool
    near_due: bool
    missing: bool
    percent_before: int | None


def page(
    scope: Scope, wanted: TaskFilter, after: int | None = None, limit: int = PAGE
) -> Sequence[Line]:
    """Up to `limit` lines in list order, after the given task (keyset, never an offset)."""
    each = standing(scope)
    chosen: Select[tuple[object, ...]] = (
        select(
            Task,
            each.c.stage,
            each.c.lamp,
            each.c.is_overdue,
            each.c.is_near_due,
            each.c.is_missing,
            _percent_before(each),
        )
        .join(each, each.c.task_id == Task.id)
        .where(*_conditions(each, wanted))
        .options(
            joinedload(Task.category).joinedload(Category.aspect),
            joinedload(Task.counting_unit),
            joinedload(Task.step),
            joinedload(Task.latest_report),
            selectinload(Task.links).joinedload(TaskUnit.unit),
        )
        .order_by(Task.list_id, Task.position)
        .limit(limit)
    )
    if after is not None:
        last = aliased(Task)
        chosen = chosen.join(last, last.id == after).where(
            or_(
                Task.list_id > last.list_id,
                and_(Task.list_id == last.list_id, Task.position > last.position),
            )
        )
    return [_line(row) for row in db.session.execute(chosen)]


def _line(row: Row[Any]) -> Line:
    task, stage, lamp, late, near, missing, before = row
    return Line(task, Stage(stage), Lamp(lamp), bool(late), bool(near), bool(missing), before)


def line_of(scope: Scope, task_id: int) -> Line | None:
    """The line of one task, if it is in the scope."""
    each = standing(scope)
    found = db.session.execute(
        select(
            Task,
            each.c.stage,
            each.c.lamp,
            each.c.is_overdue,
            each.c.is_near_due,
            each.c.is_missing,
            _percent_before(each),
        )
        .join(each, each.c.task_id == Task.id)
        .where(Task.id == task_id)
    ).first()
    return _line(found) if found else None


def neighbours(scope: Scope, task: Task) -> tuple[int | None, int | None]:
    """Ids of the tasks before and after, among those the reader sees in the same list."""
    each = standing(scope)
    before = select(each.c.task_id).where(each.c.position < task.position)
    after = select(each.c.task_id).where(each.c.position > task.position)
    return (
        db.session.scalar(before.order_by(each.c.position.desc()).limit(1)),
        db.session.scalar(after.order_by(each.c.position).limit(1)),
    )


def count(scope: Scope, wanted: TaskFilter) -> int:
    """How many tasks the filter leaves."""
    each = standing(scope)
    narrowed = select(func.count()).select_from(each)
    if wanted.text or wanted.supervisor_id:
        narrowed = narrowed.join(Task, Task.id == each.c.task_id)
    return db.session.scalar(narrowed.where(*_conditions(each, wanted))) or 0


def _conditions(each: Subquery, wanted: TaskFilter) -> list[ColumnElement[bool]]:
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


def _percent_before(each: Subquery) -> ColumnElement[int | None]:
    """The percent of the last report of an earlier period than the latest report's."""
    earlier = aliased(ProgressReport)
    return (
        select(earlier.percent)
        .where(earlier.task_id == each.c.task_id, earlier.period_id != each.c.period_id)
        .order_by(earlier.id.desc())
        .limit(1)
        .correlate(each)
        .scalar_subquery()
        .label("percent_before")
    )


def supervisors(scope: Scope) -> Sequence[Row[tuple[Unit, int]]]:
    """Units that check tasks of the scope, with how many each."""
    each = standing(scope)
    counted = func.count(TaskUnit.task_id.distinct())
    return db.session.execute(
        select(Unit, counted)
        .join(TaskUnit, TaskUnit.unit_id == Unit.id)
        .join(each, each.c.task_id == TaskUnit.task_id)
        .where(TaskUnit.ends_on.is_(None), TaskUnit.part.in_(sorted(CHECKS_THE_WORK)))
        .group_by(Unit.id)
        .order_by(counted.desc(), Unit.id)
    ).all()


def aspects_in(scope: Scope) -> Sequence[Aspect]:
    """The aspects of the lists of a scope, in order."""
    return db.session.scalars(
        select(Aspect)
        .where(Aspect.list_id.in_([one.id for one in scope.lists]))
        .order_by(Aspect.list_id, Aspect.position)
    ).all()


NOTEWORTHY = (
    EventKind.HANDED_OVER,
    EventKind.APPLIED,
    EventKind.VERIFIED,
    EventKind.ACCEPTED,
    EventKind.RETURNED,
    EventKind.CLOSED,
    EventKind.CORRECTED,
)


def recent_events(scope: Scope, since: datetime | None, limit: int = 12) -> Sequence[TaskEvent]:
    """What changed the standing of the scope's tasks since a moment, newest first."""
    each = standing(scope)
    recent = (
        select(TaskEvent)
        .join(each, each.c.task_id == TaskEvent.task_id)
        .where(TaskEvent.kind.in_(NOTEWORTHY))
        .options(joinedload(TaskEvent.task))
        .order_by(TaskEvent.id.desc())
        .limit(limit)
    )
    if since is not None:
        recent = recent.where(TaskEvent.recorded_at > since)
    return db.session.scalars(recent).all()
