"""The life of a rectification task, as one table."""

from collections.abc import Mapping

from app.access.actions import TaskAction as Do
from app.inspections.vocabulary import StepKind as At
from app.tasks.vocabulary import TaskState as Is
from app.workflow import Workflow

TASK_WORKFLOW = Workflow(
    start=Is.DRAFT,
    moves={
        (Is.DRAFT, Do.CORRECT): Is.DRAFT,
        (Is.DRAFT, Do.AMEND): Is.DRAFT,
        (Is.DRAFT, Do.UNLIST): Is.DRAFT,
        (Is.DRAFT, Do.HAND_OVER): Is.IN_RECTIFICATION,
        (Is.IN_RECTIFICATION, Do.CORRECT): Is.IN_RECTIFICATION,
        (Is.IN_RECTIFICATION, Do.AMEND): Is.IN_RECTIFICATION,
        (Is.IN_RECTIFICATION, Do.UNLIST): Is.IN_RECTIFICATION,
        (Is.IN_RECTIFICATION, Do.SIGN): Is.IN_RECTIFICATION,
        (Is.IN_RECTIFICATION, Do.REPORT_PROGRESS): Is.IN_RECTIFICATION,
        (Is.IN_RECTIFICATION, Do.ATTACH_EVIDENCE): Is.IN_RECTIFICATION,
        (Is.IN_RECTIFICATION, Do.APPLY): Is.CLOSING,
        (Is.CLOSING, Do.SIGN): Is.CLOSING,
        (Is.CLOSING, Do.REPORT_PROGRESS): Is.CLOSING,
        (Is.CLOSING, Do.ATTACH_EVIDENCE): Is.CLOSING,
        (Is.CLOSING, Do.UNLIST): Is.CLOSING,
        (Is.CLOSING, Do.VERIFY): Is.CLOSING,
        (Is.CLOSING, Do.ACCEPT): Is.CLOSING,
        (Is.CLOSING, Do.RETURN): Is.IN_RECTIFICATION,
        (Is.CLOSING, Do.CLOSE): Is.CLOSED,
    },
)

# What a task that is closing waits for, by the kind of the step that it stands at.
STEP_ACTIONS: Mapping[At, frozenset[Do]] = {
    At.VERIFICATION: frozenset({Do.VERIFY, Do.RETURN}),
    At.ACCEPTANCE: frozenset({Do.ACCEPT, Do.RETURN}),
    At.CLOSE_OUT: frozenset({Do.CLOSE, Do.RETURN}),
}
AT_A_STEP = frozenset({Do.VERIFY, Do.ACCEPT, Do.RETURN, Do.CLOSE})


def possible(state: Is, step: At | None, action: Do) -> bool:
    """Whether the action is in turn: by the state, and by the step where one decides."""
    if not TASK_WORKFLOW.allows(state, action):
        return False
    return action not in AT_A_STEP or (
        step is not None and action in STEP_ACTIONS.get(step, frozenset())
    )
