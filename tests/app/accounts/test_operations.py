from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.roles import ADMINISTRATORS, Role
from app.accounts import operations, queries
from app.accounts.drafts import GrantDraft, PersonDraft
from app.accounts.models import LoginSession, Person
from app.accounts.operations.passwords import is_right, must_be_strong
from app.accounts.operations.sessions import token_hash
from app.audit import queries as trail
from app.audit.drafts import TrailFilter
from app.audit.vocabulary import Outcome
from app.database import db
from app.wording import Moved, Refusal
from tests.app.accounts.conftest import ADMIN, HOME, PASSWORD


def session_of(token):
    return queries.live_session(token_hash(token), clock.now())


def last_entry():
    return trail.entries(TrailFilter(), below=None, limit=1)[0]


def grant(person, role, unit, **dates):
    draft = GrantDraft(unit.id, role, dates.pop("starts_on", clock.today()), **dates)
    return operations.grant(person, draft, ADMIN)


def test_the_right_password_opens_a_session_whose_token_is_not_kept(zhou):
    token = operations.log_in(" ZhouMin ", PASSWORD, HOME)
    session = session_of(token)
    assert session.person is zhou
    assert (session.ip, session.user_agent) == ("10.0.0.9", "Firefox")
    assert token not in session.token_hash
    assert operations.log_in("zhoumin", PASSWORD, HOME) != token
    assert (last_entry().action, last_entry().actor_name) == ("session:log-in", "周敏")


@pytest.mark.parametrize(("login", "password"), [("zhoumin", "falsch"), ("nobody", PASSWORD)])
def test_a_wrong_password_and_an_unknown_login_are_answered_alike(zhou, login, password):
    assert operations.log_in(login, password, HOME) is None
    assert last_entry().outcome is Outcome.REFUSED


def test_what_was_typed_as_login_is_not_kept(zhou):
    operations.log_in("my-secret-password", "x", HOME)
    assert last_entry().actor_name == "未知账号"


def test_five_wrong_passwords_lock_the_account_and_five_more_for_longer(zhou, travel):
    travel("2026-11-18 10:00")
    for _ in range(5):
        operations.log_in("zhoumin", "falsch", HOME)
    assert operations.log_in("zhoumin", PASSWORD, HOME) is None
    travel("2026-11-18 10:14")
    assert operations.log_in("zhoumin", PASSWORD, HOME) is None
    travel("2026-11-18 10:15")
    for _ in range(5):
        operations.log_in("zhoumin", "falsch", HOME)
    travel("2026-11-18 10:44")
    assert operations.log_in("zhoumin", PASSWORD, HOME) is None
    travel("2026-11-18 10:45")
    assert operations.log_in("zhoumin", PASSWORD, HOME)
    assert (zhou.failed_logins, zhou.locked_until) == (0, None)


def test_tries_while_locked_do_not_lock_for_longer(zhou, travel):
    travel("2026-11-18 10:00")
    for _ in range(30):
        operations.log_in("zhoumin", "falsch", HOME)
    travel("2026-11-18 10:15")
    assert operations.log_in("zhoumin", PASSWORD, HOME)


def test_a_failed_login_does_not_stand_in_the_way_of_an_edit(zhou):
    version = zhou.version
    operations.log_in("zhoumin", "falsch", HOME)
    assert (zhou.failed_logins, zhou.version) == (1, version)


def test_a_closed_account_does_not_open(zhou):
    token = operations.log_in("zhoumin", PASSWORD, HOME)
    operations.retire_person(zhou, "调离", ADMIN)
    assert session_of(token) is None
    assert operations.log_in("zhoumin", PASSWORD, HOME) is None
    with pytest.raises(Moved):
        operations.retire_person(zhou, "调离", ADMIN)


def test_an_idle_session_ends_and_a_used_one_goes_on(zhou, travel):
    travel("2026-11-18 10:00")
    token = operations.log_in("zhoumin", PASSWORD, HOME)
    travel("2026-11-18 10:29")
    operations.touch(session_of(token).id)
    travel("2026-11-18 10:58")
    assert session_of(token)
    travel("2026-11-18 10:59")
    assert session_of(token) is None


def test_a_session_ends_after_its_longest_time_however_busy(zhou, travel):
    travel("2026-11-18 08:00")
    token = operations.log_in("zhoumin", PASSWORD, HOME)
    for minute in range(20, 12 * 60, 20):
        travel(f"2026-11-18 {8 + minute // 60:02}:{minute % 60:02}")
        operations.touch(session_of(token).id)
    travel("2026-11-18 20:00")
    assert session_of(token) is None


def test_a_session_that_was_ended_is_gone(zhou):
    token = operations.log_in("zhoumin", PASSWORD, HOME)
    session = session_of(token)
    operations.end_session(session, zhou.actor(clock.today(), ""))
    assert session_of(token) is None
    seen = session.seen_at
    operations.touch(session.id)
    assert db.session.get(LoginSession, session.id).seen_at == seen


def test_logins_are_one_each_and_written_small(zhou):
    assert queries.person_with_login("ZHOUMIN") is zhou
    with pytest.raises(Refusal, match="zhoumin"):
        operations.create_person(PersonDraft("ZhouMin", "周民", "x"), ADMIN)
    for login in ("1zhou", "周敏", "z", "zhou min", "z" * 41):
        with pytest.raises(Refusal, match="账号须"):
            operations.create_person(PersonDraft(login, "周民", "x"), ADMIN)
    db.session.add(Person(login="Upper", name="x", password_hash="x"))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_changed_password_ends_every_session(zhou):
    token = operations.log_in("zhoumin", PASSWORD, HOME)
    actor = zhou.actor(clock.today(), "")
    operations.change_password(zhou, PASSWORD, "lantern-Wüste-92-copper", actor)
    assert session_of(token) is None
    assert operations.log_in("zhoumin", PASSWORD, HOME) is None
    assert operations.log_in("zhoumin", "lantern-Wüste-92-copper", HOME)


def test_changing_a_password_needs_the_old_one_and_a_new_one(zhou):
    actor = zhou.actor(clock.today(), "")
    with pytest.raises(Refusal, match="原口令不对"):
        operations.change_password(zhou, "falsch", "lantern-Wüste-92-copper", actor)
    with pytest.raises(Refusal, match="不能与原口令相同"):
        operations.change_password(zhou, PASSWORD, PASSWORD, actor)


@pytest.mark.parametrize(
    "weak",
    ["zhoumin2026", "Zhenggaiban1", "qingjiangshi1", "1234567890", "qwertyuiop", "ducha20261122"],
)
def test_a_password_of_names_office_words_or_keys_is_weak(zhou, weak):
    with pytest.raises(Refusal, match="太容易猜到"):
        must_be_strong(weak, zhou)


@pytest.mark.parametrize("wrong", ["short", "x" * 129])
def test_a_password_has_a_length(zhou, wrong):
    with pytest.raises(Refusal, match="10到128位"):
        must_be_strong(wrong, zhou)


def test_a_reset_password_is_new_once_and_must_be_changed(zhou):
    token = operations.log_in("zhoumin", PASSWORD, HOME)
    zhou.locked_until = clock.now() + timedelta(hours=1)
    secret = operations.reset_password(zhou, ADMIN)
    assert session_of(token) is None
    assert zhou.must_change_password
    assert operations.log_in("zhoumin", secret, HOME)
    assert len(secret) == 19
    assert secret != operations.one_time_password()


def test_a_hash_that_is_none_lets_nobody_in(room):
    assert not is_right("anything", "!")


def test_a_role_counts_from_its_first_to_its_last_day(zhou, city):
    first, last = date(2027, 3, 1), date(2027, 3, 31)
    grant(zhou, Role.UNIT, city.water, starts_on=first, ends_on=last)

    def roles(day):
        return {held.role for held in zhou.actor(day, "").grants}

    assert Role.UNIT not in roles(first - timedelta(days=1))
    assert Role.UNIT in roles(first) & roles(last)
    assert Role.UNIT not in roles(last + timedelta(days=1))


def test_an_actor_carries_the_area_of_the_units_government(zhou, city):
    grant(zhou, Role.LEADER, city.government)
    office, leader = zhou.actor(clock.today(), "10.0.0.1").grants
    assert (office.area, office.is_government) == (city.government.path, False)
    assert (leader.area, leader.is_government) == (city.government.path, True)


def test_a_role_in_a_unit_out_of_use_counts_for_nothing(zhou, city):
    city.office_unit.active = False
    assert zhou.actor(clock.today(), "").grants == ()


@pytest.mark.parametrize("administrator", sorted(ADMINISTRATORS))
@pytest.mark.parametrize("other", sorted(set(Role) - ADMINISTRATORS))
def test_an_administrator_holds_no_other_kind_of_role(city, administrator, other):
    person = Person(login="x", name="甲", password_hash="!")
    db.session.add(person)
    grant(person, administrator, city.government)
    with pytest.raises(Refusal, match="不能同时担任"):
        grant(person, other, city.government)


def test_whoever_was_an_administrator_may_take_other_work_afterwards(city):
    person = Person(login="x", name="甲", password_hash="!")
    db.session.add(person)
    today = clock.today()
    grant(person, Role.SYSTEM_ADMIN, city.government, ends_on=today)
    with pytest.raises(Refusal, match="不能同时担任"):
        grant(person, Role.OFFICE, city.office_unit)
    grant(person, Role.OFFICE, city.office_unit, starts_on=today + timedelta(days=1))


def test_one_role_is_given_once_at_a_time(zhou, city):
    with pytest.raises(Refusal, match="已有这个角色"):
        grant(zhou, Role.OFFICE, city.office_unit)
    with pytest.raises(Refusal, match="早于起始日期"):
        grant(zhou, Role.UNIT, city.water, ends_on=date(2020, 1, 1))
    city.housing.active = False
    with pytest.raises(Refusal, match="已停用"):
        grant(zhou, Role.UNIT, city.housing)


def test_a_role_ends_yesterday_today_or_later(zhou):
    (held,) = zhou.assignments
    with pytest.raises(Refusal, match="昨天"):
        operations.end_grant(held, clock.today() - timedelta(days=2), "调离", ADMIN)
    operations.end_grant(held, clock.today(), "调离", ADMIN)
    assert zhou.actor(clock.today(), "").grants
    operations.end_grant(held, clock.today() - timedelta(days=1), "调离", ADMIN)
    assert not zhou.actor(clock.today(), "").grants
    with pytest.raises(Moved):
        operations.end_grant(held, clock.today(), "调离", ADMIN)


def test_a_role_given_by_mistake_today_is_taken_back_today(zhou, city):
    held = grant(zhou, Role.LEADER, city.government)
    operations.end_grant(held, clock.today() - timedelta(days=1), "误授", ADMIN)
    assert held.revoked_at
    assert [each.role for each in zhou.actor(clock.today(), "").grants] == [Role.OFFICE]


def test_nobody_changes_ones_own_rights(zhou, city):
    actor = zhou.actor(clock.today(), "")
    with pytest.raises(Refusal, match="自己"):
        operations.grant(zhou, GrantDraft(city.water.id, Role.UNIT, clock.today()), actor)
    with pytest.raises(Refusal, match="自己"):
        operations.end_grant(zhou.assignments[0], clock.today(), "x", actor)
    with pytest.raises(Refusal, match="自己"):
        operations.retire_person(zhou, "x", actor)


def test_what_was_granted_is_written_down_in_words(zhou, city):
    grant(zhou, Role.LEADER, city.government, starts_on=date(2026, 11, 1))
    entry = last_entry()
    assert (entry.action, entry.subject_kind) == ("person:grant", "assignment")
    assert entry.after == {
        "person": "周敏",
        "role": "leader",
        "unit": "清江市人民政府",
        "starts_on": "2026-11-01",
        "ends_on": None,
    }


def test_editing_a_person_leaves_before_and_after(zhou):
    operations.edit_person(zhou, "周闵", None, ADMIN)
    entry = last_entry()
    assert entry.before == {"name": "周敏", "post": "督办科科长"}
    assert entry.after == {"name": "周闵", "post": None}
