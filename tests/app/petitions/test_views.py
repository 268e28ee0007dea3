"""The list shows no text of a case; the texts open with a right and a reason."""

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.queries import person_with_login
from app.audit.models import AuditEntry
from app.database import Base, db
from app.petitions.drafts import CaseDraft
from app.petitions.models import PetitionCase
from app.petitions.operations import open_cases
from app.petitions.vocabulary import CaseStatus, Channel, Verdict
from tests.conftest import LogIn
from tests.factories.city import petition_clerk, small_city

SECRET = "举报人赵某某住临江里3号"
DRAFT = CaseDraft(
    number="D2QJ202609100017",
    texts={"content": SECRET, "handling": "罚款1.2万元"},
    source={"filename": "第3批.xlsx", "sha256": "ab" * 32, "first_line": 4, "last_line": 14},
    channel=Channel.CALL,
    priority=True,
    batch_number=3,
    district="白石县",
    pollution_types=("水", "大气"),
    substantiated=Verdict.YES,
    status=CaseStatus.CONCLUDED,
    counts={"fine_fen": 1200000, "interviewed": 3},
)


@pytest.fixture
def enter(app: Flask, log_in: LogIn):
    with app.app_context():
        city = small_city()
        open_cases(city.list, [DRAFT], petition_clerk(city))
        db.session.commit()

    def entered(login: str):
        with app.app_context():
            person = person_with_login(login)
            db.session.expunge(person)
        return log_in(person)

    return entered


def address(app: Flask) -> str:
    with app.app_context():
        return f"/petitions/{db.session.query(PetitionCase).one().token}"


def test_the_list_shows_what_is_counted_and_no_text(app, enter):
    page = enter("office").get("/petitions/").get_data(as_text=True)
    for word in (
        "D2QJ202609100017",
        "重点",
        "来电",
        "第3批",
        "白石县",
        "水、大气",
        "属实",
        "已办结",
    ):
        assert word in page
    assert "赵某某" not in page


def test_a_clerk_reads_the_texts_with_a_reason_that_is_written_down(app, enter):
    client = enter("clerk")
    here = address(app)
    assert SECRET not in client.get(here).get_data(as_text=True)
    page = client.post(here, data={"reason": "答复督察组询问"}).get_data(as_text=True)
    assert SECRET in page
    assert "12,000.00" in page
    with app.app_context():
        entry = db.session.query(AuditEntry).filter_by(action="petition:read").one()
        assert entry.reason == "答复督察组询问"


def test_without_a_reason_nothing_opens(app, enter):
    answer = enter("clerk").post(address(app), data={"reason": " "})
    assert answer.status_code == 422
    assert "请写明查看的理由" in answer.get_data(as_text=True)
    assert "赵某某" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(("login", "seen"), [("office", 200), ("leader", 200), ("worker", 404)])
def test_who_has_not_the_right_never_reads_them(app, enter, login, seen):
    client, here = enter(login), address(app)
    assert client.get(here).status_code == seen
    assert client.post(here, data={"reason": "想看一看"}).status_code == 404


def test_the_texts_stand_nowhere_in_the_database(app, enter):
    with app.app_context():
        for table in Base.metadata.sorted_tables:
            for row in db.session.execute(select(table)):
                assert "赵某某" not in str(row)
                assert not any("赵某某".encode() in v for v in row if isinstance(v, bytes))
