"""Who stands before the doors: somebody in each role, for tests that go through the pages."""

from dataclasses import dataclass

from flask import Flask

from app.access.roles import Role
from app.accounts.models import Assignment, Person
from app.clock import today
from app.database import db
from tests.factories.city import small_city


@dataclass(frozen=True)
class Somebody:
    """A person by key alone, so that no session of the database is kept open."""

    id: int


@dataclass(frozen=True)
class Doors:
    """People by role, and the keys of two units."""

    people: dict[Role, Somebody]
    water: int
    housing: int


def open_doors(app: Flask) -> Doors:
    """Build the small city with one more administrator of each kind, and commit it."""
    with app.app_context():
        city = small_city()
        actors = {
            Role.OFFICE: city.office, Role.UNIT: city.worker, Role.SUPERVISOR: city.checker,
            Role.LEADER: city.leader, Role.AUDITOR: city.auditor,
            Role.SYSTEM_ADMIN: city.administrator,
        }  # fmt: skip
        for role in (Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.PETITION_CLERK):
            person = Person(login=role.value, name=role.value, password_hash="!",
                            must_change_password=False)  # fmt: skip
            person.assignments.append(
                Assignment(unit=city.government, role=role, starts_on=today())
            )
            db.session.add(person)
            db.session.flush()
            actors[role] = person.actor(today(), "")
        people = {role: Somebody(actor.person_id or 0) for role, actor in actors.items()}
        doors = Doors(people, city.water.id, city.housing.id)
        db.session.commit()
        return doors
