"""Whoever applied never judges: every state, deed, role and relation to the task, on every path."""

from dataclasses import replace
from itertools import product

import pytest

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Grant
from app.access.policy import permits
from app.access.roles import Role
from app.closeout import operations
from app.closeout.drafts import Finding
from app.closeout.operations import give_back, pass_step
from app.closeout.operations.sessions import Minutes, Verdict, hold_session
from app.closeout.vocabulary import Result
from app.database import db
from app.inspections.vocabulary import StepKind
from app.tasks.vocabulary import TaskState
from app.tasks.workflow import PASSED_BY, possible
from app.wording import Refusal
from tests.app.closeout.conftest import met

JUDGING = (TaskAction.RETURN, *PASSED_BY.values())
STANDS_AT = (*PASSED_BY, None)
ROLES = (Role.OFFICE, Role.LEADER, Role.SUPERVISOR, Role.UNIT)
RELATIONS = ("applied", "unit", "government", "both units", "elsewhere")


def somebody(city, role, relation):
    """An actor of a role who stands so to the side that applied."""
    housing = Grant(Role.SUPERVISOR, city.housing.id, city.government.path)
    own = {
        "applied": (Grant(role, city.office_unit.id, city.government.path), housing),
        "unit": (Grant(role, city.water.id, city.government.path),),
        "government": (
            Grant(role, city.government.id, city.government.path, is_government=True),
            Grant(Role.SUPERVISOR, city.government.id, city.government.path, is_government=True),
        ),
        "both units": (
            Grant(role, city.office_unit.id, city.government.path), housing,
            Grant(Role.UNIT, city.water.id, city.government.path),
        ),
        "elsewhere": (Grant(role, city.county.id, city.county.path),),
    }[relation]  # fmt: skip
    person = city.worker.person_id if relation == "applied" else city.colleague.person_id
    return replace(city.colleague, person_id=person, grants=own)


@pytest.fixture
def anywhere(works):
    """The task, set to stand at any step of its procedure, or after it."""
    task = works.applied()
    db.session.flush()

    def stand(kind):
        task.step = task.procedure.step(kind) if kind else None
        return task

    return stand


def test_nobody_of_the_side_that_applied_judges(works, anywhere):
    for kind, role, relation in product(STANDS_AT, ROLES, RELATIONS):
        with db.session.no_autoflush:
            task, actor = anywhere(kind), somebody(works.city, role, relation)
            for action in JUDGING:
                assert not permits(actor, action, task), (kind, role, relation, action)
                side = relation != "elsewhere" and in_turn(kind, action)
                with pytest.raises(Refusal, match="申请" if side else "."):
                    judge(task, action, actor)


def in_turn(kind, action):
    """Whether the task, which is closing, waits for the action at this step."""
    passes = action in (PASSED_BY.get(kind), TaskAction.RETURN)
    return passes and possible(TaskState.CLOSING, kind, action)


def judge(task, action, actor):
    """The deed, past the policy, as any door might ask for it."""
    finding = met(task)
    if action is TaskAction.RETURN:
        give_back(task, finding, actor)
    elif action is TaskAction.LOOK_BACK:
        operations.look_back(task, finding, Result.PASSED, actor)
    else:
        pass_step(task, action, finding, actor)


def test_each_step_is_signed_by_whom_the_procedure_names_and_nobody_else(works, anywhere):
    city = works.city
    names = {
        StepKind.VERIFICATION: {"checker"}, StepKind.ACCEPTANCE: {"checker"},
        StepKind.SIGN_OFF: {"office", "leader"}, StepKind.PUBLICITY: {"office"},
        StepKind.OBJECTION: {"office"}, StepKind.CLOSE_OUT: {"office"},
        StepKind.FILING: {"office"}, StepKind.LOOK_BACK: {"checker"},
    }  # fmt: skip
    everybody = ("office", "worker", "colleague", "checker", "leader", "outsider", "auditor",
                 "administrator")  # fmt: skip
    with db.session.no_autoflush:
        for kind, action in PASSED_BY.items():
            task = anywhere(kind)
            may = {name for name in everybody if permits(getattr(city, name), action, task)}
            assert may == names[kind], kind


def test_a_session_is_no_way_round(works):
    task = works.applied()
    operations.verify(task, met(task), works.city.checker)
    judge_too = somebody(works.city, Role.SUPERVISOR, "both units")
    verdict = Verdict(task, TaskAction.ACCEPT, met(task))
    with pytest.raises(Refusal, match="第1项：申请销号的单位不能"):
        hold_session(works.city.list, Minutes(clock.today(), "议定"), [verdict], judge_too)


def test_a_government_is_not_its_own_departments_judge(works):
    """It speaks for the bureau that applied, so nobody acting for it checks that bureau's work."""
    task = works.applied()
    grant = Grant(
        Role.SUPERVISOR, works.city.government.id, works.city.government.path, is_government=True
    )
    whole = replace(works.city.outsider, grants=(grant,))
    with pytest.raises(Refusal, match="申请销号的单位不能"):
        operations.verify(task, Finding("看过", clock.today()), whole)
