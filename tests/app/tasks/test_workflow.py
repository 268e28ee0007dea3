from itertools import product

import pytest

from app.access.actions import TaskAction as Do
from app.inspections.vocabulary import StepKind as At
from app.tasks.vocabulary import TaskState as Is
from app.tasks.workflow import TASK_WORKFLOW, possible
from app.workflow import IllegalAction

ALWAYS = {Do.SIGN, Do.REPORT_PROGRESS, Do.ATTACH_EVIDENCE}
AFTERWARDS = {Do.FILE, Do.LOOK_BACK, Do.RELAPSE}
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
    (Is.CLOSING, Do.SIGN_OFF): Is.CLOSING,
    (Is.CLOSING, Do.PUBLISH): Is.CLOSING,
    (Is.CLOSING, Do.OBJECT): Is.CLOSING,
    (Is.CLOSING, Do.EXAMINE): Is.CLOSING,
    (Is.IN_RECTIFICATION, Do.EXAMINE): Is.IN_RECTIFICATION,
    (Is.IN_RECTIFICATION, Do.MERGE): Is.MERGED,
    (Is.IN_RECTIFICATION, Do.SUSPEND): Is.SUSPENDED,
    (Is.SUSPENDED, Do.RESUME): Is.IN_RECTIFICATION,
    **{(state, do): state for state in (Is.IN_RECTIFICATION, Is.CLOSING) for do in ALWAYS},
    **{(Is.CLOSED, do): Is.CLOSED for do in AFTERWARDS},
}
# Deeds that leave the state as it is, by the letters of the states in which they are done:
# draft, in rectification, closing, suspended, closed, merged (x).
BESIDE = {
    Do.DECOMPOSE: "di",
    Do.LINK: "dicsex",
    Do.PLAN: "di",
    Do.SET_CRITERIA: "di",
    Do.REVIEW_REPORT: "ic",
    Do.RETURN_REPORT: "ic",
    Do.COMMENT: "dicsex",
    Do.ASK_EXTENSION: "i",
    Do.EXTEND: "is",
    Do.REFUSE_EXTENSION: "is",
    Do.ASK_SUSPENSION: "i",
    Do.REFUSE_SUSPENSION: "i",
    Do.SET_DEADLINE: "dics",
    Do.SET_LAMP: "ics",
    Do.URGE: "ics",
    Do.REPLY: "ics",
    Do.NAME_PEOPLE: "dics",
    Do.VISIT: "ics",
    Do.DISCUSS: "ics",
    Do.INSTRUCT: "ics",
    Do.ANSWER: "ics",
    Do.SETTLE: "icsex",
    Do.JUDGE_POINTER: "ic",
}
LETTERS = {
    "d": Is.DRAFT,
    "i": Is.IN_RECTIFICATION,
    "c": Is.CLOSING,
    "s": Is.SUSPENDED,
    "e": Is.CLOSED,
    "x": Is.MERGED,
}
LEGAL |= {(LETTERS[x], do): LETTERS[x] for do, states in BESIDE.items() for x in states}


@pytest.mark.parametrize(("state", "action"), list(product(Is, Do)))
def test_every_pair_of_state_and_action_is_legal_or_refused(state, action):
    if (state, action) in LEGAL:
        assert TASK_WORKFLOW.after(state, action) is LEGAL[state, action]
    else:
        with pytest.raises(IllegalAction):
            TASK_WORKFLOW.after(state, action)


@pytest.mark.parametrize("action", list(Do))
def test_a_closed_task_is_only_filed_looked_at_again_linked_and_remarked_on(action):
    after = AFTERWARDS | {Do.LINK, Do.COMMENT, Do.SETTLE}
    assert TASK_WORKFLOW.allows(Is.CLOSED, action) is (action in after)
    assert all(state is Is.CLOSED for (was, _), state in LEGAL.items() if was is Is.CLOSED)


@pytest.mark.parametrize(
    ("step", "actions"),
    [
        (At.VERIFICATION, {Do.VERIFY, Do.RETURN}),
        (At.ACCEPTANCE, {Do.ACCEPT, Do.RETURN}),
        (At.CLOSE_OUT, {Do.CLOSE, Do.RETURN}),
        (At.SIGN_OFF, {Do.SIGN_OFF, Do.RETURN}),
        (At.PUBLICITY, {Do.PUBLISH, Do.RETURN}),
        (At.OBJECTION, {Do.EXAMINE, Do.RETURN}),
        (At.FILING, set()),
        (None, set()),
    ],
)
def test_a_closing_task_waits_for_what_its_step_says(step, actions):
    at_steps = {Do.VERIFY, Do.ACCEPT, Do.SIGN_OFF, Do.PUBLISH, Do.EXAMINE, Do.RETURN, Do.CLOSE}
    assert {do for do in at_steps if possible(Is.CLOSING, step, do)} == actions
