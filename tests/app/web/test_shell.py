"""What holds for every route, asked of the map of routes: a new one is asked too."""

import sqlite3

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import IntegrityError, OperationalError

from app.access.roles import Role
from app.accounts.models import LoginSession
from app.audit.queries import head
from app.database import db
from app.web.headers import HEADERS
from tests.factories.abroad import MISSING

PARTS = {"public_id": "x", "token": "x", "word": "drop", "name": "theme"}


def _address(app, rule) -> str:
    parts = {one: PARTS.get(one, MISSING[int]) for one in rule.arguments}
    return app.url_map.bind("localhost").build(rule.endpoint, parts)


def _posts(app):
    """Every door that takes a form, but those to the public, whose token stands in the page itself.

    What an objection must bring in its place is asked by tests/app/publication.
    """
    return [
        _address(app, rule)
        for rule in app.url_map.iter_rules()
        if "POST" in rule.methods and not rule.endpoint.startswith("public.")
    ]


@pytest.mark.parametrize("role", [Role.OFFICE, None], ids=["office", "stranger"])
def test_no_post_is_taken_without_its_token(app, doors, log_in, client, role):
    app.config["WTF_CSRF_ENABLED"] = True
    sender = log_in(doors.people[role]) if role else client
    for address in _posts(app):
        answer = sender.post(address, data={"csrf_token": "made up"})
        assert answer.status_code == 400, address
    with app.app_context():
        written = head().count
    assert sender.post("/logout").status_code == 400
    with app.app_context():
        assert head().count == written


def test_every_answer_of_every_door_carries_the_headers(app, doors, log_in):
    client = log_in(doors.people[Role.OFFICE])
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            for method in ("GET", "OPTIONS"):
                answer = client.open(_address(app, rule), method=method)
                missing = [name for name in HEADERS if name not in answer.headers]
                assert not missing, (method, rule.rule)
                assert answer.headers["Cache-Control"] == "no-store"


def test_a_session_cookie_is_for_this_site_and_not_for_scripts(app, doors, client):
    assert app.config["SESSION_COOKIE_HTTPONLY"]
    assert app.config["SESSION_COOKIE_SAMESITE"] == "Lax"
    answer = client.post("/logout", follow_redirects=False)
    assert answer.status_code == 401
    assert client.get("/logout").status_code == 405


def test_a_busy_database_is_told_as_such_and_asks_for_another_try(clerk, breaking):
    breaking(OperationalError("UPDATE", {}, Exception("database is locked")))
    busy = clerk.get("/")
    assert (busy.status_code, "系统正忙" in busy.text) == (503, True)
    breaking(OperationalError("SELECT", {}, Exception("disk I/O error")))
    assert clerk.get("/").status_code == 500
    breaking(IntegrityError("INSERT", {}, Exception("unique")))
    overtaken = clerk.get("/")
    assert (overtaken.status_code, "没有覆盖对方的修改" in overtaken.text) == (409, True)


@pytest.fixture
def impatient(app):
    """SQLite gives up after a moment instead of a quarter of a minute."""

    def hurry(connection, _record, _proxy):
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA busy_timeout=50")

    with app.app_context():
        engine = db.engine
    event.listen(engine, "checkout", hurry)
    yield engine
    event.remove(engine, "checkout", hurry)
    engine.dispose()


def test_a_page_is_read_while_somebody_else_writes(
    app, engine_name, doors, log_in, travel, impatient
):
    """Moving the session on has to wait for the lock; neither page nor error page may."""
    if engine_name != "sqlite":
        pytest.skip("only SQLite has one lock for all writers")
    travel("2026-11-25 10:00")
    client = log_in(doors.people[Role.OFFICE])
    travel("2026-11-25 10:05")
    with app.app_context():
        seen = db.session.scalars(select(LoginSession.seen_at)).one()
    writing = impatient.raw_connection()
    writing.cursor().execute("BEGIN IMMEDIATE")
    assert client.get("/").status_code == 200
    assert client.get("/tasks/999").status_code == 404
    assert client.get("/audit/").status_code == 404  # refused, and not written down
    writing.cursor().execute("ROLLBACK")
    writing.close()
    assert client.get("/").status_code == 200
    with app.app_context():
        assert db.session.scalars(select(LoginSession.seen_at)).one() > seen
