"""The balance between two cut-offs, and the tasks behind it: how each stood, how each stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, select

from app import clock
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.vocabulary import StepKind
from app.tasks.queries import Scope, relapses_in, standing
from app.tasks.vocabulary import OPEN_STATES, Lamp, Pace, Stage, TaskState

COLUMNS = (
    "task_id", "position", "aspect_id", "category_id", "counting_unit_id", "state", "step_kind",
    "due_on", "original_due_on", "done_on", "closed_on", "report_id", "period_id", "percent",
    "pace", "is_overdue", "is_near_due", "is_missing", "stage", "lamp",
)  # fmt: skip


class Standing(NamedTuple):
    """How one task stood at a cut-off."""

    task_id: int
    position: int
    aspect_id: int
    category_id: int
    counting_unit_id: int
    state: TaskState
    step_kind: StepKind | None
    due_on: date | None
    original_due_on: date | None
    done_on: date | None
    closed_on: date | None
    report_id: int | None
    period_id: int | None
    percent: int | None
    pace: Pace | None
    is_overdue: bool
    is_near_due: bool
    is_missing: bool
    stage: Stage
    lamp: Lamp
    is_relapse: bool = False
    """Opened because a closed task relapsed."""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


def standings(scope: Scope) -> list[Standing]:
    """Return every task of a scope with its standing, in list order."""
    each = standing(scope)
    columns = [each.c[name] for name in COLUMNS]
    ordered = select(*columns).order_by(each.c.list_id, each.c.position)
    relapsed = relapses_in([one.id for one in scope.lists], scope.cutoff)
    return [_standing(row, relapsed) for row in db.session.execute(ordered)]


def _standing(row: Row[Any], relapsed: frozenset[int]) -> Standing:
    values = dict(zip(COLUMNS, row, strict=True))
    values["is_relapse"] = values["task_id"] in relapsed
    for flag in ("is_overdue", "is_near_due", "is_missing"):
        values[flag] = bool(values[flag])
    values["stage"], values["lamp"] = Stage(values["stage"]), Lamp(values["lamp"])
    return Standing(**values)


def scope_at(
    subject: RectificationList, cutoff: datetime, period_ids: tuple[int, ...] = ()
) -> Scope:
    """Return the scope of a whole list as recorded by a cut-off, judged on the cut-off's day."""
    day = clock.local(cutoff).date()
    return Scope(lists=(subject,), day=day, cutoff=cutoff, periods=period_ids)


@dataclass
class Account:
    """One line of the balance: counts of tasks (项)."""

    last: int = 0
    new: int = 0
    moved_in: int = 0
    relapsed: int = 0
    closed: int = 0
    merged: int = 0
    moved_out: int = 0
    now: int = 0

    @property
    def adds_up(self) -> bool:
        came = self.last + self.new + self.moved_in + self.relapsed
        return came - self.closed - self.merged - self.moved_out == self.now


def balance(
    before: Iterable[Standing], after: Iterable[Standing]
) -> tuple[dict[int, Account], Account]:
    """Return the balance of every counting unit, and of the whole list.

    `before` and `after` are the standings at the last issue's cut-off and at this one.
    """
    was = {one.task_id: one for one in before}
    units: dict[int, Account] = {}
    for one in after:
        _enter(units, was.get(one.task_id), one)
    return units, _total(units.values())


def _enter(units: dict[int, Account], was: Standing | None, now: Standing) -> None:
    here = units.setdefault(now.counting_unit_id, Account())
    if was is None:
        here.relapsed += now.is_relapse
        here.new += not now.is_relapse
    elif was.is_open:
        there = units.setdefault(was.counting_unit_id, Account())
        there.last += 1
        if there is not here:
            there.moved_out += 1
            here.moved_in += 1
    if was is None or was.is_open:
        here.closed += now.state is TaskState.CLOSED
        here.merged += now.state is TaskState.MERGED
    here.now += now.is_open


def _total(accounts: Iterable[Account]) -> Account:
    sums: Counter[str] = Counter()
    for account in accounts:
        sums.update(vars(account))
    return Account(**sums)
