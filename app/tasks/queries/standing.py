"""How every task stands on a day: the one query that all figures, filters and lists come from."""

from dataclasses import dataclass
from datetime import date, datetime
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
from app.inspections.models import Period, ProcedureStep, RectificationList
from app.inspections.queries import in_area
from app.tasks.drafts import Rules
from app.tasks.models import Category, ProgressReport, Task, TaskEvent, TaskUnit
from app.tasks.queries.judging import Bench, judged
from app.tasks.queries.rules import rules_by_list
from app.tasks.vocabulary import TaskState
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
    `supposed` are rules to judge by in place of those of the lists.
    """

    lists: tuple[RectificationList, ...]
    day: date
    cutoff: datetime | None = None
    actor: Actor | None = None
    periods: tuple[int, ...] = ()
    drafts: bool = False
    below: bool = False
    supposed: Rules | None = None


def standing(scope: Scope) -> Subquery:
    """One row a task that has been handed over, with its standing on the scope's day.

    Columns: task_id, list_id, aspect_id, category_id, position, counting_unit_id, state,
    step_kind, due_on, original_due_on, done_on, closed_on, report_id, period_id, percent, pace,
    expected (the percent that the schedule asks for), is_open, is_overdue,
    is_overdue_originally, is_near_due, is_missing, is_set_by_hand, is_counted (0 or 1), stage,
    lamp.
    """
    facts, reports = _facts(scope.cutoff), _reports(scope.cutoff)
    known = (Task.id.label("task_id"), Task.list_id, Category.aspect_id, Task.category_id,
             Task.position)  # fmt: skip
    recorded = [facts.c[name] for name in RECORDED]
    reported = (ProgressReport.id.label("report_id"), ProgressReport.period_id,
                ProgressReport.percent)  # fmt: skip
    rules = rules_by_list(scope.day, scope.cutoff, scope.supposed)
    bench = Bench(facts, rules, scope.day, scope.periods)
    found = [column.label(name) for name, column in judged(bench).items()]
    step = ProcedureStep.kind.label("step_kind")
    counted = case((_stands_below(scope), 0), else_=1) if scope.below else literal(1)
    found.append(counted.label("is_counted"))
    chosen: Select[Any] = select(*known, *recorded, step, *reported, *found)
    return (
        chosen.join(Category, Category.id == Task.category_id)
        .join(facts, facts.c.task_id == Task.id)
        .join(rules, rules.c.list_id == Task.list_id)
        .outerjoin(ProcedureStep, ProcedureStep.id == facts.c.step_id)
        .outerjoin(reports, reports.c.task_id == Task.id)
        .outerjoin(ProgressReport, ProgressReport.id == reports.c.report_id)
        .outerjoin(Period, Period.id == ProgressReport.period_id)
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
        source.lamp_override,
        source.lamp_override_until,
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
