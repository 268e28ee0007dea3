"""From joint sign-off to relapse under the procedure for works; all or nothing throughout."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from app import clock
from app.access.actions import TaskAction
from app.closeout import operations, queries
from app.closeout.drafts import Checked, Finding, Material, Relapse
from app.closeout.models import AcceptanceSession, StepRecord
from app.closeout.operations.sessions import Minutes, Verdict, hold_session
from app.closeout.queries.queue import aftercare, queue
from app.closeout.vocabulary import Answer, Result
from app.closeout.workflow import required_materials
from app.database import db
from app.deadlines.months import months_after
from app.deadlines.phrases import read_deadline
from app.inspections.vocabulary import StepKind
from app.metrics.queries import balance, figures, scope_at, standings
from app.metrics.vocabulary import Figure
from app.tasks.drafts import ReportDraft
from app.tasks.models import TaskEvent
from app.tasks.operations import hand_over, report_progress
from app.tasks.queries import Scope, links_of
from app.tasks.vocabulary import LinkKind, Pace, TaskState
from app.wording import Refusal
from app.workflow import IllegalAction
from tests.app.closeout.conftest import STATEMENT, explained, met


def test_an_application_without_its_materials_is_refused_with_their_names(works):
    task = works.task()
    report_progress(task, ReportDraft("完成。", 100, Pace.ON_SCHEDULE), works.city.worker)
    names = required_materials(task.procedure)
    given = [one for one in explained(task) if one.name != "监测报告"]
    with pytest.raises(Refusal, match="还缺1份材料：监测报告"):
        operations.apply(task, STATEMENT, works.city.worker, given)
    foreign = [*given, Material("监测报告", evidence_id=12345)]
    with pytest.raises(Refusal, match="只能用本项的证据"):
        operations.apply(task, STATEMENT, works.city.worker, foreign)
    application = operations.apply(task, STATEMENT, works.city.worker, explained(task))
    assert [one.name for one in application.materials] == names


def test_a_verification_answers_every_criterion_and_passes_with_none_unmet(works):
    task = works.applied()
    with pytest.raises(Refusal, match="还有4条标准"):
        operations.verify(task, Finding("看过", clock.today()), works.city.checker)
    finding = met(task, people="核查组", places="3处")
    first, *rest = finding.checklist
    unmet = replace(finding, checklist=(replace(first, answer=Answer.UNMET), *rest))
    with pytest.raises(Refusal, match="有1处不符合"):
        operations.verify(task, unmet, works.city.checker)
    site = Checked("东侧排口", Answer.UNMET, "又见污水")
    with pytest.raises(Refusal, match="有1处不符合"):
        operations.verify(task, replace(finding, sites=(site,)), works.city.checker)
    operations.verify(task, finding, works.city.checker)
    record = queries.open_application(task.id).records[-1]
    assert (record.people, record.places, len(record.checked)) == ("核查组", "3处", 4)


def test_a_joint_sign_off_passes_when_the_last_has_signed_and_nobody_signs_twice(works):
    task = works.accepted()
    operations.sign_off(task, met(task), works.city.leader)
    assert task.step.kind is StepKind.SIGN_OFF
    with pytest.raises(Refusal, match="您已经签过"):
        operations.sign_off(task, met(task), works.city.leader)
    operations.sign_off(task, met(task), works.city.office)
    assert task.step.kind is StepKind.PUBLICITY


@pytest.fixture
def closed(works):
    task, city = works.accepted(), works.city
    operations.sign_off(task, met(task), city.leader)
    operations.sign_off(task, met(task), city.office)
    operations.pass_step(task, TaskAction.PUBLISH, met(task), city.office)
    assert task.step.kind is StepKind.CLOSE_OUT  # nobody objected
    operations.close(task, met(task), city.office)
    return task


def test_what_follows_close_out_leaves_the_task_closed(works, closed):
    city = works.city
    due = months_after(clock.today(), 6)
    assert [(one.kind, one.due_on) for one in aftercare(city.office)][-1] == (
        StepKind.LOOK_BACK, due,
    )  # fmt: skip
    operations.file(closed, met(closed), city.office)
    with pytest.raises(IllegalAction):
        operations.file(closed, met(closed), city.office)
    operations.look_back(closed, met(closed), Result.RELAPSED, city.checker)
    assert aftercare(city.office) == []
    assert closed.state is TaskState.CLOSED
    assert queries.closed_application(closed.id).records[-1].result is Result.RELAPSED


def test_a_relapse_is_a_new_task_linked_to_the_closed_one_and_counted_apart(works, closed):
    city, moment = works.city, clock.now()
    db.session.flush()
    before = standings(scope_at(city.list, moment))
    with clock.set_to(moment + timedelta(days=1)):
        draft = Relapse("1-1", "管网又混接", read_deadline("2031年3月底前"), "回头看发现")
        new = operations.relapse(closed, draft, city.office)
        hand_over(new, city.office)
        db.session.flush()
        after = standings(scope_at(city.list, clock.now()))
    assert (new.state, closed.state) == (TaskState.IN_RECTIFICATION, TaskState.CLOSED)
    (tie,) = links_of(new.id)
    assert (tie.kind, tie.other_id) == (LinkKind.RELAPSE_OF, closed.id)
    _units, total = balance(before, after)
    assert (total.new, total.relapsed, total.now, total.adds_up) == (0, 1, 1, True)


def test_the_queue_counts_what_the_figure_counts_with_the_days_of_each_stage(works, travel):
    city, today = works.city, clock.today()
    task = works.applied()
    with clock.set_to(clock.now() + timedelta(days=31)):
        (row,) = queue(city.office)
        assert (row.in_stage, row.alarmed, row.waiting.late) == (31, True, 1)
        operations.verify(task, met(task), city.checker)
        db.session.flush()
    with clock.set_to(clock.now() + timedelta(days=36)):
        (row,) = queue(city.office)
        assert [(stay.kind, stay.days) for stay in row.stays] == [
            (StepKind.VERIFICATION, 31), (StepKind.ACCEPTANCE, 5),
        ]  # fmt: skip
        assert (row.total, row.alarmed) == (36, False)
        scope = Scope(lists=(city.list,), day=today, actor=city.office)
        assert figures(scope)[Figure.WAITING] == len(queue(city.office))
    assert queue(city.outsider) == []


def test_a_session_does_all_or_nothing(works):
    city = works.city
    first, second = works.applied("1"), works.applied("2")
    operations.verify(first, met(first), city.checker)
    db.session.commit()
    verdicts = [Verdict(one, TaskAction.ACCEPT, met(first)) for one in (first, second)]
    with pytest.raises(Refusal, match=r"第2项：.*各项都没有办"):
        hold_session(city.list, Minutes(clock.today(), "议定"), verdicts, city.checker)
    db.session.rollback()
    assert db.session.query(AcceptanceSession).count() == 0
    assert first.step.kind is StepKind.ACCEPTANCE
    operations.verify(second, met(second), city.checker)
    held = hold_session(city.list, Minutes(clock.today(), "议定"), verdicts, city.checker)
    assert len(held.records) == 2
    assert {one.step.kind for one in (first, second)} == {StepKind.SIGN_OFF}


@pytest.mark.parametrize("broken", [TaskEvent, StepRecord])
def test_a_deed_that_breaks_between_its_writes_leaves_nothing(works, broken):
    task = works.applied()
    db.session.commit()
    before = (task.version, db.session.query(TaskEvent).count())

    def fail(*_facts: object) -> None:
        raise RuntimeError("the plug was pulled")

    event.listen(broken, "before_insert", fail)
    try:
        with pytest.raises(RuntimeError):  # noqa: PT012  # the record may be written at the commit
            operations.verify(task, met(task), works.city.checker)
            db.session.commit()
    finally:
        event.remove(broken, "before_insert", fail)
    db.session.rollback()
    assert (task.version, db.session.query(TaskEvent).count()) == before
    assert task.step.kind is StepKind.VERIFICATION
    assert len(queries.open_application(task.id).records) == 2
