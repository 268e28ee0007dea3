from sqlalchemy import event

from app import clock
from app.accounts import operations, queries
from app.accounts.operations.sessions import token_hash
from app.database import db
from tests.app.accounts.conftest import HOME, PASSWORD


def logins(found):
    return [person.login for person in found]


def test_people_are_found_by_login_name_and_unit(zhou):
    assert logins(queries.people("zhou")) == ["zhoumin"]
    assert logins(queries.people("敏")) == ["zhoumin"]
    assert logins(queries.people("清江市水务局")) == ["colleague", "worker"]
    assert logins(queries.people("100%")) == []


def test_the_next_page_goes_on_after_a_login(zhou):
    every = logins(queries.people())
    assert every == sorted(every)
    assert logins(queries.people(after=every[1], limit=2)) == every[2:4]


def test_people_of_a_unit_are_those_with_a_role_in_it(city):
    assert logins(queries.people_of(city.water)) == ["colleague", "worker"]


def test_a_session_brings_its_person_roles_and_units_in_one_query(zhou):
    token = operations.log_in("zhoumin", PASSWORD, HOME)
    db.session.commit()
    db.session.expunge_all()
    statements = []

    def count(*arguments):
        statements.extend({arguments[2]} - {"BEGIN IMMEDIATE"})

    event.listen(db.engine, "before_cursor_execute", count)
    try:
        session = queries.live_session(token_hash(token), clock.now())
        actor = session.person.actor(clock.today(), "")
    finally:
        event.remove(db.engine, "before_cursor_execute", count)
    assert actor.grants[0].area
    assert len(statements) == 1


def test_whether_there_is_anybody_yet(app):
    with app.app_context():
        assert not queries.has_people()
