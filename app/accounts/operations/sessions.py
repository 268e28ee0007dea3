"""Logging in and out: server-side sessions, and the delay after wrong passwords."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import update

from app import clock
from app.access.actions import SessionAction
from app.access.actor import Actor
from app.accounts import queries
from app.accounts.drafts import Visit
from app.accounts.models import LoginSession, Person
from app.accounts.operations.passwords import NOBODYS_HASH, is_right
from app.audit.operations import record, refused
from app.database import db
from app.wording import N_

ABSOLUTE_LIMIT = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)
FAILURES_ALLOWED = 5
FIRST_DELAY, LONGEST_DELAY = timedelta(minutes=15), timedelta(hours=24)


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def log_in(login: str, password: str, visit: Visit) -> str | None:
    """Open a session and return its token; nothing if it is refused, whatever the reason.

    Unknown login, wrong password, closed and locked account are answered alike and take as long.
    """
    person = queries.person_with_login(login)
    right = is_right(password, person.password_hash if person else NOBODYS_HASH)
    if person is None or not right or not _may_enter(person, clock.now()):
        _count_failure(person, visit, right=right)
        return None
    _forget_failures(person)
    return _open_session(person, visit)


def end_session(session: LoginSession, actor: Actor) -> None:
    session.ended_at = clock.now()
    record(actor, SessionAction.LOG_OUT, session)


def touch(session_id: int) -> None:
    """Note that a session is in use."""
    db.session.execute(
        update(LoginSession)
        .where(LoginSession.id == session_id, LoginSession.ended_at.is_(None))
        .values(seen_at=clock.now())
    )


def _may_enter(person: Person, moment: datetime) -> bool:
    return person.active and (person.locked_until is None or person.locked_until <= moment)


def _open_session(person: Person, visit: Visit) -> str:
    token, moment = secrets.token_urlsafe(32), clock.now()
    session = LoginSession(
        token_hash=token_hash(token),
        person=person,
        created_at=moment,
        seen_at=moment,
        expires_at=moment + ABSOLUTE_LIMIT,
        ip=visit.ip,
        user_agent=visit.user_agent[:200],
    )
    db.session.add(session)
    record(person.actor(clock.today(), visit.ip), SessionAction.LOG_IN, session)
    return token


def _count_failure(person: Person | None, visit: Visit, *, right: bool) -> None:
    """Count a wrong password and write the attempt down; what was typed is not kept.

    People type passwords into the wrong field: an unknown login may be one.
    """
    if person is None:
        refused(Actor(None, N_("未知账号"), origin=visit.ip), SessionAction.LOG_IN)
        return
    if not right and _may_enter(person, clock.now()):
        _lock_if_often(person)
    actor = Actor(person.id, person.name, origin=visit.ip)
    refused(actor, SessionAction.LOG_IN, person)


def _lock_if_often(person: Person) -> None:
    """Every fifth failure closes the account for twice as long as the one before.

    Written past the version: whoever edits the person meanwhile loses nothing by it.
    """
    failures = db.session.scalar(
        update(Person)
        .where(Person.id == person.id)
        .values(failed_logins=Person.failed_logins + 1)
        .returning(Person.failed_logins)
    )
    rounds, rest = divmod(failures or 0, FAILURES_ALLOWED)
    if rest == 0:
        delay = min(FIRST_DELAY * 2 ** min(rounds - 1, 10), LONGEST_DELAY)
        _set(person, locked_until=clock.now() + delay)


def _forget_failures(person: Person) -> None:
    if person.failed_logins:
        _set(person, failed_logins=0, locked_until=None)


def _set(person: Person, **values: object) -> None:
    db.session.execute(update(Person).where(Person.id == person.id).values(**values))
