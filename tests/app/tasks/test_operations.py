from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Part
from app.audit.models import AuditEntry
from app.database import db
from app.files.operations import put
from app.tasks import operations, queries
from app.tasks.drafts import Correction, ReportDraft
from app.tasks.models import Task, TaskEvent
from app.tasks.operations.moving import PROJECTED, plain
from app.tasks.vocabulary import EventKind, Pace, TaskState
from app.wording import Moved, Refusal
from tests.factories.city import picture

SAID = ReportDraft(text="完成管网改造2公里。", percent=40, pace=Pace.ON_SCHEDULE)


def kinds(task):
    return [event.kind for event in reversed(queries.events_of(task.id))]


def test_a_task_is_a_draft_until_it_is_handed_over(city):
    task = operations.open_task(city.list, city.draft(), city.office)
    assert task.state is TaskState.DRAFT
    operations.hand_over(task, city.office)
    assert task.state is TaskState.IN_RECTIFICATION
    assert task.handed_over_on == clock.today()
    assert kinds(task) == [EventKind.OPENED, EventKind.HANDED_OVER]


def test_a_number_stands_once_in_a_list(city):
    city.task("7")
    with pytest.raises(Refusal, match="第7项"):
        operations.open_task(city.list, city.draft("7"), city.office)


def test_tasks_of_one_heading_share_their_aspect_and_category(city):
    first, second = city.task("1"), city.task("2")
    other = city.task("3", category="泵站老化")
    assert first.category is second.category
    assert other.category is not first.category
    assert other.category.aspect is first.category.aspect
    assert [first.position, second.position, other.position] == [1, 2, 3]


def test_a_task_without_a_supervising_unit_is_not_handed_over(city):
    draft = city.draft(parts=((Part.LEAD, city.water.id),))
    task = operations.open_task(city.list, draft, city.office)
    with pytest.raises(Refusal, match="没有督导单位"):
        operations.hand_over(task, city.office)


def test_a_unit_signs_once(city):
    task = city.task()
    operations.sign(task, city.worker)
    (link,) = [link for link in task.links if link.unit_id == city.water.id]
    assert link.signed_by_id == city.worker.person_id
    with pytest.raises(Moved, match="已经签收"):
        operations.sign(task, city.colleague)


def test_an_outsider_cannot_sign_even_past_the_policy(city):
    with pytest.raises(Refusal, match="不承办"):
        operations.sign(city.task(), city.outsider)


def test_a_report_belongs_to_the_period_that_is_open(city):
    task = city.task()
    report = operations.report_progress(task, SAID, city.worker)
    assert report.period.first_day <= clock.today() + timedelta(days=7)
    assert report.period.cutoff_at >= clock.now()
    assert task.latest_report is report


def test_a_second_report_of_a_period_is_a_version_with_a_reason(city):
    task = city.task()
    operations.report_progress(task, SAID, city.worker)
    with pytest.raises(Refusal, match="更正请写明理由"):
        operations.report_progress(task, SAID, city.worker)
    corrected = ReportDraft("完成3公里。", 45, Pace.AHEAD, reason="漏计1公里")
    second = operations.report_progress(task, corrected, city.colleague)
    assert (second.version_no, second.reason) == (2, "漏计1公里")
    assert [one.percent for one in queries.reports_of(task.id)] == [45, 40]


def test_a_report_ends_its_authors_draft_only(city):
    task = city.task()
    operations.save_draft(task, {"text": "改"}, city.worker)
    operations.save_draft(task, {"text": "改了"}, city.worker)
    operations.save_draft(task, {"text": "另一人"}, city.colleague)
    operations.report_progress(task, SAID, city.worker)
    db.session.flush()
    assert queries.progress_draft(task.id, city.worker.person_id) is None
    assert queries.progress_draft(task.id, city.colleague.person_id).typed == {"text": "另一人"}


def test_the_same_file_is_evidence_once(city):
    task = city.task()
    blob = put(picture(), "现场.png")
    evidence = operations.attach_evidence(task, blob, "现场.png", "泵房", city.worker)
    assert (evidence.unit_id, len(evidence.token) > 20) == (city.water.id, True)
    with pytest.raises(Refusal, match="内容相同"):
        operations.attach_evidence(task, blob, "另名.png", None, city.colleague)


def test_a_checker_shows_evidence_for_the_checking_unit(city):
    blob = put(picture(9), "监测.png")
    evidence = operations.attach_evidence(city.task(), blob, "监测.png", None, city.checker)
    assert evidence.unit_id == city.housing.id


def test_a_new_lead_unit_takes_part_and_counting(city):
    task = city.task()
    correction = Correction("混接三处", "全部收集", city.county.id, "按属地调整")
    operations.correct(task, correction, city.office)
    assert task.counting_unit is city.county
    assert [unit.name for unit in task.units_as(Part.LEAD)] == [city.county.name]
    assert task.links[0].ends_on == clock.today()
    event = queries.events_of(task.id)[0]
    assert event.before["counting_unit_id"] == city.water.id
    assert event.after["counting_unit_id"] == city.county.id


def test_what_takes_effect_is_never_in_the_future(city):
    task = city.task()
    deed = operations.Deed(
        action=TaskAction.CORRECT,
        effective_on=clock.today() + timedelta(days=1),
    )
    with pytest.raises(Refusal, match="不能晚于今天"):
        operations.move(task, deed, city.office)


def test_every_task_equals_its_last_event(city):
    task = city.task()
    operations.sign(task, city.worker)
    operations.report_progress(task, SAID, city.worker)
    event = queries.events_of(task.id)[0]
    for key in PROJECTED:
        assert getattr(event, key) == getattr(task, key), key


def test_every_event_has_its_audit_entry(city):
    task = city.task()
    operations.sign(task, city.worker)
    audited = [
        entry.action for entry in db.session.query(AuditEntry).filter_by(subject_kind="task")
    ]
    assert audited == ["task:open", "task:hand-over", "task:sign"]


def test_two_people_changing_one_task_are_told(city):
    task = city.task()
    db.session.execute(text("UPDATE task SET version = version + 1"))
    task.problem = "另一人正在改"
    with pytest.raises(StaleDataError):
        db.session.flush()


@pytest.mark.parametrize(
    "wrong",
    [
        "state = 'closed'",
        "state = 'closing'",
        "state = 'reopened'",
        "closed_on = '2026-11-22'",
        "done_on = '2026-11-22'",
        "handed_over_on = NULL",
    ],
)
def test_the_database_refuses_states_that_lack_their_facts(city, wrong):
    task = city.task()
    db.session.flush()
    with pytest.raises(IntegrityError):
        db.session.execute(text(f"UPDATE task SET {wrong} WHERE id = {task.id}"))


def test_a_row_says_plainly_what_it_was():
    assert plain(TaskState.CLOSED) == "closed"
    assert plain(clock.today()) == clock.today().isoformat()
    for table in (Task.__table__, TaskEvent.__table__):
        assert set(PROJECTED) <= set(table.c.keys())


def test_who_checks_a_task_cannot_be_made_to_lead_it(city):
    task = city.task()
    with pytest.raises(Refusal, match="不能兼任牵头"):
        operations.correct(task, Correction("题", None, city.housing.id, "试"), city.office)
    assert task.counting_unit_id == city.water.id
