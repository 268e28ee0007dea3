"""The pages: what everybody may see, what the office does, and that nobody learns who objected."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO

import pytest
from sqlalchemy import select

from app.accounts.queries import person_with_login
from app.audit.models import AuditEntry
from app.audit.queries import first_break
from app.clock import today
from app.database import Base, db
from app.publication import queries
from app.publication.models import Objection, Publicity
from app.publication.operations import PUBLIC, word
from tests.factories.city import petition_clerk, picture, small_city
from tests.factories.publishing import NAME, PHONE, WORDS, accepted_task, publicity

SAME_SITE = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def shown(app, travel):
    """A notice that is open today, committed: its public id."""
    travel("2026-11-16 09:00")
    with app.app_context():
        city = small_city()
        petition_clerk(city)
        opened = publicity(city)
        db.session.commit()
        return opened.public_id


@pytest.fixture
def enter(app, log_in):
    def entered(login: str):
        with app.app_context():
            person = person_with_login(login)
            db.session.expunge(person)
        return log_in(person)

    return entered


def token_of(page) -> str:
    return re.search(r'name="token"[^>]*value="([^"]+)"', page.text)[1]


def send(client, shown, **changes):
    data = {"token": token_of(client.get(f"/public/notices/{shown}")), "text": WORDS,
            "name": NAME, "phone": PHONE, "files": (picture(), "北段.png")}  # fmt: skip
    return client.post(f"/public/notices/{shown}", data=data | changes, headers=SAME_SITE)


def code_in(page) -> str:
    return re.search(r'class="code">([0-9A-Z-]{14})<', page.text)[1]


def test_everybody_sees_the_public_pages_and_no_cookie_is_set(app, client, shown):
    pages = ("/public/", "/public/current", "/public/past", "/public/answer",
             f"/public/notices/{shown}", f"/public/notices/{shown}/notice.pdf")  # fmt: skip
    for address in pages:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "Set-Cookie" not in answer.headers, address
        assert "script-src" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    text = client.get(f"/public/notices/{shown}").text
    for said in ("2026年11月16日至2026年11月27日", "还有9个工作日", "管网混接", "清整改公示"):
        assert said in text
    assert "<script" not in text
    assert "清江市生态环境保护督察整改" in text


def test_before_its_first_day_and_for_a_guessed_address_there_is_nothing(app, client, travel):
    travel("2026-11-13 09:00")
    with app.app_context():
        city = small_city()
        opened = publicity(city, first=date(2026, 11, 16))
        db.session.commit()
        ahead = opened.public_id
    for address in (f"/public/notices/{ahead}", "/public/notices/x", "/public/photos/x"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "Set-Cookie" not in answer.headers
    assert "正在公示 0" in client.get("/public/").text
    travel("2026-11-16 00:01")
    assert client.get(f"/public/notices/{ahead}").status_code == 200


def test_an_objection_is_taken_in_without_a_session_and_answered_by_its_code(
    app, client, shown, enter
):
    answer = send(client, shown)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (201, False)
    code = code_in(answer)
    assert "停止计时" in client.get(f"/public/notices/{shown}").text
    assert "正在审查" in client.post("/public/answer", data={"code": code}).text
    assert client.post("/public/answer", data={"code": "0" * 12}).status_code == 422
    with app.app_context():
        there = f"/publication/objections/{db.session.query(Objection).one().token}"
    clerk, office = enter("clerk"), enter("office")
    assert ("写摘要" in clerk.get("/").text, "看异议" in office.get("/").text) == (True, True)
    assert WORDS in clerk.post(there, data={"reason": "审查异议"}).text
    held = clerk.post(f"{there}/wording", data={"wording": f"{NAME}反映，电话{PHONE}。"})
    assert (held.status_code, PHONE in held.text) == (422, True)
    clerk.post(f"{there}/wording", data={"wording": "反映北段雨天溢流。"})
    office.post(f"{there}/examination", data={"ruling": "dismissed", "reply": "现场没有溢流。"})
    found = client.post("/public/answer", data={"code": code.lower()}).text
    assert "异议不成立" in found
    assert "现场没有溢流。" in found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": " "}, "请写明您认为哪里没有整改到位"),
        ({"token": "forged"}, "页面打开太久"),
        ({"files": lambda: (BytesIO(b"%PDF-nothing"), "a.jpg")}, "损坏"),
        ({"files": lambda: [(picture(n), f"{n}.png") for n in range(7)]}, "至多6份"),
    ],
)
def test_what_cannot_be_taken_says_why_and_loses_nothing(client, shown, change, said):
    given = {name: made() if callable(made) else made for name, made in change.items()}
    answer = send(client, shown, **given)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (422, False)
    assert said in answer.text
    assert NAME in answer.text  # still in the field
    assert "正在公示 1" in answer.text


def test_an_objection_may_be_larger_than_other_forms(app, client, shown):
    app.config["MAX_CONTENT_LENGTH"] = 500  # of other forms
    assert send(client, shown).status_code == 201
    answer = client.post("/public/answer", data={"code": "0" * 1000})
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (413, False)


def test_another_site_cannot_make_a_browser_object(client, shown):
    token = token_of(client.get(f"/public/notices/{shown}"))
    for headers in ({"Origin": "https://elsewhere.invalid"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.post(
            f"/public/notices/{shown}", data={"token": token, "text": WORDS}, headers=headers
        )
        assert answer.status_code == 422
    with client.application.app_context():
        assert db.session.query(Objection).count() == 0


def test_a_form_sent_twice_shows_the_same_code_and_too_many_are_refused(client, shown):
    token = token_of(client.get(f"/public/notices/{shown}"))
    assert code_in(send(client, shown, token=token)) == code_in(send(client, shown, token=token))
    for _more in range(4):
        assert send(client, shown).status_code == 201
    answer = send(client, shown)
    assert (answer.status_code, "过于频繁" in answer.text) == (429, True)


SECRETS = (NAME, PHONE, WORDS, "北段.png")
READERS = ("office", "worker", "checker", "leader", "auditor", "administrator", "clerk")


def tells(said: object) -> list[str]:
    """Which of the secrets a text or a row of a table gives away."""
    parts = said if isinstance(said, tuple) else (said,)
    texts = [part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part)
             for part in parts]  # fmt: skip
    return [secret for secret in SECRETS if any(secret in text for text in texts)]


def test_no_page_and_no_log_tells_who_objected(app, client, shown, enter, caplog):
    caplog.set_level(logging.DEBUG)
    send(client, shown)
    with app.app_context():
        objection = db.session.query(Objection).one()
        token, task = objection.token, objection.publicity.task_id
    notice_id = f"/publication/notices/{shown}"
    pages = (f"/publication/objections/{token}", notice_id, f"{notice_id}/paper.pdf",
             f"{notice_id}/paper.docx", f"/tasks/{task}", "/publication/", "/", "/audit/",
             f"/public/notices/{shown}", "/public/current")  # fmt: skip
    for reader in map(enter, READERS):
        assert {one: tells(reader.get(one).data) for one in pages} == {one: [] for one in pages}
    assert tells(caplog.text) == []


def test_no_column_and_no_file_tells_who_objected(app, client, shown):
    send(client, shown, files=(BytesIO(f"{NAME} {PHONE}".encode()), "北段.txt"))
    for file in app.config["ZHENGGAI"].instance.rglob("*"):  # the database itself among them
        assert not file.is_file() or tells(file.read_bytes()) == [], file
    with app.app_context():
        for table in Base.metadata.sorted_tables:
            for row in db.session.execute(select(table)):
                assert tells(tuple(row)) == [], table.name
        told = db.session.query(AuditEntry).filter_by(action="close-out:object").one()
        assert (told.actor_name, told.origin) == (PUBLIC.name, PUBLIC.origin)


@pytest.mark.parametrize(
    ("login", "seen"), [("office", 404), ("leader", 404), ("worker", 404), ("clerk", 200)]
)
def test_only_the_clerk_reads_an_objection_and_only_with_a_reason(
    app, client, shown, enter, login, seen
):
    send(client, shown)
    with app.app_context():
        there = f"/publication/objections/{db.session.query(Objection).one().token}"
    reader = enter(login)
    assert reader.post(there, data={"reason": "审查异议"}).status_code == seen
    file = reader.post(f"{there}/file", data={"reason": "审查异议", "place": 0})
    assert file.status_code == seen
    if seen == 200:
        assert file.data.startswith(b"\x89PNG")
        assert reader.post(there, data={"reason": ""}).status_code == 422
        with app.app_context():
            read = db.session.query(AuditEntry).filter_by(action="objection:read").all()
            assert [one.reason for one in read] == ["审查异议", "审查异议"]


def test_the_office_opens_a_publicity_and_confirms_its_end(app, travel, enter):
    travel("2026-11-16 09:00")
    with app.app_context():
        task = accepted_task(small_city()).id
        db.session.commit()
    office = enter("office")
    for page in (f"/tasks/{task}", "/"):
        assert f"/publication/tasks/{task}/open" in office.get(page).text
    form = office.get(f"/publication/tasks/{task}/open")
    assert "全部管网已改造" in form.text
    data = {"first_day": "2026-11-16", "length": "10", "title": "公示", "progress": "已改",
            "contact": "来电0000-1234567",
            "lead": "居民王某某，电话13800001111，认可。"}  # fmt: skip
    held = office.post(f"/publication/tasks/{task}/open", data=data)
    assert (held.status_code, "13800001111" in held.text) == (422, True)
    seen = re.search(r'name="seen"[^>]*value="([0-9a-f]+)"', held.text)[1]
    short = office.post(f"/publication/tasks/{task}/open", data=data | {"length": "9"})
    assert "不能短于" in short.text
    office.post(f"/publication/tasks/{task}/open", data=data | {"release": "y", "seen": seen})
    with app.app_context():
        notice_id = db.session.query(Publicity).one().public_id
    assert "2026年11月27日" in office.get(f"/tasks/{task}").text
    there = f"/publication/notices/{notice_id}"
    assert office.post(f"{there}/end", data={"opinion": "期满。"}).status_code == 409
    travel("2026-11-28 09:00")
    office = enter("office")
    assert "公示期满，待确认" in office.get("/publication/").text
    assert f"{there}/end" in office.get("/").text
    assert "未收到异议" in office.get(f"{there}/end").text
    office.post(f"{there}/end", data={"opinion": "期满，未收到异议。"})
    assert "已公示" in office.get(there).text
    assert "已公示 1" in office.get("/public/").text


def test_units_read_the_offices_wording_and_nothing_to_click(app, shown, client, enter):
    send(client, shown)
    with app.app_context():
        city_clerk = person_with_login("clerk").actor(today(), "x")
        word(db.session.query(Objection).one(), "反映北段雨天溢流。", "", city_clerk)
        task = queries.publicity_or_none(shown).task_id
        db.session.commit()
    page = enter("worker").get(f"/tasks/{task}").text
    assert "反映北段雨天溢流。" in page
    assert "/publication/" not in page


def test_objections_that_come_at_once_are_all_taken_in(app, shown):
    clients = [app.test_client() for _each in range(4)]
    with ThreadPoolExecutor(4) as crowd:
        answers = list(crowd.map(lambda client: send(client, shown), clients))
    assert [answer.status_code for answer in answers] == [201] * 4
    with app.app_context():
        assert db.session.query(Objection).count() == 4
        assert first_break() is None
