"""The line of steps to close-out as a page shows it: done, waiting, to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from app.inspections.drafts import BUILT_IN, DELIVERED
from app.inspections.models import ProcedureStep
from app.inspections.queries import newest_procedure
from app.inspections.vocabulary import LimitKind, StepKind
from app.tasks.models import Task, TaskEvent
from app.tasks.queries import step_owners
from app.tasks.vocabulary import HAPPENS, EventKind, TaskState
from app.tasks.workflow import AFTER_CLOSING, PASSED_BY
from app.web.formatting import listed, short_date

DONE_BY = {kind: HAPPENS[deed] for kind, deed in PASSED_BY.items()} | {
    StepKind.SELF_CHECK: EventKind.APPLIED,
    StepKind.APPLICATION: EventKind.APPLIED,
}
Done = dict[EventKind, TaskEvent]


@dataclass(frozen=True)
class Step:
    """One step: its name, what stands under it, and "past", "now" or nothing."""

    label: str
    note: str
    standing: str


def step_line(task: Task, events: Sequence[TaskEvent]) -> list[Step]:
    """Return the steps of the task's procedure; `events` are newest first."""
    done = _latest_round(task, events)
    return [_step(task, step, done) for step in steps_of(task)]


def steps_of(task: Task) -> Sequence[Any]:
    """The steps of the task's procedure, or of the one that it will have at hand-over."""
    code = task.rectification_list.procedure_code or BUILT_IN
    procedure = task.procedure or newest_procedure(code)
    return procedure.steps if procedure else DELIVERED[BUILT_IN].steps


def _latest_round(task: Task, events: Sequence[TaskEvent]) -> Done:
    """What has been done since the last application; nothing when that was returned."""
    if task.state not in (TaskState.CLOSING, TaskState.CLOSED):
        return {}
    done: Done = {}
    for event in events:
        done.setdefault(event.kind, event)
        if event.kind is EventKind.APPLIED:
            break
    return done


def _step(task: Task, step: ProcedureStep, done: Done) -> Step:
    if task.step is not None and step.id == task.step_id:
        since = _("%(day)s起", day=short_date(task.step_since))
        return Step(step.kind.label, f"{since}　{_owners(task, step)}", "now")
    if task.step is not None and step.position > task.step.position:
        return Step(step.kind.label, _to_come(task, step), "")
    event = done.get(DONE_BY[step.kind])
    if event is not None:
        unit = task.applicant_unit
        applied = step.kind is StepKind.APPLICATION and unit is not None
        who = unit.label if applied and unit else event.actor_name
        return Step(step.kind.label, f"{short_date(event.effective_on)}　{who}", "past")
    if _is_behind(task, step):
        return Step(step.kind.label, _("未收到异议"), "past")
    waits = task.state is TaskState.CLOSED and step.kind is StepKind.FILING
    return Step(step.kind.label, _to_come(task, step), "now" if waits else "")


def _is_behind(task: Task, step: ProcedureStep) -> bool:
    """A step that was left out because nothing made it necessary."""
    if task.state is TaskState.CLOSED:
        return step.kind not in AFTER_CLOSING
    return task.step is not None and step.position < task.step.position


def _to_come(task: Task, step: ProcedureStep) -> str:
    if step.kind is StepKind.PUBLICITY and step.days:
        return length_of(step)
    if step.kind is StepKind.OBJECTION:
        return str(_("%(who)s，如有", who=_owners(task, step)))
    if step.kind is StepKind.FILING and step.filing_level:
        return str(_("报%(level)s备案", level=_(step.filing_level.label)))
    if step.kind is StepKind.LOOK_BACK and step.after_months:
        return after_close_out(step)
    return _owners(task, step)


def length_of(step: ProcedureStep) -> str:
    """How long a step may take, in the words of its kind of days."""
    if step.limit_kind is LimitKind.WORKING:
        return str(_("%(count)s个工作日", count=step.days))
    return str(_("%(count)s天", count=step.days))


def after_close_out(step: ProcedureStep) -> str:
    """When closed tasks are looked back on, and how many of them."""
    if step.sampled_percent:
        return str(
            _(
                "销号后%(months)s个月，抽%(percent)s%%",
                months=step.after_months,
                percent=step.sampled_percent,
            )
        )
    return str(_("销号后%(months)s个月", months=step.after_months))


def _owners(task: Task, step: ProcedureStep) -> str:
    return str(listed(unit.label for unit in step_owners(task, step)))
