"""What waits for whom, and how the first page says it."""

from datetime import timedelta

import pytest

from app import clock
from app.access.roles import Role
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.home.drafts import Todo
from app.home.views.todos import grouped
from app.ledgers import operations as ledgers
from app.tasks import operations as tasks
from app.tasks.drafts import ReportDraft
from app.tasks.vocabulary import Pace
from tests.app.tasks.test_queries import due_in
from tests.factories.city import small_city


@pytest.fixture
def home(app, log_in):
    """Return the first page of a role, after a story has been told to the city."""

    def read(tell, role):
        with app.app_context():
            city = small_city()
            tell(city)
            people = {
                Role.OFFICE: city.office, Role.UNIT: city.worker, Role.SUPERVISOR: city.checker,
                Role.LEADER: city.leader, Role.AUDITOR: city.auditor,
                Role.SYSTEM_ADMIN: city.administrator,
            }  # fmt: skip
            db.session.commit()
            person = people[role]
        answer = log_in(_Somebody(person.person_id)).get("/")
        assert answer.status_code == 200
        return answer.text

    return read


class _Somebody:
    def __init__(self, key):
        self.id = key


def report(city, task, pace=Pace.ON_SCHEDULE):
    tasks.report_progress(task, ReportDraft("做", 50, pace), city.worker)


def apply(city, task):
    report(city, task)
    closeout.apply(task, "全部措施完成，达到整改目标。", city.worker)


def accepted(city, task):
    apply(city, task)
    seen = Finding("已看现场。", clock.today())
    closeout.verify(task, seen, city.checker)
    closeout.accept(task, seen, city.checker)


def test_the_office_is_told_of_drafts_to_hand_over(home):
    page = home(lambda city: tasks.open_task(city.list, city.draft(), city.office), Role.OFFICE)
    assert "1项待交办" in page
    assert "去交办" in page


def test_the_office_is_told_what_waits_for_close_out(home):
    page = home(lambda city: accepted(city, city.task()), Role.OFFICE)
    assert "待办理销号" in page
    assert "办理销号</a>" in page


def test_the_office_is_told_of_a_check_that_takes_too_long(home):
    def story(city):
        task = city.task()
        apply(city, task)
        task.step_since = clock.today() - timedelta(days=40)

    page = home(story, Role.OFFICE)
    assert "超期10天" in page
    assert "已超期" in page


def test_the_office_is_told_who_has_not_reported(home):
    def story(city):
        report(city, city.task("1"))
        city.task("2")

    page = home(story, Role.OFFICE)
    assert "本期1项未报：清江市水务局" in page


def test_the_office_is_told_of_a_ledger_half_done(home):
    def story(city):
        task = city.task()
        report(city, task)
        ledgers.prepare(city.list, task.latest_report.period.last_day, city.office)

    assert "截数后审核、签发" in home(story, Role.OFFICE)


def test_a_unit_signs_first_then_reports_then_minds_its_deadlines(home):
    def story(city):
        city.task("1")
        signed = city.task("2")
        tasks.sign(signed, city.worker)
        late = city.task("3", deadline=due_in(-3))
        tasks.sign(late, city.worker)
        report(city, late)

    page = home(story, Role.UNIT)
    assert "去签收" in page
    assert "报本期进展" in page
    assert "逾期3天" in page


def test_a_checker_is_told_what_to_verify_and_to_accept(home):
    def story(city):
        apply(city, city.task("1"))
        second = city.task("2")
        apply(city, second)
        closeout.verify(second, Finding("已看现场。", clock.today()), city.checker)

    page = home(story, Role.SUPERVISOR)
    assert "请到现场核查后填写意见" in page
    assert "请给出验收意见" in page


def test_a_leader_is_given_the_issued_ledger_and_what_is_red(home):
    def story(city):
        task = city.task(deadline=due_in(-3))
        report(city, task)
        period = task.latest_report.period
        with clock.set_to(period.cutoff_at + timedelta(hours=1)):
            issue = ledgers.prepare(city.list, period.last_day, city.office)
            ledgers.review(issue, city.office)
            ledgers.issue(issue, city.office)

    page = home(story, Role.LEADER)
    assert "下载台账" in page
    assert "逾期3天" in page


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SYSTEM_ADMIN])
def test_who_keeps_the_system_sees_no_task(home, role):
    page = home(lambda city: city.task(problem="只有承办单位能看的问题"), role)
    assert "没有待办" in page
    assert "只有承办单位能看的问题" not in page


def test_what_waits_is_sorted_by_urgency(room):
    def todo(title, **when):
        return Todo(kind="", title=title, href="", why="", deed="", deed_href="", **when)

    today = clock.today()
    waiting = [
        todo("晚", due_on=today - timedelta(days=1), late=True),
        todo("今", due_on=today),
        todo("尽快"),
        todo("周", due_on=today + timedelta(days=7)),
        todo("后", due_on=today + timedelta(days=8)),
    ]
    groups = grouped(waiting)
    assert [[one.title for one in group.todos] for group in groups] == [
        ["晚"], ["今", "尽快"], ["周"], ["后"],
    ]  # fmt: skip
