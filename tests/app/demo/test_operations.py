"""The city loads through the application's own operations, and its figures agree."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from flask import Flask, current_app, g
from sqlalchemy import func, select

from app import clock
from app.access.actor import TAKES_PART
from app.access.roles import Role
from app.accountability.queries import matters_for, totals
from app.accountability.vocabulary import Rank
from app.accounts.models import Person
from app.accounts.operations.passwords import is_right
from app.accounts.queries import person_with_login
from app.assessment.models import Assessment
from app.audit.models import AuditEntry
from app.audit.queries import first_break
from app.audit.vocabulary import Fault
from app.clock import LOCAL
from app.database import db
from app.demo.operations import Account, load
from app.engagements.queries import sponsorings
from app.home.views.todos import todos
from app.inspections.models import RectificationList
from app.inspections.queries import periods_of
from app.inspections.vocabulary import StepKind
from app.intake.models import IntakeDocument
from app.intake.vocabulary import ImportState
from app.ledgers.models import LedgerIssue
from app.ledgers.vocabulary import LedgerState
from app.metrics.queries.balance import Standing, scope_at, standings
from app.petitions.models import PetitionCase
from app.publication.models import Publicity
from app.tasks.models import Aspect, Category, Evidence, ProgressReport, Task, TaskUnit
from app.tasks.vocabulary import Stage, TaskState

THURSDAY = datetime(2026, 11, 26, 15, 0, tzinfo=LOCAL)


@pytest.fixture(
    scope="module",
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)],
)
def shown(request, make_app: Callable[[str], Flask]) -> Iterator[tuple[Account, ...]]:
    """The accounts of a city that is loaded once for all tests, and rolled back after them."""
    only = request.config.getoption("engine")
    if only not in (None, request.param):
        pytest.skip(f"only {only} was asked for")
    app = make_app(request.param)
    numbers = iter(range(100))
    with app.app_context(), clock.set_to(THURSDAY):
        yield load(lambda: f"password-{next(numbers)}")
        db.session.rollback()


@pytest.fixture
def now(shown) -> dict[str, Standing]:
    subject = db.session.scalars(select(RectificationList)).one()
    this_week = periods_of(subject.id)
    scope = scope_at(subject, THURSDAY, tuple(period.id for period in this_week[:1]))
    numbers = {task.id: task.number for task in db.session.scalars(select(Task))}
    return {numbers[each.task_id]: each for each in standings(scope)}


def test_one_account_a_role_is_shown_and_its_password_is_right(shown):
    assert Counter(account.role for account in shown) == dict.fromkeys(
        set(Role) - {Role.AUDIT_ADMIN}, 1
    )
    for account in shown:
        person = db.session.scalars(select(Person).where(Person.login == account.login)).one()
        assert is_right(account.password, person.password_hash)
        assert not person.must_change_password


def test_the_list_is_whole(shown):
    counts = [
        db.session.scalar(select(func.count()).select_from(t)) for t in (Aspect, Category, Task)
    ]
    assert counts == [4, 14, 33]


def test_nine_are_closed_seven_wait_and_seventeen_are_rectified(shown):
    states = Counter(db.session.scalars(select(Task.state)))
    assert states == {
        TaskState.CLOSED: 9,
        TaskState.CLOSING: 7,
        TaskState.IN_RECTIFICATION: 17,
    }


def test_what_is_overdue_and_what_is_silent_is_what_the_story_says(now):
    assert {number for number, each in now.items() if each.is_overdue} == {"6", "23", "27"}
    assert {number for number, each in now.items() if each.is_missing} == {"27", "32"}


def test_the_stages_add_up_to_all_tasks(now):
    stages = Counter(each.stage for each in now.values())
    assert stages[Stage.CLOSED] == 9
    assert stages[Stage.DONE] == 7
    assert sum(stages.values()) == 33


def test_whoever_was_given_a_task_has_signed_for_it(shown):
    unsigned = select(TaskUnit).where(TaskUnit.part.in_(TAKES_PART), TaskUnit.signed_at.is_(None))
    assert db.session.scalars(unsigned).all() == []


def test_every_report_and_photo_is_there_in_the_order_of_time(shown):
    assert db.session.scalar(select(func.count()).select_from(ProgressReport)) > 300
    assert db.session.scalar(select(func.count()).select_from(Evidence)) > 100
    moments = db.session.scalars(select(AuditEntry.at).order_by(AuditEntry.position)).all()
    assert moments == sorted(moments)
    assert moments[-1] <= THURSDAY
    broken = first_break()
    assert broken is None or broken.fault is Fault.HEAD_MISSING  # it is kept at the commit


def test_each_week_has_an_issued_ledger_and_this_week_a_draft(shown):
    issues = db.session.scalars(select(LedgerIssue).order_by(LedgerIssue.counted_at)).all()
    assert [issue.state for issue in issues] == [LedgerState.ISSUED] * 11 + [LedgerState.DRAFT]
    assert [issue.number for issue in issues] == [*range(1, 12), None]
    assert all(issue.pdf and issue.pdf.size > 20_000 for issue in issues[:-1])


def test_a_batch_of_cases_is_recorded_and_one_waits_with_doubts(shown):
    recorded = db.session.scalars(select(PetitionCase)).all()
    waiting = db.session.scalars(
        select(IntakeDocument).where(IntakeDocument.state == ImportState.REVIEW)
    ).one()

    assert len(recorded) == 16
    assert sum(case.priority for case in recorded) == 1
    assert {case.batch_number for case in recorded} == {3}
    assert (len(waiting.cases), waiting.title) == (6, None)
    assert 1 <= sum(case.is_doubtful for case in waiting.cases) < 6


def test_leaders_were_on_site_and_one_of_them_is_late(shown):
    office = person_with_login("liumingwei").actor(THURSDAY.date(), "test")
    standings = sponsorings(office, THURSDAY.date())
    assert len(standings) == 3
    assert [one.days_late > 0 for one in standings] == [True, False, False]


def test_persons_held_accountable_add_up(shown):
    office = person_with_login("liumingwei").actor(THURSDAY.date(), "test")
    counted = totals(matters_for(office))
    assert counted.persons == sum(counted[rank, None] for rank in Rank) == 21


def test_an_assessment_is_announced_and_every_point_has_its_fact(shown):
    (announced,) = db.session.scalars(select(Assessment))
    assert announced.announced
    assert announced.lines
    assert all(line.event_id or line.period_id for line in announced.lines)


def test_two_publicities_are_over_one_runs_and_one_task_waits_for_signatures(shown, now):
    found = db.session.scalars(select(Publicity).order_by(Publicity.first_day)).all()
    assert [one.task.number for one in found] == ["29", "31", "30"]
    assert [one.ended_on is not None for one in found] == [True, True, False]
    assert all(one.paper.size > 10_000 for one in found)
    assert now["25"].step_kind is StepKind.SIGN_OFF
    assert now["30"].step_kind is StepKind.PUBLICITY


def test_what_waits_for_signatures_and_filing_stands_on_the_first_pages(shown):
    said = {}
    for login in ("liumingwei", "fuboqian"):
        actor = person_with_login(login).actor(THURSDAY.date(), "test")
        g.pop("todos", None)
        with current_app.test_request_context():
            said[login] = {todo.deed_href.rpartition("/")[2] for todo in todos(actor)}
    assert {"sign-off", "file"} <= said["liumingwei"]
    assert "sign-off" in said["fuboqian"]
