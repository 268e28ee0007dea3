"""The line of steps to close-out as a page shows it: done, waiting, to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.inspections import queries as inspections
from app.inspections.models import ProcedureStep
from app.inspections.operations import BUILT_IN, BUILT_IN_STEPS
from app.inspections.vocabulary import StepKind
from app.tasks.models import Task, TaskEvent
from app.tasks.queries import step_owners
from app.tasks.vocabulary import EventKind, TaskState
from app.web.formatting import listed, short_date

DONE_BY = {
    StepKind.SELF_CHECK: EventKind.APPLIED,
    StepKind.APPLICATION: EventKind.APPLIED,
    StepKind.VERIFICATION: EventKind.VERIFIED,
    StepKind.ACCEPTANCE: EventKind.ACCEPTED,
    StepKind.PUBLICITY: EventKind.PUBLISHED,
    StepKind.OBJECTION: EventKind.EXAMINED,
    StepKind.CLOSE_OUT: EventKind.CLOSED,
}


@dataclass(frozen=True)
class Step:
    """One step: its name, what stands under it, and "past", "now" or nothing."""

    label: str
    note: str
    standing: str


def step_line(task: Task, events: Sequence[TaskEvent]) -> list[Step]:
    """Return the steps of the task's procedure; `events` are newest first."""
    procedure = task.procedure or inspections.procedure(*BUILT_IN)
    done = _latest_round(task, events)
    return [_step(task, step, done) for step in (procedure.steps if procedure else _built_in())]


def _built_in() -> list[ProcedureStep]:
    """The steps that a first application will bring; nothing is stored before it."""
    return [
        ProcedureStep(position=position, kind=kind, owner=owner, days=days)
        for position, (kind, owner, days) in enumerate(BUILT_IN_STEPS, start=1)
    ]


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
    names = listed(unit.label for unit in step_owners(task, step))
    if task.step_id is not None and step.id == task.step_id:
        since = _("%(day)s起", day=short_date(task.step_since))
        return Step(step.kind.label, f"{since}　{names}", "now")
    if task.step is not None and task.step.position < step.position:
        return Step(step.kind.label, names, "")
    if event is not None:
        note = f"{short_date(event.effective_on)}　{event.actor_name}"
        return Step(step.kind.label, note, "past")
    if step.kind is StepKind.OBJECTION and EventKind.PUBLISHED in done:
        return Step(step.kind.label, _("未收到异议"), "past")
    return Step(step.kind.label, names, "")
