"""Looking up people, their roles and their sessions."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.access.roles import Role
from app.accounts.models import Assignment, LoginSession, Person
from app.database import db
from app.units.models import Unit

IDLE_LIMIT = timedelta(minutes=30)


def person_or_none(person_id: int) -> Person | None:
    return db.session.scalar(_people().where(Person.id == person_id))


def person_with_login(login: str) -> Person | None:
    return db.session.scalar(_people().where(Person.login == login.strip().lower()))


def has_people() -> bool:
    return db.session.scalar(select(func.count()).select_from(Person)) != 0


def people(wanted: str = "", *, after: str = "", limit: int = 100) -> Sequence[Person]:
    """Return a page of people by login, beyond a login; `wanted` is part of login, name or unit."""
    found = _people().where(Person.login > after).order_by(Person.login).limit(limit)
    if wanted:
        in_unit = (
            select(Assignment.person_id)
            .join(Unit)
            .where(Unit.name.contains(wanted, autoescape=True))
        )
        found = found.where(
            or_(
                Person.login.contains(wanted.lower(), autoescape=True),
                Person.name.contains(wanted, autoescape=True),
                Person.id.in_(in_unit),
            )
        )
    return db.session.scalars(found).all()


def people_of(unit: Unit) -> Sequence[Person]:
    """Everybody who holds or held a role in the unit."""
    in_unit = select(Assignment.person_id).where(Assignment.unit_id == unit.id)
    return db.session.scalars(_people().where(Person.id.in_(in_unit)).order_by(Person.login)).all()


def people_in_role(role: Role, area: str, day: date) -> Sequence[Person]:
    """Who holds a role on a day in a government or in a unit below it, by name."""
    return db.session.scalars(
        select(Person)
        .where(
            Person.assignments.any(
                and_(
                    Assignment.role == role,
                    Assignment.starts_on <= day,
                    or_(Assignment.ends_on.is_(None), Assignment.ends_on >= day),
                    Assignment.revoked_at.is_(None),
                    Assignment.unit.has(Unit.path.startswith(area)),
                )
            )
        )
        .order_by(Person.name)
    ).all()


def assignment_or_none(assignment_id: int) -> Assignment | None:
    return db.session.get(Assignment, assignment_id)


def session_or_none(session_id: int) -> LoginSession | None:
    return db.session.get(LoginSession, session_id)


def live_session(token_hash: str, moment: datetime) -> LoginSession | None:
    """Return the open session of a token with all that makes an actor, in one query."""
    return db.session.scalar(
        select(LoginSession)
        .where(
            LoginSession.token_hash == token_hash,
            LoginSession.ended_at.is_(None),
            LoginSession.expires_at > moment,
            LoginSession.seen_at > moment - IDLE_LIMIT,
        )
        .join(LoginSession.person)
        .where(Person.active)
        .options(
            joinedload(LoginSession.person)
            .joinedload(Person.assignments)
            .joinedload(Assignment.unit)
            .joinedload(Unit.government)
        )
    )


def open_sessions(person: Person) -> Sequence[LoginSession]:
    return db.session.scalars(
        select(LoginSession).where(
            LoginSession.person_id == person.id, LoginSession.ended_at.is_(None)
        )
    ).all()


def _people() -> Select[Person]:
    return select(Person).options(
        selectinload(Person.assignments).joinedload(Assignment.unit).joinedload(Unit.government)
    )
