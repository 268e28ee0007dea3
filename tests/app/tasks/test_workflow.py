from itertools import product

import pytest

from app.access.actions import TaskAction as Do
from app.inspections.vocabulary import StepKind as At
from app.tasks.vocabulary import TaskState as Is
from app.tasks.workflow import TASK_WORKFLOW, possible
from app.workflow import IllegalAction

ALWAYS = {Do.SIGN, Do.REPORT_PROGRESS, Do.ATTACH_EVIDENCE}
LEGAL = {
    (Is.DRAFT, Do.CORRECT): Is.DRAFT,
    (Is.DRAFT, Do.AMEND): Is.DRAFT,
    (Is.DRAFT, Do.UNLIST): Is.DRAFT,
    (Is.DRAFT, Do.HAND_OVER): Is.IN_RECTIFICATION,
    (Is.IN_RECTIFICATION, Do.CORRECT): Is.IN_RECTIFICATION,
    (Is.IN_RECTIFICATION, Do.AMEND): Is.IN_RECTIFICATION,
    (Is.IN_RECTIFICATION, Do.UNLIST): Is.IN_RECTIFICATION,
    (Is.CLOSING, Do.UNLIST): Is.CLOSING,
    (Is.IN_RECTIFICATION, Do.APPLY): Is.CLOSING,
    (Is.CLOSING, Do.VERIFY): Is.CLOSING,
    (Is.CLOSING, Do.ACCEPT): Is.CLOSING,
    (Is.CLOSING, Do.RETURN): Is.IN_RECTIFICATION,
    (Is.CLOSING, Do.CLOSE): Is.CLOSED,
    **{(state, do): state for state in (Is.IN_RECTIFICATION, Is.CLOSING) for do in ALWAYS},
}


@pytest.mark.parametrize(("state", "action"), list(product(Is, Do)))
def test_every_pair_of_state_and_action_is_legal_or_refused(state, action):
    if (state, action) in LEGAL:
        assert TASK_WORKFLOW.after(state, action) is LEGAL[state, action]
    else:
        with pytest.raises(IllegalAction):
            TASK_WORKFLOW.after(state, action)


@pytest.mark.parametrize("action", list(Do))
def test_nothing_can_be_done_to_a_closed_task(action):
    assert not TASK_WORKFLOW.allows(Is.CLOSED, action)


@pytest.mark.parametrize(
    ("step", "actions"),
    [
        (At.VERIFICATION, {Do.VERIFY, Do.RETURN}),
        (At.ACCEPTANCE, {Do.ACCEPT, Do.RETURN}),
        (At.CLOSE_OUT, {Do.CLOSE, Do.RETURN}),
        (At.PUBLICITY, set()),
        (None, set()),
    ],
)
def test_a_closing_task_waits_for_what_its_step_says(step, actions):
    at_steps = {Do.VERIFY, Do.ACCEPT, Do.RETURN, Do.CLOSE}
    assert {do for do in at_steps if possible(Is.CLOSING, step, do)} == actions
