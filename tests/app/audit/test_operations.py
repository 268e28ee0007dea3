import json
import threading
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from app import clock
from app.access.actions import AuditAction, PersonAction, TaskAction
from app.access.actor import Actor
from app.access.roles import Role
from app.audit import queries
from app.audit.drafts import Head, Sensitive, TrailFilter
from app.audit.models import GENESIS, AuditEntry
from app.audit.operations import keep_head, record, refused
from app.audit.vocabulary import Outcome
from app.database import db

SOMEBODY = Actor(7, "周敏", origin="10.0.0.1")


def written(count=1):
    for number in range(count):
        record(SOMEBODY, TaskAction.SIGN, after={"number": number})
    db.session.commit()


def test_the_first_entry_stands_on_nothing_and_the_next_on_it(room):
    written(2)
    second, first = queries.entries(TrailFilter(), below=None, limit=9)
    assert (first.position, first.prev_hash) == (1, GENESIS)
    assert (second.position, second.prev_hash) == (2, first.hash)
    assert queries.head() == Head(2, second.hash)


def test_an_entry_says_who_when_from_where_and_on_what(room, travel):
    travel("2026-11-18 10:00")
    record(SOMEBODY, PersonAction.EDIT, None, before={"a": 1}, after={"a": 2}, reason="更正")
    entry = db.session.get(AuditEntry, 1)
    assert (entry.person_id, entry.actor_name, entry.origin) == (7, "周敏", "10.0.0.1")
    assert entry.at == datetime(2026, 11, 18, 2, tzinfo=UTC)
    assert (entry.before, entry.after, entry.reason) == ({"a": 1}, {"a": 2}, "更正")
    assert (entry.outcome, entry.subject_kind, entry.subject_id) == (Outcome.DONE, None, None)


def test_an_entry_goes_when_its_effect_goes(room):
    written()
    record(SOMEBODY, TaskAction.SIGN)
    db.session.rollback()
    assert queries.head().count == 1
    written()
    assert queries.first_break() is None


def test_a_refusal_is_an_entry_too(room):
    refused(SOMEBODY, TaskAction.CLOSE, reason="无权")
    entry = db.session.get(AuditEntry, 1)
    assert (entry.outcome, entry.reason) == (Outcome.REFUSED, "无权")


def test_values_are_kept_as_json_reads_them_back(room):
    facts = {
        "role": Role.OFFICE,
        "day": date(2026, 11, 22),
        "moment": datetime(2026, 11, 22, 2, tzinfo=UTC),
        "units": {3, 1, 2},
        "stages": (date(2026, 1, 1),),
        "nested": {"ok": True, "nothing": None},
        "else": 10**3 + 0.5,
        "odd": Exception("x"),
    }
    record(SOMEBODY, AuditAction.READ, after=facts)
    db.session.commit()
    db.session.expire_all()
    assert db.session.get(AuditEntry, 1).after == {
        "role": "office",
        "day": "2026-11-22",
        "moment": "2026-11-22T10:00:00+08:00",
        "units": [1, 2, 3],
        "stages": ["2026-01-01"],
        "nested": {"ok": True, "nothing": None},
        "else": 1000.5,
        "odd": "x",
    }
    assert queries.first_break() is None


def test_a_sensitive_value_is_recognised_but_not_kept(room):
    for phone in ("13900000000", "13900000000", "13911111111"):
        record(SOMEBODY, AuditAction.READ, after={"phone": Sensitive(phone)})
    same, again, other = (db.session.get(AuditEntry, place).after["phone"] for place in (1, 2, 3))
    assert same == again != other
    assert "139" not in json.dumps(same)


@pytest.mark.parametrize(
    "change", ["UPDATE audit_entry SET reason = 'x'", "DELETE FROM audit_entry"]
)
def test_the_database_refuses_to_change_the_trail(room, change):
    written()
    with pytest.raises(DatabaseError, match="audit entry is never"):
        db.session.execute(text(change))
    db.session.rollback()


def test_the_head_is_kept_beside_the_database_after_a_commit(room):
    assert queries.kept_head() is None
    record(SOMEBODY, TaskAction.SIGN)
    assert queries.kept_head() is None
    db.session.commit()
    assert queries.kept_head() == queries.head()


def test_a_transaction_without_an_entry_leaves_the_head_alone(room):
    written()
    kept = queries.kept_head()
    db.session.execute(text("SELECT 1"))
    db.session.commit()
    assert queries.kept_head() == kept


def test_a_later_head_is_never_replaced_by_an_earlier_one(tmp_path):
    file = tmp_path / "audit.head"
    keep_head(file, Head(5, "e"))
    keep_head(file, Head(4, "d"))
    assert json.loads(file.read_text()) == {"count": 5, "hash": "e"}
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_a_savepoint_takes_back_is_not_in_the_head(room):
    record(SOMEBODY, TaskAction.SIGN)
    savepoint = db.session.begin_nested()
    record(SOMEBODY, TaskAction.SIGN)
    savepoint.rollback()
    db.session.commit()
    assert queries.kept_head() == queries.head()
    assert queries.head().count == 1
    assert queries.first_break() is None


def test_two_who_write_at_once_make_one_chain(app):
    barrier, failures = threading.Barrier(2), []

    def write_ten(name):
        try:
            barrier.wait()
            for number in range(10):
                with app.app_context():
                    record(Actor(1, name), TaskAction.SIGN, after={"number": number})
                    db.session.commit()
        except Exception as error:  # noqa: BLE001  # told to the test below
            failures.append(error)

    threads = [threading.Thread(target=write_ten, args=(name,)) for name in "甲乙"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        assert not failures
        assert queries.head().count == 20
        assert queries.first_break() is None
        assert queries.kept_head() == queries.head()


def test_the_clock_of_the_trail_is_the_clock_of_the_application(room):
    with clock.set_to(datetime(2026, 9, 1, tzinfo=UTC)):
        record(SOMEBODY, TaskAction.SIGN)
    assert db.session.get(AuditEntry, 1).at == datetime(2026, 9, 1, tzinfo=UTC)
