"""The one function that moves a task, and what it leaves behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor, Part, holds
from app.access.roles import Role
from app.audit.operations import record
from app.database import db
from app.tasks import queries
from app.tasks.models import Task, TaskEvent
from app.tasks.operations.bounds import keep_in_bounds
from app.tasks.vocabulary import HAPPENS
from app.tasks.workflow import TASK_WORKFLOW, possible
from app.wording import N_, Refusal

# What every event keeps of a task, and the task's row shows of its last event.
PROJECTED = (
    "state",
    "step_id",
    "counting_unit_id",
    "due_on",
    "original_due_on",
    "done_on",
    "closed_on",
    "lamp_override",
    "lamp_override_until",
)


# What a present deadline is made of.
DEADLINE = ("deadline_kind", "deadline_wording", "due_on", "sustained", "immediate", "stages")

# Relations to read again when the column behind them was set.
LINKED = {"step_id": "step", "procedure_id": "procedure", "counting_unit_id": "counting_unit"}

ORDER = {part: place for place, part in enumerate(Part)}


@dataclass(frozen=True)
class Deed:
    """Something done to a task. `changes` are set on the row; `detail` is only written down,
    and `earlier` what stood there before it.

    `effective_on` is the day it took effect, today unless said; the moment of recording is the
    clock's.
    """

    action: TaskAction
    note: str | None = None
    effective_on: date | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    detail: Mapping[str, Any] = field(default_factory=dict)
    earlier: Mapping[str, Any] = field(default_factory=dict)


def move(task: Task, deed: Deed, actor: Actor) -> TaskEvent:
    """Change a task by the table; leave an event and an audit entry. Alone in setting `state`."""
    _not_in_the_future(deed)
    keep_in_bounds(task, deed.action, deed.changes)
    keys = dict.fromkeys((*PROJECTED, *deed.changes))
    before = {key: plain(getattr(task, key)) for key in keys}
    if deed.action is not TaskAction.OPEN:
        task.state = TASK_WORKFLOW.after(task.state, deed.action)
        flag_modified(task, "state")  # always a new version: events must follow one another
    for key, value in deed.changes.items():
        setattr(task, key, value)
    db.session.flush()
    if stale := [LINKED[key] for key in deed.changes if key in LINKED]:
        db.session.expire(task, stale)
    after = {key: plain(getattr(task, key)) for key in keys}
    changed = [key for key in keys if before[key] != after[key] or deed.action is TaskAction.OPEN]
    event = _write_down(
        task,
        deed,
        actor,
        ({key: before[key] for key in changed}, {key: after[key] for key in changed}),
    )
    _let_follow(task, changed, actor)
    return event


def _not_in_the_future(deed: Deed) -> None:
    if deed.effective_on is not None and deed.effective_on > clock.today():
        raise Refusal(N_("生效日期不能晚于今天。"))


def _let_follow(task: Task, changed: Sequence[str], actor: Actor) -> None:
    if not set(DEADLINE).isdisjoint(changed):
        for follower in queries.followers_of(task.id):
            follow(follower, task, actor)


def follow(task: Task, other: Task, actor: Actor) -> None:
    """Take over the deadline of the task that this one follows (同时限), by an event of its own."""
    changes = {key: getattr(other, key) for key in DEADLINE}
    same = all(getattr(task, key) == value for key, value in changes.items())
    if same or not possible(task.state, None, TaskAction.SET_DEADLINE):
        return
    detail = {"follows": other.number, "list": other.rectification_list.name}
    move(task, Deed(TaskAction.SET_DEADLINE, changes=changes, detail=detail), actor)


def _write_down(
    task: Task, deed: Deed, actor: Actor, states: tuple[dict[str, Any], dict[str, Any]]
) -> TaskEvent:
    before, after = states
    before, after = {**before, **deed.earlier}, {**after, **deed.detail}
    event = TaskEvent(
        task_id=task.id,
        kind=HAPPENS[deed.action],
        effective_on=deed.effective_on or clock.today(),
        recorded_at=clock.now(),
        actor_id=actor.person_id,
        actor_name=actor.name,
        note=deed.note,
        before=before,
        after=after,
        **{key: getattr(task, key) for key in PROJECTED},
    )
    db.session.add(event)
    record(actor, deed.action, task, before=before, after=after, reason=deed.note)
    return event


def plain(value: Any) -> Any:
    """Return a column's value as JSON holds it."""
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


Capacity = tuple[Role, frozenset[Part]]


def acting_unit(task: Task, actor: Actor, *capacities: Capacity) -> int:
    """Return the unit for which the actor acts: one that has such a part in the task."""
    for role, parts in capacities:
        for grant in actor.grants_as(role):
            for party in sorted(task.parties, key=lambda party: (ORDER[party.part], party.unit_id)):
                if party.part in parts and holds(grant, party):
                    return party.unit_id
    raise Refusal(N_("您所在的单位不承办这项任务。"))
