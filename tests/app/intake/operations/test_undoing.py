from datetime import datetime, timedelta

import pytest

from app.clock import LOCAL, set_to
from app.database import db
from app.intake import operations
from app.intake.models import IntakeDocument
from app.intake.operations import cases, revision
from app.intake.vocabulary import Decision, ImportState
from app.ledgers import operations as ledgers
from app.petitions.queries import cases_with_ids
from app.tasks.drafts import Correction
from app.tasks.operations import correct, hand_over
from app.tasks.operations.uses import register_use
from app.tasks.queries import tasks_of_list
from app.wording import Moved
from tests.app.intake.conftest import Take
from tests.app.intake.operations.test_likeness import CASES
from tests.app.intake.papers import PLAN
from tests.factories.city import City

MONDAY = datetime(2026, 11, 16, 9, tzinfo=LOCAL)


def reasons(document: IntakeDocument) -> list[str]:
    return [str(reason) for reason in operations.undo_hindrances(document)]


def test_each_reason_names_its_tasks(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.confirm(document, city.office)
    assert reasons(document) == []
    first, second, third = tasks_of_list(city.list.id)
    hand_over(first, city.office)
    correct(second, Correction("污泥", None, city.water.id, "笔误"), city.office)

    assert reasons(document) == ["第1项已经交办，不能整批撤回", "第2项已经改过，不能整批撤回"]
    with pytest.raises(Moved, match="第1项已经交办"):
        operations.undo(document, city.office)
    assert third in tasks_of_list(city.list.id)


def test_a_ledger_that_counts_a_revised_task_is_built_on_it(take: Take, city: City) -> None:
    register_use(ledgers.queries.counted_since)
    with set_to(MONDAY):
        operations.confirm(take(PLAN), city.office)
        first, _, _ = tasks_of_list(city.list.id)
        hand_over(first, city.office)
    with set_to(MONDAY + timedelta(days=1)):
        document = take(PLAN.replace("2026年12月底前", "2027年6月底前"), "修订版.txt")
        revision.accept_unchallenged(document, city.office)
        operations.confirm(document, city.office)
        assert reasons(document) == []
    with set_to(MONDAY + timedelta(days=2)):
        issue = ledgers.prepare(city.list, datetime(2026, 11, 22, tzinfo=LOCAL).date(), city.office)
        assert reasons(document) == ["第1项已计入台账草稿，不能整批撤回"]
    with set_to(datetime(2026, 11, 22, 19, tzinfo=LOCAL)):
        ledgers.refresh(issue, city.office)
        ledgers.review(issue, city.office)
        ledgers.issue(issue, city.office)
        assert reasons(document) == ["第1项已计入2026年第1期台账，不能整批撤回"]


def test_cases_are_taken_back_whole_until_one_was_changed(take: Take, city: City) -> None:
    document = take(CASES)
    for row in document.cases:
        cases.decide_case(row, Decision.ACCEPTED, city.office)
    cases.confirm_cases(document, city.office)
    assert reasons(document) == []
    (first, *_) = cases_with_ids([row.case_id for row in document.cases if row.case_id])
    first.district = "东城区"
    db.session.flush()

    assert reasons(document) == ["信访件D1001已经改过，不能整批撤回"]
    with pytest.raises(Moved):
        operations.undo(document, city.office)
    assert document.state is ImportState.CONFIRMED


def test_after_seven_days_nothing_is_taken_back(take: Take, city: City) -> None:
    document = take(PLAN)
    with set_to(MONDAY):
        operations.confirm(document, city.office)
    with set_to(MONDAY + timedelta(days=7)):
        assert reasons(document) == []
    with set_to(MONDAY + timedelta(days=7, seconds=1)):
        assert reasons(document) == ["入账已满7日，不能整批撤回"]
