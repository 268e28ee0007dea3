import pytest
from sqlalchemy import select

from app import clock, create_app
from app.access.roles import Role
from app.accounts import operations, queries
from app.accounts.drafts import GrantDraft, PersonDraft
from app.accounts.models import Assignment, LoginSession, Person
from app.audit import queries as trail
from app.audit.drafts import TrailFilter
from app.database import db
from config import Config
from tests.app.accounts.conftest import ADMIN, PASSWORD
from tests.factories.doors import Somebody

KEEPERS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
NEW_PASSWORD = "lantern-Wüste-92-copper"


@pytest.fixture
def li(app, doors) -> Somebody:
    """Somebody with a password and no role."""
    with app.app_context():
        draft = PersonDraft("lichuan", "李川", PASSWORD, must_change_password=False)
        person = operations.create_person(draft, ADMIN)
        db.session.commit()
        return Somebody(person.id)


def enter(client, login="lichuan", password=PASSWORD, **fields):
    return client.post("/login", data={"login": login, "password": password, **fields})


def stored(app, person):
    with app.app_context():
        return queries.person_or_none(person.id)


def test_the_login_page_is_open_to_everybody(client):
    page = client.get("/login?next=/people").text
    assert "口令" in page
    assert 'value="/people"' in page


def test_a_login_leads_to_the_page_that_was_wanted(client, li):
    answer = enter(client, next="/password")
    assert (answer.status_code, answer.location) == (302, "/password")
    assert client.get("/password").status_code == 200
    assert client.get("/login?next=/password").location == "/password"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", ""]
)
def test_a_login_never_leads_off_the_site(client, li, elsewhere):
    assert enter(client, next=elsewhere).location == "/"


def test_a_wrong_password_an_unknown_and_a_locked_login_get_the_same_answer(
    app, client, li, travel
):
    travel("2026-11-18 10:00")
    answers = [enter(client, password="falsch"), enter(client, login="nobody")]
    for _ in range(4):
        enter(client, password="falsch")
    answers.append(enter(client))
    assert {answer.status_code for answer in answers} == {422}
    pages = {answer.text.replace("nobody", "lichuan") for answer in answers}
    assert len(pages) == 1
    assert "账号或口令不对" in pages.pop()
    assert stored(app, li).failed_logins == 5


def test_an_empty_login_form_says_what_is_missing(client):
    answer = client.post("/login", data={})
    assert answer.status_code == 422
    assert "请填写账号" in answer.text


def test_each_login_has_a_token_of_its_own(app, client, li):
    enter(client)
    with client.session_transaction() as cookie:
        first = cookie["_user_id"]
    enter(client)
    with client.session_transaction() as cookie:
        assert cookie["_user_id"] != first
    with app.app_context():
        assert db.session.scalar(select(LoginSession.ip)) == "127.0.0.1"


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(client, li):
    cookie = enter(client).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_logging_out_ends_the_session_on_the_server(app, client, li):
    enter(client)
    with client.session_transaction() as cookie:
        token = cookie["_user_id"]
    assert client.post("/logout").location == "/login"
    with client.session_transaction() as cookie:
        cookie["_user_id"] = token
    assert client.get("/password").location.startswith("/login")
    with app.app_context():
        latest = trail.entries(TrailFilter(), below=None, limit=1)[0]
        assert latest.action == "session:log-out"


def test_a_stranger_is_sent_to_the_login_and_comes_back(client):
    assert client.get("/people?q=a").location == "/login?next=/people?q%3Da"


def test_a_used_session_stays_awake_and_an_idle_one_ends(app, li, log_in, travel):
    travel("2026-11-18 10:00")
    client = log_in(li)
    for moment in ("10:20", "10:40", "11:00"):
        travel(f"2026-11-18 {moment}")
        assert client.get("/password").status_code == 200
    travel("2026-11-18 11:31")
    assert client.get("/password").status_code == 302


def test_who_has_a_one_time_password_must_choose_another_first(app, client, doors, li):
    with app.app_context():
        person = queries.person_or_none(li.id)
        secret = operations.reset_password(person, ADMIN)
        grant = GrantDraft(doors.water, Role.SYSTEM_ADMIN, clock.today())
        operations.grant(person, grant, ADMIN)
        db.session.commit()
    enter(client, password=secret)
    assert client.get("/people").location == "/password"
    page = client.get("/password")
    assert "一次性口令" in page.text
    new = {"old_password": secret, "new_password": NEW_PASSWORD, "again_password": NEW_PASSWORD}
    assert client.post("/password", data=new).location == "/login"
    assert enter(client, password=NEW_PASSWORD).location == "/"


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        ("falsch", NEW_PASSWORD, NEW_PASSWORD, "原口令不对"),
        (PASSWORD, "lichuan2026", "lichuan2026", "太容易猜到"),
        (PASSWORD, NEW_PASSWORD, "other", "不一样"),
        ("", "", "", "请填写原口令"),
    ],
)
def test_a_password_that_cannot_be_taken_is_said_why(client, li, old, new, again, words):
    enter(client)
    data = {"old_password": old, "new_password": new, "again_password": again}
    answer = client.post("/password", data=data)
    assert answer.status_code == 422
    assert words in answer.text


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_keep_rights_see_people(doors, log_in, role):
    client = log_in(doors.people[role])
    person = doors.people[Role.UNIT]
    seen = 200 if role in KEEPERS else 404
    for page in ("/people", f"/people/{person.id}", f"/people/{person.id}/roles"):
        assert client.get(page).status_code == seen
    seen = 200 if role is Role.SYSTEM_ADMIN else 404
    for page in ("/people/new", f"/people/{person.id}/edit", f"/people/{person.id}/retire"):
        assert client.get(page).status_code == seen


@pytest.mark.parametrize("role", KEEPERS)
def test_administrators_see_neither_tasks_nor_the_trail(app, doors, log_in, role):
    client = log_in(doors.people[role])
    for page in ("/tasks/", "/audit/", "/inspections/", "/overview/"):
        assert client.get(page).status_code == 404
    with app.app_context():
        refusals = trail.entries(TrailFilter(action="audit:read"), below=None, limit=9)
        assert [entry.outcome.value for entry in refusals] == ["refused"]


def test_people_are_listed_and_found(doors, log_in):
    client = log_in(doors.people[Role.SYSTEM_ADMIN])
    assert "worker" in client.get("/people").text
    assert "没有找到人员" in client.get("/people?q=没有这个人").text
    assert client.get("/people/9999").status_code == 404


def test_a_long_list_of_people_has_pages(app, doors, log_in):
    with app.app_context():
        for number in range(60):
            db.session.add(Person(login=f"p{number:02}", name="某人", password_hash="!"))
        db.session.commit()
    client = log_in(doors.people[Role.SYSTEM_ADMIN])
    assert "下一页" in client.get("/people").text
    assert "回到第一页" in client.get("/people?after=p50").text


def test_an_administrator_makes_an_account_and_is_given_its_password_once(app, doors, log_in):
    client = log_in(doors.people[Role.SYSTEM_ADMIN])
    answer = client.post("/people", data={"login": "wangli", "name": "王丽", "post": "科员"})
    assert "wangli" in answer.text
    with app.app_context():
        person = queries.person_with_login("wangli")
        assert (person.name, person.post, person.must_change_password) == ("王丽", "科员", True)
    again = client.post("/people", data={"login": "wangli", "name": "王力"})
    assert again.status_code == 422
    assert "已经有人在用" in again.text
    assert client.post("/people", data={}).status_code == 422


def test_two_who_edit_a_person_do_not_overwrite_each_other(app, doors, log_in):
    client, person = log_in(doors.people[Role.SYSTEM_ADMIN]), doors.people[Role.UNIT]
    edit, version = f"/people/{person.id}/edit", stored(app, person).version
    assert client.post(edit, data={"name": "甲", "version": version}).status_code == 302
    answer = client.post(edit, data={"name": "乙", "version": version})
    assert answer.status_code == 422
    assert "现在是甲" in answer.text
    assert 'value="乙"' in answer.text
    assert client.post(edit, data={"name": ""}).status_code == 422
    assert client.post(edit, data={"name": "乙", "version": version + 1}).status_code == 302
    assert stored(app, person).name == "乙"


def test_a_retired_account_is_out_at_once(app, doors, log_in):
    person = doors.people[Role.UNIT]
    theirs, client = log_in(person), log_in(doors.people[Role.SYSTEM_ADMIN])
    assert theirs.get("/password").status_code == 200
    retire = f"/people/{person.id}/retire"
    assert client.post(retire, data={}).status_code == 422
    assert client.post(retire, data={"reason": "调离"}).status_code == 302
    assert theirs.get("/password").status_code == 302
    assert client.post(retire, data={"reason": "调离"}).status_code == 409


@pytest.mark.parametrize("role", KEEPERS)
def test_a_reset_shows_a_new_password_once(app, client, doors, log_in, role):
    person = doors.people[Role.UNIT]
    page = log_in(doors.people[role]).post(f"/people/{person.id}/reset").text
    assert "只在此时显示一次" in page
    assert stored(app, person).must_change_password


@pytest.mark.parametrize("role", KEEPERS)
def test_a_role_is_given_and_taken_back(app, doors, log_in, role):
    client, person = log_in(doors.people[role]), doors.people[Role.UNIT]
    roles = f"/people/{person.id}/roles"
    given = {"unit_id": doors.housing, "role": "supervisor", "starts_on": str(clock.today())}
    assert client.post(roles, data=given).status_code == 302
    again = client.post(roles, data=given)
    assert (again.status_code, "已有这个角色" in again.text) == (422, True)
    assert "请填写起始日期" in client.post(roles, data={**given, "starts_on": "x"}).text
    with app.app_context():
        held = db.session.scalar(
            select(Assignment.id).where(
                Assignment.person_id == person.id, Assignment.role == Role.SUPERVISOR
            )
        )
    end = f"/people/roles/{held}/end"
    assert "收回角色" in client.get(end).text
    assert client.post(end, data={"last_day": str(clock.today())}).status_code == 422
    early = client.post(end, data={"last_day": "2020-01-01", "reason": "误授"})
    assert (early.status_code, "昨天" in early.text) == (422, True)
    taken = client.post(end, data={"last_day": str(clock.today()), "reason": "误授"})
    assert taken.status_code == 302
    assert stored(app, person).assignments[-1].ends_on == clock.today()
    assert client.get("/people/roles/9999/end").status_code == 404


def test_behind_https_the_cookie_is_bound_to_the_host(tmp_path):

    app = create_app(Config("k", f"sqlite:///{tmp_path / 'a.db'}", tmp_path))
    assert app.config["SESSION_COOKIE_NAME"] == "__Host-session"
    assert app.config["SESSION_COOKIE_SECURE"]
    with app.app_context():
        db.engine.dispose()
