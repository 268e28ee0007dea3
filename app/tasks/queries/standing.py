"""How every task stands on a day: the one query that all figures, filters and lists come from."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import FromClause

from app.access.actor import CHECKS_THE_WORK, TAKES_PART, Actor, Grant, Part
from app.access.roles import Role
from app.inspections.models import ProcedureStep, RectificationList
from app.inspections.queries import in_area
from app.tasks.models import Category, ProgressReport, Task, TaskEvent, TaskUnit
from app.tasks.vocabulary import OPEN_STATES, Lamp, Pace, Stage, TaskState
from app.units.models import Unit

RECORDED = ("counting_unit_id", "state", "due_on", "original_due_on", "done_on", "closed_on")


@dataclass(frozen=True)
class Scope:
    """Which tasks are asked about, and as of when.

    `day` decides what is overdue. With a `cutoff`, the answer is what had been recorded by that
    moment; without one, what is recorded now. `actor` limits it to what that person may see.
    `periods` are the periods (one a list) whose reports are expected: a task that is being
    rectified and has none in them is missing. `drafts` adds what is not handed over yet.
    A task that stands below another one of the scope is not counted beside it, and is left out
    unless `below` asks for it (decision 0013).
    """

    lists: tuple[RectificationList, ...]
    day: date
    cutoff: datetime | None = None
    actor: Actor | None = None
    periods: tuple[int, ...] = ()
    drafts: bool = False
    below: bool = False


def standing(scope: Scope) -> Subquery:
    """One row a task that has been handed over, with its standing on the scope's day.

    Columns: task_id, list_id, aspect_id, category_id, position, counting_unit_id, state,
    step_kind, due_on, original_due_on, done_on, closed_on, report_id, period_id, percent, pace,
    is_open, is_overdue, is_overdue_originally, is_near_due, is_missing, is_counted (0 or 1),
    stage, lamp.
    """
    facts, reports = _facts(scope.cutoff), _reports(scope.cutoff)
    known = (Task.id.label("task_id"), Task.list_id, Category.aspect_id, Task.category_id,
             Task.position)  # fmt: skip
    recorded = [facts.c[name] for name in RECORDED]
    reported = (ProgressReport.id.label("report_id"), ProgressReport.period_id,
                ProgressReport.percent, ProgressReport.pace)  # fmt: skip
    judged = [column.label(name) for name, column in _judged(facts, scope).items()]
    step = ProcedureStep.kind.label("step_kind")
    chosen: Select[Any] = select(*known, *recorded, step, *reported, *judged)
    return (
        chosen.join(Category, Category.id == Task.category_id)
        .join(facts, facts.c.task_id == Task.id)
        .outerjoin(ProcedureStep, ProcedureStep.id == facts.c.step_id)
        .outerjoin(reports, reports.c.task_id == Task.id)
        .outerjoin(ProgressReport, ProgressReport.id == reports.c.report_id)
        .where(*_limits(facts, scope))
        .subquery("standing")
    )


def _limits(facts: FromClause, scope: Scope) -> list[ColumnElement[bool]]:
    limits = _counts_in(scope, Task)
    if not scope.drafts:
        limits.append(facts.c.state != TaskState.DRAFT)
    if not scope.below:
        limits.append(not_(_stands_below(scope)))
    return limits


def _stands_below(scope: Scope) -> ColumnElement[bool]:
    """Condition on Task: one of the tasks above it (two at most) counts in the scope for it."""
    parent, above = aliased(Task), aliased(Task)
    below_parent = exists().where(parent.id == Task.parent_id, *_counts_in(scope, parent))
    below_both = exists().where(
        parent.id == Task.parent_id, above.id == parent.parent_id, *_counts_in(scope, above)
    )
    return and_(Task.parent_id.is_not(None), or_(below_parent, below_both))


def _counts_in(scope: Scope, task: type[Task]) -> list[ColumnElement[bool]]:
    """A child is handed over after its parent, so that the lists and the reader decide alone."""
    limits: list[ColumnElement[bool]] = [task.list_id.in_([one.id for one in scope.lists])]
    if scope.actor is not None:
        limits.append(visible_to(scope.actor, task))
    return limits


def _facts(cutoff: datetime | None) -> FromClause:
    """What is projected of each task: its row now, or its last event up to the cut-off."""
    source: Any = Task if cutoff is None else TaskEvent
    facts = select(
        (Task.id if cutoff is None else TaskEvent.task_id).label("task_id"),
        source.state,
        source.step_id,
        source.counting_unit_id,
        source.due_on,
        source.original_due_on,
        source.done_on,
        source.closed_on,
    )
    if cutoff is not None:
        last = (
            select(func.max(TaskEvent.id))
            .where(TaskEvent.recorded_at <= cutoff)
            .group_by(TaskEvent.task_id)
        )
        facts = facts.where(TaskEvent.id.in_(last))
    return facts.subquery("facts")


def _reports(cutoff: datetime | None) -> FromClause:
    """The last report of each task."""
    if cutoff is None:
        return select(Task.id.label("task_id"), Task.latest_report_id.label("report_id")).subquery()
    return (
        select(ProgressReport.task_id, func.max(ProgressReport.id).label("report_id"))
        .where(ProgressReport.submitted_at <= cutoff)
        .group_by(ProgressReport.task_id)
        .subquery("reports")
    )


def _judged(facts: FromClause, scope: Scope) -> dict[str, ColumnElement[Any]]:
    """What a day makes of the facts; here and nowhere else."""
    waiting = facts.c.state.in_([TaskState.IN_RECTIFICATION, TaskState.SUSPENDED])
    overdue = and_(waiting, facts.c.due_on < scope.day)
    originally = and_(waiting, facts.c.original_due_on < scope.day)
    near = and_(waiting, facts.c.due_on >= scope.day, facts.c.due_on <= _near_until(scope))
    unreported = ProgressReport.period_id.is_(None) | ProgressReport.period_id.not_in(scope.periods)
    slow = and_(waiting, _behind())
    return {
        "is_open": _flag(facts.c.state.in_(OPEN_STATES)),
        "is_overdue": _flag(overdue),
        "is_overdue_originally": _flag(originally),
        "is_near_due": _flag(near),
        "is_missing": _flag(and_(facts.c.state == TaskState.IN_RECTIFICATION, unreported)),
        "is_counted": _flag(not_(_stands_below(scope))) if scope.below else literal(1),
        "stage": _stage(facts),
        "lamp": case(
            (or_(_gone(facts), facts.c.state == TaskState.DRAFT), Lamp.OFF.value),
            (overdue, Lamp.RED.value),
            (or_(near, slow), Lamp.YELLOW.value),
            else_=Lamp.GREEN.value,
        ),
    }


def _stage(facts: FromClause) -> ColumnElement[str]:
    return case(
        (facts.c.state == TaskState.CLOSED, Stage.CLOSED.value),
        (facts.c.state == TaskState.MERGED, Stage.MERGED.value),
        (facts.c.state == TaskState.CLOSING, Stage.DONE.value),
        (ProgressReport.id.is_(None), Stage.SILENT.value),
        (_behind(), Stage.BEHIND.value),
        else_=Stage.ON_PACE.value,
    )


def _gone(facts: FromClause) -> ColumnElement[bool]:
    return facts.c.state.in_([TaskState.CLOSED, TaskState.MERGED])


def _behind() -> ColumnElement[bool]:
    return ProgressReport.pace.in_([Pace.NOT_STARTED, Pace.BEHIND])


def _near_until(scope: Scope) -> ColumnElement[Any]:
    limits = {one.id: scope.day + timedelta(days=one.near_due_days) for one in scope.lists}
    return case(limits, value=Task.list_id) if limits else case((false(), scope.day))


def _flag(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def visible_to(actor: Actor, task: type[Task] = Task) -> ColumnElement[bool]:
    """Condition on Task: the actor may see it. The same rule as the policy, in the query."""
    works = (_handed_to(task, grant, TAKES_PART) for grant in actor.grants_as(Role.UNIT))
    checks = (
        _handed_to(task, grant, CHECKS_THE_WORK) for grant in actor.grants_as(Role.SUPERVISOR)
    )
    received = (
        _has_a_part(task, TaskUnit.unit_id == grant.government_id, TAKES_PART)
        for grant in actor.grants_as(Role.OFFICE)
    )
    return or_(_kept_in_area(task, actor), *works, *checks, *received)


def _kept_in_area(task: type[Task], actor: Actor) -> ColumnElement[bool]:
    if not actor.has(Role.OFFICE, Role.LEADER):
        return false()
    return task.list_id.in_(
        select(RectificationList.id)
        .join(RectificationList.government)
        .where(in_area(actor, Role.OFFICE, Role.LEADER))
    )


def _handed_to(task: type[Task], grant: Grant, parts: frozenset[Part]) -> ColumnElement[bool]:
    whose = TaskUnit.unit_id == grant.unit_id
    if grant.is_government:
        departments = select(Unit.id).where(Unit.government_id == grant.unit_id)
        whose = or_(whose, TaskUnit.unit_id.in_(departments))
    return _has_a_part(task, whose, parts)


def _has_a_part(
    task: type[Task], whose: ColumnElement[bool], parts: frozenset[Part]
) -> ColumnElement[bool]:
    return and_(
        task.handed_over_on.is_not(None),
        exists().where(
            TaskUnit.task_id == task.id,
            TaskUnit.ends_on.is_(None),
            TaskUnit.part.in_(sorted(parts)),
            whose,
        ),
    )
