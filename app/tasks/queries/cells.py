"""How many tasks share what: the counts that every figure and filter is a sum of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from app.access.actor import CHECKS_THE_WORK
from app.database import db
from app.inspections.vocabulary import StepKind
from app.tasks.models import Aspect, TaskUnit
from app.tasks.queries.standing import Scope, standing
from app.tasks.vocabulary import Lamp, Pace, Stage, TaskState
from app.units.models import Unit


@dataclass(frozen=True)
class Cell:
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
    counted: bool
    """Whether the task is counted, not only shown below another one that is."""
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
        each.c.is_counted,
    )
    rows = db.session.execute(select(*keys, func.count()).group_by(*keys))
    return [_cell(row) for row in rows]


def _cell(row: Sequence[Any]) -> Cell:
    state, step, stage, pace, lamp, aspect, unit, *flags, count = row
    late, originally, near, missing, counted = map(bool, flags)
    return Cell(
        state, step, Stage(stage), pace, Lamp(lamp), aspect, unit,
        late, originally, near, missing, counted, count,
    )  # fmt: skip


def supervisors(scope: Scope) -> list[tuple[Unit, int]]:
    """Units that check tasks of the scope, with how many each."""
    each = standing(scope)
    counted = func.count(TaskUnit.task_id.distinct())
    found = db.session.execute(
        select(Unit, counted)
        .join(TaskUnit, TaskUnit.unit_id == Unit.id)
        .join(each, each.c.task_id == TaskUnit.task_id)
        .where(TaskUnit.ends_on.is_(None), TaskUnit.part.in_(sorted(CHECKS_THE_WORK)))
        .group_by(Unit.id)
        .order_by(counted.desc(), Unit.id)
    )
    return [(unit, count) for unit, count in found]


def aspects_in(scope: Scope) -> Sequence[Aspect]:
    """The aspects of the scope's tasks, in order; those of other tasks are not known here."""
    each = standing(scope)
    return db.session.scalars(
        select(Aspect)
        .where(Aspect.id.in_(select(each.c.aspect_id)))
        .order_by(Aspect.list_id, Aspect.position)
    ).all()
