"""Which deeds a task's page offers: policy says who, workflow says when."""

from dataclasses import dataclass

from flask import url_for

from app.access.actions import TaskAction
from app.tasks.models import Task
from app.tasks.queries import events_of, happened, unsigned_by
from app.tasks.vocabulary import EventKind
from app.tasks.workflow import PASSED_BY, possible
from app.web.guard import current_actor, may
from app.wording import N_

# In the order of urgency; the first that is offered is the page's one solid button.
DEEDS = (
    (TaskAction.HAND_OVER, N_("交办"), "tasks.hand_over_one"),
    (TaskAction.SIGN, N_("签收"), "tasks.sign"),
    (TaskAction.VERIFY, N_("填写核查意见"), "closeout.verify_form"),
    (TaskAction.ACCEPT, N_("填写验收意见"), "closeout.accept_form"),
    (TaskAction.PUBLISH, N_("办理公示"), "publication.open_form"),
    (TaskAction.SIGN_OFF, N_("签批"), "closeout.sign_off_form"),
    (TaskAction.CLOSE, N_("办理销号"), "closeout.close_form"),
    (TaskAction.FILE, N_("登记备案"), "closeout.file_form"),
    (TaskAction.LOOK_BACK, N_("回头看"), "closeout.look_back_form"),
    (TaskAction.REPORT_PROGRESS, N_("报本期进展"), "tasks.progress_form"),
    (TaskAction.ATTACH_EVIDENCE, N_("上传证据"), "tasks.evidence_form"),
    (TaskAction.APPLY, N_("申请销号"), "closeout.apply_form"),
    (TaskAction.RETURN, N_("退回整改"), "closeout.return_form"),
    (TaskAction.SET_CRITERIA, N_("定验收标准"), "closeout.criteria_form"),
    (TaskAction.RELAPSE, N_("反弹立项"), "closeout.relapse_form"),
    (TaskAction.CORRECT, N_("更正"), "tasks.correction_form"),
    (TaskAction.DECOMPOSE, N_("分解到下级"), "tasks.decompose_form"),
)
QUIET = frozenset({
    TaskAction.RELAPSE, TaskAction.SET_CRITERIA, TaskAction.CORRECT, TaskAction.DECOMPOSE,
})  # fmt: skip
"""What is there when it is needed, and never the page's solid button."""
AT_ONCE = frozenset({TaskAction.HAND_OVER, TaskAction.SIGN})


@dataclass(frozen=True)
class Offer:
    """One deed: its name, where it leads, whether it is done at once by a button that posts."""

    label: str
    href: str
    at_once: bool
    action: TaskAction

    @property
    def quiet(self) -> bool:
        return self.action in QUIET


def offers(task: Task) -> list[Offer]:
    """What whoever reads the page may do to the task now."""
    step = task.step.kind if task.step else None
    return [
        Offer(label, url_for(endpoint, task_id=task.id), action in AT_ONCE, action)
        for action, label, endpoint in DEEDS
        if possible(task.state, step, action) and may(action, task) and _in_turn(task, action)
    ]


def _in_turn(task: Task, action: TaskAction) -> bool:
    """Signing is offered until the reader's unit has signed; an application after a report."""
    if action is TaskAction.SIGN:
        return bool(unsigned_by(task, current_actor()))
    if action in (TaskAction.FILE, TaskAction.LOOK_BACK):
        return _has_step(task, action)
    if action is TaskAction.SIGN_OFF:
        return not _has_signed(task)
    if action is TaskAction.SET_CRITERIA:
        return task.latest_report_id is None
    return action is not TaskAction.APPLY or task.latest_report_id is not None


def _has_signed(task: Task) -> bool:
    """Whether the reader signed off since the present application: nobody signs twice."""
    for event in events_of(task.id):
        if event.kind is EventKind.APPLIED:
            return False
        if event.kind is EventKind.SIGNED_OFF and event.actor_id == current_actor().person_id:
            return True
    return False


def _has_step(task: Task, action: TaskAction) -> bool:
    """What follows close-out is offered where the procedure has it; filing once."""
    steps = task.procedure.steps if task.procedure else []
    if all(PASSED_BY.get(step.kind) is not action for step in steps):
        return False
    return action is not TaskAction.FILE or not happened(task.id, EventKind.FILED)
