"""One page of the task list, and what stands around a task in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, func, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.database import db
from app.tasks.models import Category, ProgressReport, Task, TaskEvent, TaskUnit
from app.tasks.queries.filters import TaskFilter, conditions
from app.tasks.queries.standing import Scope, standing
from app.tasks.vocabulary import EventKind, Lamp, Pace, Stage

PAGE = 100


@dataclass(frozen=True)
class Line:
    """One row of the list: the task with its standing, and the percent of the report before."""

    task: Task
    stage: Stage
    lamp: Lamp
    overdue: bool
    near_due: bool
    missing: bool
    counted: bool
    percent_before: int | None
    overdue_originally: bool
    pace: Pace | None
    """As the list judges it: reported, or derived from the schedule."""
    expected: int | None
    """The percent that the schedule asks for today (序时应达)."""
    by_hand: bool


def page(
    scope: Scope, wanted: TaskFilter, after: int | None = None, limit: int = PAGE
) -> Sequence[Line]:
    """Up to `limit` lines in list order, after the given task (keyset, never an offset)."""
    each = standing(scope)
    chosen = _lines(each).where(*conditions(each, wanted)).options(*_shown_in_a_line())
    if after is not None:
        last = aliased(Task)
        chosen = chosen.join(last, last.id == after).where(
            last.id.in_(
                select(standing(scope).c.task_id)
            ),  # what the reader does not see is not there
            or_(
                Task.list_id > last.list_id,
                and_(Task.list_id == last.list_id, Task.position > last.position),
            ),
        )
    ordered = chosen.order_by(Task.list_id, Task.position).limit(limit)
    return [_line(row) for row in db.session.execute(ordered)]


def whole(scope: Scope, wanted: TaskFilter) -> Sequence[Line]:
    """Every line in list order, each task with its numbers and measures."""
    each = standing(scope)
    chosen = _lines(each).where(*conditions(each, wanted)).options(*_shown_in_a_line())
    chosen = chosen.options(
        selectinload(Task.numbers),
        selectinload(Task.measures),
        selectinload(Task.sites),
        selectinload(Task.indicators),
    )
    ordered = chosen.order_by(Task.list_id, Task.position)
    return [_line(row) for row in db.session.execute(ordered)]


def _lines(each: Subquery) -> Select[Any]:
    """Tasks with what the standing query says of them."""
    columns = (
        each.c.stage, each.c.lamp, each.c.pace, each.c.expected, each.c.is_overdue,
        each.c.is_near_due, each.c.is_missing, each.c.is_counted, each.c.is_overdue_originally,
        each.c.is_set_by_hand,
    )  # fmt: skip
    chosen: Select[Any] = select(Task, _percent_before(each), *columns)
    return chosen.join(each, each.c.task_id == Task.id)


def _shown_in_a_line() -> tuple[ORMOption, ...]:
    return (
        joinedload(Task.category).joinedload(Category.aspect),
        joinedload(Task.counting_unit),
        joinedload(Task.step),
        joinedload(Task.latest_report),
        selectinload(Task.links).joinedload(TaskUnit.unit),
    )


def _line(row: Sequence[Any]) -> Line:
    task, before, stage, lamp, pace, expected, *flags = row
    late, near, missing, counted, originally, by_hand = map(bool, flags)
    return Line(
        task, Stage(stage), Lamp(lamp), late, near, missing, counted, before, originally, pace,
        expected, by_hand,
    )  # fmt: skip


def line_of(scope: Scope, task_id: int) -> Line | None:
    """The line of one task, if it is in the scope."""
    each = standing(scope)
    found = db.session.execute(_lines(each).where(Task.id == task_id)).first()
    return _line(found) if found else None


def lines_below(scope: Scope, task_id: int) -> Sequence[Line]:
    """The lines of what one task was decomposed into, as far as the scope holds them."""
    each = standing(scope)
    chosen = _lines(each).where(Task.parent_id == task_id).options(*_shown_in_a_line())
    return [_line(row) for row in db.session.execute(chosen)]


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
    return db.session.scalar(narrowed.where(*conditions(each, wanted))) or 0


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
