from datetime import date
from pathlib import Path

import pytest

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.audit import queries
from app.audit.drafts import Break, TrailFilter
from app.audit.operations import record, refused
from app.audit.vocabulary import Fault, Outcome
from app.database import db
from tests.app.audit.tampering import past_the_triggers

ZHOU, LI = Actor(1, "周敏"), Actor(2, "李川")


@pytest.fixture
def five(room):
    for number in range(1, 6):
        record(ZHOU, TaskAction.SIGN, after={"number": number})
    db.session.commit()


def test_a_whole_trail_has_no_break(five):
    assert queries.first_break() is None


def test_an_empty_trail_has_no_break(room):
    assert queries.first_break() is None


@pytest.mark.parametrize(
    "change",
    ["actor_name = '别人'", "after = '{\"number\": 9}'", "outcome = 'refused'", "reason = ''",
     "at = '2020-01-01 00:00:00'", "person_id = 2"],
)  # fmt: skip
def test_an_altered_entry_is_named(five, change):
    with past_the_triggers() as run:
        run(f"UPDATE audit_entry SET {change} WHERE position = 3")
        run("UPDATE audit_entry SET reason = 'x' WHERE position = 5")
    assert queries.first_break() == Break(3, Fault.ALTERED)


def test_an_entry_altered_with_its_own_hash_breaks_the_next_one(five):
    with past_the_triggers() as run:
        run("UPDATE audit_entry SET hash = 'f' WHERE position = 3")
    assert queries.first_break() == Break(3, Fault.ALTERED)


@pytest.mark.parametrize("place", [1, 3, 4])
def test_a_removed_entry_is_named(five, place):
    with past_the_triggers() as run:
        run(f"DELETE FROM audit_entry WHERE position = {place}")
    assert queries.first_break() == Break(place, Fault.REMOVED)


def test_a_gap_that_was_closed_up_is_found(five):
    with past_the_triggers() as run:
        run("DELETE FROM audit_entry WHERE position = 3")
        run("UPDATE audit_entry SET position = 3 WHERE position = 4")
        run("UPDATE audit_entry SET position = 4 WHERE position = 5")
    assert queries.first_break() == Break(3, Fault.REMOVED)


@pytest.mark.parametrize("last", [4, 3])
def test_removed_last_entries_are_named_by_the_head(five, last):
    with past_the_triggers() as run:
        run(f"DELETE FROM audit_entry WHERE position > {last}")
    assert queries.first_break() == Break(last + 1, Fault.REMOVED)


def test_removed_last_entries_are_named_though_the_head_in_the_database_was_set_back(five):
    with past_the_triggers() as run:
        run("DELETE FROM audit_entry WHERE position > 3")
        run(
            "UPDATE audit_head SET count = 3,"
            " hash = (SELECT hash FROM audit_entry WHERE position = 3)"
        )
    assert queries.first_break() == Break(4, Fault.REMOVED)


def test_all_entries_removed_are_missed_from_the_first(five):
    with past_the_triggers() as run:
        run("DELETE FROM audit_entry")
        run("UPDATE audit_head SET count = 0")
    assert queries.first_break() == Break(1, Fault.REMOVED)


def test_entries_that_changed_places_are_named(five):
    with past_the_triggers() as run:
        run("UPDATE audit_entry SET position = 99 WHERE position = 2")
        run("UPDATE audit_entry SET position = 2 WHERE position = 4")
        run("UPDATE audit_entry SET position = 4 WHERE position = 99")
    assert queries.first_break() == Break(2, Fault.MOVED)


def test_an_entry_at_a_later_place_leaves_a_gap(five):
    with past_the_triggers() as run:
        run("UPDATE audit_entry SET position = 9 WHERE position = 5")
    assert queries.first_break() == Break(9, Fault.MOVED)


def test_a_chain_written_anew_does_not_agree_with_the_head_outside(five):
    with past_the_triggers() as run:
        run("DELETE FROM audit_entry")
        run(f"UPDATE audit_head SET count = 0, hash = '{'0' * 64}'")
    kept = queries.kept_head()
    for number in range(5):
        record(LI, TaskAction.SIGN, after={"number": number})
    db.session.commit()
    assert queries.kept_head() == kept
    assert queries.first_break() == Break(5, Fault.REWRITTEN)


def test_an_entry_written_past_the_head_is_told(five):
    with past_the_triggers() as run:
        run("UPDATE audit_head SET count = 4")
    assert queries.first_break() == Break(5, Fault.ADDED)


def test_without_the_head_outside_nothing_is_proved(five):
    db.session.info["audit_head"].unlink()
    assert queries.first_break() == Break(5, Fault.HEAD_MISSING)


def test_the_trail_is_filtered_by_person_action_record_outcome_and_day(room, travel, city):
    db.session.commit()
    start = queries.head().count
    travel("2026-11-18 23:59")
    record(ZHOU, TaskAction.SIGN, city.water)
    travel("2026-11-19 00:00")
    record(LI, TaskAction.CLOSE)
    refused(LI, TaskAction.OPEN)

    def found(**wanted):
        page = queries.entries(TrailFilter(**wanted), below=None, limit=99)
        return [entry.position - start for entry in page if entry.position > start]

    assert found(person="周") == [1]
    assert found(action="close-out:close") == [2]
    assert found(subject_kind="unit", subject_id=city.water.id) == [1]
    assert found(outcome=Outcome.REFUSED) == [3]
    assert found(first=date(2026, 11, 19)) == [3, 2]
    assert found(last=date(2026, 11, 18)) == [1]
    assert found(first=date(2026, 11, 18), last=date(2026, 11, 18)) == [1]


def test_the_next_page_goes_on_beneath_the_last_entry(five):
    first = queries.entries(TrailFilter(), below=None, limit=2)
    second = queries.entries(TrailFilter(), below=first[-1].position, limit=2)
    assert [entry.position for entry in (*first, *second)] == [5, 4, 3, 2]


def test_words_of_enum_columns_are_known_in_chinese(room):
    assert queries.words()["audit_entry", "outcome", "refused"] == "被拒绝"
    assert queries.words()["unit", "level", "city"] == "市级"
    assert queries.words_of_any_table()["role", "office"] == "整改办"


def test_a_head_that_was_overwritten_is_left_for_the_proof_to_find(five):
    file = Path(db.session.info["audit_head"])
    file.write_text("nothing of ours", encoding="ascii")
    record(ZHOU, TaskAction.SIGN, after={"number": 6})
    db.session.commit()
    assert file.read_text(encoding="ascii") == "nothing of ours"
    assert queries.first_break().fault is Fault.HEAD_MISSING
