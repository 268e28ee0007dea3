"""The life of a rectification task, as one table."""

from collections.abc import Mapping

from app.access.actions import TaskAction as Do
from app.inspections.vocabulary import StepKind as At
from app.tasks.vocabulary import TaskState as Is
from app.workflow import Workflow

WORKING = (Is.IN_RECTIFICATION, Is.CLOSING)
OPEN = (*WORKING, Is.SUSPENDED)
HANDED_OVER = (*OPEN, Is.CLOSED, Is.MERGED)

# What is done beside the way to close-out, and leaves the state as it is.
BESIDE: Mapping[Do, tuple[Is, ...]] = {
    Do.DECOMPOSE: (Is.DRAFT, Is.IN_RECTIFICATION),
    Do.LINK: (Is.DRAFT, *HANDED_OVER),
    Do.PLAN: (Is.DRAFT, Is.IN_RECTIFICATION),
    Do.SET_CRITERIA: (Is.DRAFT, Is.IN_RECTIFICATION),
    Do.REVIEW_REPORT: WORKING,
    Do.RETURN_REPORT: WORKING,
    Do.COMMENT: (Is.DRAFT, *HANDED_OVER),
    Do.ASK_EXTENSION: (Is.IN_RECTIFICATION,),
    Do.EXTEND: (Is.IN_RECTIFICATION, Is.SUSPENDED),
    Do.REFUSE_EXTENSION: (Is.IN_RECTIFICATION, Is.SUSPENDED),
    Do.ASK_SUSPENSION: (Is.IN_RECTIFICATION,),
    Do.REFUSE_SUSPENSION: (Is.IN_RECTIFICATION,),
    Do.SET_DEADLINE: (Is.DRAFT, *OPEN),
    Do.SET_LAMP: OPEN,
    Do.URGE: OPEN,
    Do.REPLY: OPEN,
    Do.NAME_PEOPLE: (Is.DRAFT, *OPEN),
    Do.VISIT: OPEN,
    Do.DISCUSS: OPEN,
    Do.INSTRUCT: OPEN,
    Do.ANSWER: OPEN,
    Do.SETTLE: HANDED_OVER,
    Do.JUDGE_POINTER: WORKING,
}

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
        (Is.CLOSING, Do.SIGN_OFF): Is.CLOSING,
        (Is.CLOSING, Do.PUBLISH): Is.CLOSING,
        (Is.CLOSING, Do.OBJECT): Is.CLOSING,
        (Is.CLOSING, Do.EXAMINE): Is.CLOSING,
        (
            Is.IN_RECTIFICATION,
            Do.EXAMINE,
        ): Is.IN_RECTIFICATION,  # it went back on account of another
        (Is.IN_RECTIFICATION, Do.MERGE): Is.MERGED,
        (Is.IN_RECTIFICATION, Do.SUSPEND): Is.SUSPENDED,
        (Is.SUSPENDED, Do.RESUME): Is.IN_RECTIFICATION,
        (Is.CLOSED, Do.FILE): Is.CLOSED,
        (Is.CLOSED, Do.LOOK_BACK): Is.CLOSED,
        (Is.CLOSED, Do.RELAPSE): Is.CLOSED,
        **{(state, deed): state for deed, states in BESIDE.items() for state in states},
    },
)

# The deed that passes each step, by the kind of the step.
PASSED_BY: Mapping[At, Do] = {
    At.VERIFICATION: Do.VERIFY,
    At.ACCEPTANCE: Do.ACCEPT,
    At.SIGN_OFF: Do.SIGN_OFF,
    At.PUBLICITY: Do.PUBLISH,
    At.OBJECTION: Do.EXAMINE,
    At.CLOSE_OUT: Do.CLOSE,
    At.FILING: Do.FILE,
    At.LOOK_BACK: Do.LOOK_BACK,
}
AFTER_CLOSING = frozenset({At.FILING, At.LOOK_BACK})

# What a task that is closing waits for, by the kind of the step that it stands at.
STEP_ACTIONS: Mapping[At, frozenset[Do]] = {
    kind: frozenset({deed, Do.RETURN})
    for kind, deed in PASSED_BY.items()
    if kind not in AFTER_CLOSING
}
AT_A_STEP = frozenset().union(*STEP_ACTIONS.values())


def possible(state: Is, step: At | None, action: Do) -> bool:
    """Whether the action is in turn: by the state, and by the step where one decides."""
    if not TASK_WORKFLOW.allows(state, action):
        return False
    return action not in AT_A_STEP or (
        step is not None and action in STEP_ACTIONS.get(step, frozenset())
    )
