from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Grant, Part
from app.access.policy import permits
from app.access.roles import Role
from app.closeout import operations, queries
from app.closeout.drafts import Finding
from app.closeout.models import Application
from app.closeout.vocabulary import Outcome, Result
from app.database import db
from app.inspections.vocabulary import StepKind
from app.tasks.drafts import Correction, ReportDraft
from app.tasks.operations import correct, report_progress
from app.tasks.queries import waiting_for
from app.tasks.vocabulary import Pace, TaskState
from app.wording import Moved, Refusal
from app.workflow import IllegalAction

STATEMENT = "全部管网已改造，经自查达到整改目标。"


def finding(opinion="现场查看3处，均已改造。"):
    return Finding(opinion=opinion, acted_on=clock.today())


@pytest.fixture
def done(city):
    task = city.task()
    report_progress(task, ReportDraft("改造完成。", 100, Pace.ON_SCHEDULE), city.worker)
    operations.apply(task, STATEMENT, city.worker)
    return task


def test_an_application_needs_progress(city):
    with pytest.raises(Refusal, match="还没有报过进展"):
        operations.apply(city.task(), STATEMENT, city.worker)


def test_an_application_completes_self_check_and_application(city, done):
    application = queries.open_application(done.id)
    assert [record.step.kind for record in application.records] == [
        StepKind.SELF_CHECK, StepKind.APPLICATION,
    ]  # fmt: skip
    assert (done.state, done.step.kind) == (TaskState.CLOSING, StepKind.VERIFICATION)
    assert (done.done_on, done.applicant_unit_id) == (clock.today(), city.water.id)


def test_a_task_goes_step_by_step_until_it_is_struck_off(city, done):
    operations.verify(done, finding(), city.checker)
    assert done.step.kind is StepKind.ACCEPTANCE
    operations.accept(done, finding("同意验收。"), city.checker)
    assert done.step.kind is StepKind.CLOSE_OUT
    operations.close(done, finding("予以销号。"), city.office)
    assert (done.state, done.closed_on, done.step) == (TaskState.CLOSED, clock.today(), None)
    (application,) = queries.applications_of(done.id)
    assert (application.outcome, len(application.records)) == (Outcome.CLOSED, 5)


def test_steps_cannot_be_skipped(city, done):
    with pytest.raises(IllegalAction):
        operations.accept(done, finding(), city.checker)
    with pytest.raises(IllegalAction):
        operations.close(done, finding(), city.office)


def test_returned_work_is_in_rectification_again(city, done):
    operations.give_back(done, finding("北段未改造。"), city.checker)
    assert (done.state, done.done_on, done.applicant_id) == (
        TaskState.IN_RECTIFICATION, None, None,
    )  # fmt: skip
    (application,) = queries.applications_of(done.id)
    assert application.outcome is Outcome.RETURNED
    assert application.records[-1].result is Result.RETURNED
    operations.apply(done, STATEMENT, city.colleague)
    assert len(queries.applications_of(done.id)) == 2


def test_the_office_may_return_what_waits_for_it(city, done):
    operations.verify(done, finding(), city.checker)
    operations.accept(done, finding(), city.checker)
    operations.give_back(done, finding("材料缺验收单。"), city.office)
    assert done.state is TaskState.IN_RECTIFICATION
    (application,) = queries.applications_of(done.id)
    assert application.records[-1].unit_id == city.office_unit.id


def test_whoever_applied_never_judges(city, done):
    both = replace(
        city.worker,
        grants=(*city.worker.grants, Grant(Role.SUPERVISOR, city.housing.id, city.government.path)),
    )
    for action in (TaskAction.VERIFY, TaskAction.ACCEPT, TaskAction.RETURN):
        assert not permits(both, action, done)
    for judge in (operations.verify, operations.give_back):
        with pytest.raises(Refusal, match="申请人不能"):
            judge(done, finding(), both)


def test_the_unit_that_applied_never_judges_by_another_person(city):
    task = city.task(
        parts=((Part.LEAD, city.water.id), (Part.SUPERVISING, city.water.id)),
    )
    report_progress(task, ReportDraft("改造完成。", 100, Pace.ON_SCHEDULE), city.worker)
    operations.apply(task, STATEMENT, city.worker)
    colleague = replace(
        city.colleague, grants=(Grant(Role.SUPERVISOR, city.water.id, city.government.path),)
    )
    assert not permits(colleague, TaskAction.VERIFY, task)
    with pytest.raises(Refusal, match="申请销号的单位不能"):
        operations.verify(task, finding(), colleague)


def test_an_acceptance_unit_accepts_where_the_task_names_one(city):
    task = city.task(
        parts=(
            (Part.LEAD, city.water.id),
            (Part.SUPERVISING, city.housing.id),
            (Part.ACCEPTANCE, city.county.id),
        ),
    )
    report_progress(task, ReportDraft("改造完成。", 100, Pace.ON_SCHEDULE), city.worker)
    operations.apply(task, STATEMENT, city.worker)
    operations.verify(task, finding(), city.checker)
    with pytest.raises(Refusal, match="不承办"):
        operations.accept(task, finding(), city.checker)
    accepting = replace(
        city.outsider, grants=(Grant(Role.SUPERVISOR, city.county.id, city.county.path),)
    )
    operations.accept(task, finding(), accepting)
    assert task.step.kind is StepKind.CLOSE_OUT


def test_a_judgement_is_never_dated_in_the_future(city, done):
    tomorrow = Finding("查看", clock.today() + timedelta(days=1))
    with pytest.raises(Refusal, match="不能晚于今天"):
        operations.verify(done, tomorrow, city.checker)


def test_a_task_that_is_closing_or_closed_is_not_edited(city, done):
    correction = Correction("改题", None, city.water.id, "试")
    with pytest.raises(Moved, match="不能再更正"):
        correct(done, correction, city.office)
    operations.verify(done, finding(), city.checker)
    operations.accept(done, finding(), city.checker)
    operations.close(done, finding(), city.office)
    with pytest.raises(Moved, match="不能再更正"):
        correct(done, correction, city.office)
    with pytest.raises(IllegalAction):
        report_progress(done, ReportDraft("再报", 100, Pace.AHEAD, reason="补"), city.worker)


def test_a_task_has_one_open_application(city, done):
    application = queries.open_application(done.id)
    twin = Application(
        task=done, procedure=application.procedure, unit_id=city.water.id,
        applicant_id=city.worker.person_id, applicant_name="重", applied_at=clock.now(),
        statement=STATEMENT,
    )  # fmt: skip
    db.session.add(twin)
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_step_that_takes_too_long_is_late_from_the_day_after_its_limit(city, done):
    assert waiting_for(done).late == 0
    done.step_since = clock.today() - timedelta(days=30)
    assert (waiting_for(done).late, waiting_for(done).day) == (0, 31)
    done.step_since = clock.today() - timedelta(days=31)
    assert waiting_for(done).late == 1
    assert [unit.name for unit in waiting_for(done).units] == [city.housing.name]
