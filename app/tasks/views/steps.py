"""The line of steps to close-out as a page shows it: done, waiting, to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _

from app import clock
from app.access.actor import Part
from app.inspections import queries as inspections
from app.inspections.models import ProcedureStep
from app.inspections.operations import BUILT_IN
from app.inspections.vocabulary import StepKind, StepOwner
from app.tasks.models import Task, TaskEvent
from app.tasks.vocabulary import EventKind, TaskState
from app.units.models import Unit
from app.web.formatting import short_date

DONE_BY = {
    StepKind.SELF_CHECK: EventKind.APPLIED,
    StepKind.APPLICATION: EventKind.APPLIED,
    StepKind.VERIFICATION: EventKind.VERIFIED,
    StepKind.ACCEPTANCE: EventKind.ACCEPTED,
    StepKind.CLOSE_OUT: EventKind.CLOSED,
}


@dataclass(frozen=True)
class Step:
    """One step: its name, what stands under it, and "past", "now" or nothing."""

    label: str
    note: str
    standing: str


@dataclass(frozen=True)
class Waiting:
    """Whom a closing task waits for, since when, until when, and which day this is."""

    kind: StepKind
    units: tuple[Unit, ...]
    since: date
    until: date | None
    day: int

    @property
    def late(self) -> int:
        """Days past the limit of the step; 0 while it runs."""
        return max((clock.today() - self.until).days, 0) if self.until else 0


def step_line(task: Task, events: Sequence[TaskEvent]) -> list[Step]:
    """Return the steps of the task's procedure; `events` are newest first."""
    procedure = task.procedure or inspections.procedure(*BUILT_IN)
    done = _latest_round(task, events)
    return [_step(task, step, done) for step in (procedure.steps if procedure else [])]


def _latest_round(task: Task, events: Sequence[TaskEvent]) -> dict[EventKind, TaskEvent]:
    """What has been done since the last application; nothing when that was returned."""
    if task.state not in (TaskState.CLOSING, TaskState.CLOSED):
        return {}
    done: dict[EventKind, TaskEvent] = {}
    for event in events:
        done.setdefault(event.kind, event)
        if event.kind is EventKind.APPLIED:
            break
    return done


def _step(task: Task, step: ProcedureStep, done: dict[EventKind, TaskEvent]) -> Step:
    event = done.get(DONE_BY.get(step.kind, EventKind.OPENED))
    if event is not None:
        note = f"{short_date(event.effective_on)}　{event.actor_name}"
        return Step(step.kind.label, note, "past")
    names = "、".join(unit.label for unit in _owners(task, step))
    if step.id == task.step_id:
        return Step(step.kind.label, f"{_('%(day)s起', day=short_date(task.step_since))}　{names}", "now")
    return Step(step.kind.label, names, "")


def waiting_for(task: Task) -> Waiting | None:
    """Whom the task waits for; nobody unless it is closing."""
    step = task.step
    if step is None or task.step_since is None:
        return None
    until = task.step_since + timedelta(days=step.days) if step.days else None
    day = (clock.today() - task.step_since).days + 1
    return Waiting(step.kind, tuple(_owners(task, step)), task.step_since, until, day)


def _owners(task: Task, step: ProcedureStep) -> list[Unit]:
    if step.owner is StepOwner.OFFICE:
        return [task.rectification_list.office]
    if step.owner is StepOwner.APPLICANT:
        return [task.counting_unit]
    accepting = task.units_as(Part.ACCEPTANCE) if step.owner is StepOwner.ACCEPTANCE else []
    return accepting or task.units_as(Part.SUPERVISING)
