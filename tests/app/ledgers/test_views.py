"""The pages of the ledgers: who sees what, which deeds are offered, what is downloaded."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy import event
from werkzeug.test import TestResponse

from app.database import db
from app.ledgers.models import LedgerIssue
from app.ledgers.vocabulary import LedgerState
from tests.app.ledgers.conftest import W45, W46, Story
from tests.factories.city import small_city
from tests.factories.doors import Somebody

LogIn = Callable[[Somebody], FlaskClient]
Travel = Callable[[str], None]
TO_ISSUE = ("review", "issue")


@dataclass(frozen=True)
class Desk:
    """People by login, and the issue of week 45."""

    office: FlaskClient
    leader: FlaskClient
    worker: FlaskClient
    issued: str
    again: Callable[[], FlaskClient]
    """Logs the office in anew: a session ends while the clock is moved."""


@pytest.fixture
def desk(app: Flask, travel: Travel, log_in: LogIn) -> Desk:
    """Week 45 is issued, week 46 is over and waits."""
    with app.app_context():
        story = Story(travel)
        travel("2026-11-08 19:00")
        issued = story.issue(W45).public_id
        travel("2026-11-12 10:00")
        story.report(story.first, 60)
        travel("2026-11-15 19:00")
        city = story.city
        people = [Somebody(a.person_id or 0) for a in (city.office, city.leader, city.worker)]
    return Desk(*map(log_in, people), issued, lambda: log_in(people[0]))


def text(answer: TestResponse) -> str:
    return answer.get_data(as_text=True)


def draft(desk: Desk) -> str:
    """Prepare week 46 and return its address."""
    answer = desk.office.post("/ledgers/drafts", data={"list": "C2", "last_day": W46.isoformat()})
    assert answer.status_code == 302
    return answer.headers["Location"]


def stored(app: Flask, address: str) -> LedgerIssue:
    with app.app_context():
        found = (
            db.session.query(LedgerIssue)
            .filter_by(public_id=address.rsplit("/", maxsplit=1)[-1])
            .one()
        )
        db.session.expunge(found)
        return found


def test_the_list_shows_issues_and_the_periods_that_wait(desk: Desk) -> None:
    page = text(desk.office.get("/ledgers/?list=C2"))
    assert "第1期" in page
    assert "待编的期" in page
    assert "11月9日—15日" in page
    assert "11月16日—22日" not in page


def test_a_leader_sees_issues_but_prepares_nothing(desk: Desk) -> None:
    page = text(desk.leader.get("/ledgers/"))
    assert "第1期" in page
    assert "待编的期" not in page
    assert desk.leader.post("/ledgers/drafts", data={}).status_code == 404


def test_a_draft_exists_for_the_office_alone(desk: Desk) -> None:
    address = draft(desk)
    assert "拟第2期" in text(desk.office.get(address))
    assert desk.leader.get(address).status_code == 404
    assert desk.leader.get(f"{address}/file").status_code == 404
    assert "拟第2期" not in text(desk.leader.get("/ledgers/"))
    assert "拟第2期" in text(desk.office.get("/ledgers/"))


def test_units_see_no_ledger_at_all(desk: Desk) -> None:
    for address in ("/ledgers/", f"/ledgers/{desk.issued}", f"/ledgers/{desk.issued}/file"):
        assert desk.worker.get(address).status_code == 404


def test_an_unknown_address_answers_like_a_foreign_one(desk: Desk) -> None:
    assert desk.office.get("/ledgers/nothing").status_code == 404


def test_a_ledger_is_reviewed_issued_and_downloaded(app: Flask, desk: Desk) -> None:
    address = draft(desk)
    page = text(desk.office.get(address))
    assert "审核通过" in page
    assert "签发第2期" not in page
    desk.office.post(f"{address}/review")
    assert "签发第2期" in text(desk.office.get(address))
    assert text(desk.leader.get(address)).count("下载审核稿") == 1
    answer = desk.office.post(f"{address}/issue", follow_redirects=True)
    assert "第2期已签发" in text(answer)
    file = desk.leader.get(f"{address}/file")
    assert file.data.startswith(b"%PDF")
    assert "attachment" in file.headers["Content-Disposition"]
    again = desk.leader.get(f"{address}/file")
    assert again.data == file.data
    assert stored(app, address).number == 2


def test_the_issue_page_says_what_the_paper_says(desk: Desk) -> None:
    address = draft(desk)
    for deed in TO_ISSUE:
        desk.office.post(f"{address}/{deed}")
    page = text(desk.leader.get(address))
    said = (
        "第2期　第46周（11月9日—15日）",
        "3＋0＋0＋0－0－0－0＝3，一致",
        "清江市水务局",
        "清整改台账〔2026〕2号",
        "未报 → 60%",
        "库内内容未变；记录链完整，签发后新增记录1条",
        "本期编制和审核为同一人",
    )
    assert [words for words in said if words not in page] == []
    assert "发更正期" not in page
    assert "发更正期" in text(desk.office.get(address))


def test_the_code_on_the_page_leads_to_the_issue(app: Flask, desk: Desk) -> None:
    address = draft(desk)
    for deed in TO_ISSUE:
        desk.office.post(f"{address}/{deed}")
    proof = stored(app, address).content["proof"]
    assert proof["address"] == f"http://localhost{address}"


def test_before_the_cut_off_no_review_is_offered(desk: Desk, travel: Travel) -> None:
    travel("2026-11-13 10:00")
    office = desk.again()
    data = {"list": "C2", "last_day": W46.isoformat()}
    address = office.post("/ledgers/drafts", data=data).headers["Location"]
    page = text(office.get(address))
    assert "审核通过" not in page
    assert "草稿取数于截数之前" in page
    assert "11月15日18:00截数后" in page
    refused = office.post(f"{address}/review")
    assert refused.status_code == 422
    assert "还没有到截数时刻" in text(refused)
    travel("2026-11-15 19:00")
    office = desk.again()
    office.post(f"{address}/refresh")
    assert "审核通过" in text(office.get(address))


def test_a_draft_is_drawn_on_demand_and_marked(desk: Desk) -> None:
    address = draft(desk)
    file = desk.office.get(f"{address}/file")
    assert "草　稿" in PdfReader(BytesIO(file.data)).pages[0].extract_text()
    assert "no-store" in file.headers["Cache-Control"]


def test_a_second_draft_of_the_same_period_is_refused(desk: Desk) -> None:
    draft(desk)
    answer = desk.office.post("/ledgers/drafts", data={"list": "C2", "last_day": "2026-11-15"})
    assert answer.status_code == 409
    assert "已有草稿" in text(answer)


@pytest.mark.parametrize(
    ("data", "status"),
    [({}, 422), ({"list": "C2", "last_day": "x"}, 422), ({"list": "?", "last_day": W46}, 404)],
)
def test_a_draft_of_nothing_is_refused(desk: Desk, data: dict[str, str], status: int) -> None:
    assert desk.office.post("/ledgers/drafts", data=data).status_code == status


def test_a_correction_needs_a_reason_and_replaces_the_old_one(app: Flask, desk: Desk) -> None:
    form = f"/ledgers/{desk.issued}/correction"
    assert "更正第1期" in text(desk.office.get(form))
    refused = desk.office.post(form, data={"reason": "  "})
    assert refused.status_code == 422
    assert "请写明哪里有误" in text(refused)
    address = desk.office.post(form, data={"reason": "单位有误"}).headers["Location"]
    old = f"/ledgers/{desk.issued}"
    assert "更正期草稿" in text(desk.office.get(old))
    assert "更正期草稿" not in text(desk.leader.get(old))
    for deed in TO_ISSUE:
        desk.office.post(f"{address}/{deed}")
    assert "本期更正并替代第1期：单位有误" in text(desk.leader.get(address))
    assert "本期已有更正" in text(desk.leader.get(old))
    assert "更正，替代第1期" in text(desk.leader.get("/ledgers/"))
    assert stored(app, address).state is LedgerState.ISSUED


def test_a_file_is_compared_with_what_was_issued(desk: Desk) -> None:
    file = desk.leader.get(f"/ledgers/{desk.issued}/file").data

    def ask(content: bytes) -> str:
        upload = {"file": (BytesIO(content), "台账.pdf")}
        return text(desk.leader.post("/ledgers/verification", data=upload))

    assert "查验" in text(desk.leader.get("/ledgers/verification"))
    assert "文件与签发时一致" in ask(file)
    assert "文件与签发时不一致" in ask(file.replace(b"%%EOF", b"%%EOE"))
    assert "不是本系统签发的台账" in ask(b"%PDF-1.7")
    nothing = desk.leader.post("/ledgers/verification", data={})
    assert nothing.status_code == 422
    assert "请选择要查验的台账文件" in text(nothing)


def test_more_issues_ask_no_more_questions(app: Flask, desk: Desk) -> None:
    with app.app_context():
        engine = db.engine
    asked: list[str] = []

    def note(*said: object) -> None:
        asked.append(str(said[2]))

    event.listen(engine, "before_cursor_execute", note)
    desk.leader.get("/ledgers/")
    few = len(asked)
    address = draft(desk)
    for deed in TO_ISSUE:
        desk.office.post(f"{address}/{deed}")
    asked.clear()
    assert "第2期" in text(desk.leader.get("/ledgers/"))
    event.remove(engine, "before_cursor_execute", note)
    assert 0 < len(asked) <= few


def test_without_a_list_the_page_says_what_to_do(app: Flask, log_in: LogIn) -> None:
    with app.app_context():
        city = small_city()
        db.session.delete(city.list)
        db.session.commit()
        office = Somebody(city.office.person_id or 0)
    assert "还没有整改清单" in text(log_in(office).get("/ledgers/"))
