"""Who acts in the demonstration: its units and people, and the actors they are on a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app import clock
from app.access.actor import Actor
from app.access.roles import Role
from app.accounts.drafts import GrantDraft, PersonDraft
from app.accounts.models import Person
from app.accounts.operations import create_person, grant
from app.demo.drafts import city
from app.units.drafts import UnitDraft
from app.units.models import Unit
from app.units.operations import add_alias, create_unit
from app.units.vocabulary import AliasKind, UnitKind, UnitLevel
from app.wording import N_

ORIGIN = N_("演示数据")
FOUNDER = Actor(None, ORIGIN, origin=ORIGIN)
"""Sets up units and people before anybody is there to do it."""


@dataclass(frozen=True)
class Cast:
    """Units by short name, people by login, and who does which work in a unit."""

    units: Mapping[str, Unit]
    people: Mapping[str, Person]
    posts: Mapping[tuple[str, str], str]

    def actor(self, login: str) -> Actor:
        return self.people[login].actor(clock.today(), ORIGIN)

    def of(self, unit: str, role: Role) -> Actor:
        """Return whoever holds a role in a unit, the first one named."""
        return self.actor(self.posts[unit, role.value])


def assemble(
    units: tuple[city.CityUnit, ...],
    people: tuple[city.Person, ...],
    password_of: Callable[[str], str],
) -> Cast:
    """Found the units and give everybody an account and roles from today on."""
    founded: dict[str, Unit] = {}
    for unit in units:
        founded[unit.short] = _found(unit, founded)
    return Cast(
        units=founded,
        people={who.login: _employ(who, founded[who.unit], password_of) for who in people},
        posts={(who.unit, role): who.login for who in reversed(people) for role in who.roles},
    )


def _found(said: city.CityUnit, founded: Mapping[str, Unit]) -> Unit:
    draft = UnitDraft(
        name=said.name,
        kind=UnitKind(said.kind),
        level=UnitLevel(said.level),
        parent_id=founded[said.parent].id if said.parent else None,
        short_name=said.short if said.short != said.name else None,
    )
    unit = create_unit(draft, FOUNDER)
    for name in said.aliases:
        add_alias(unit, name, AliasKind.OTHER, FOUNDER)
    for name in said.former:
        add_alias(unit, name, AliasKind.FORMER, FOUNDER)
    return unit


def _employ(who: city.Person, unit: Unit, password_of: Callable[[str], str]) -> Person:
    draft = PersonDraft(
        login=who.login,
        name=who.name,
        post=who.post,
        password=password_of(who.login),
        must_change_password=False,
    )
    person = create_person(draft, FOUNDER)
    for role in who.roles:
        grant(person, GrantDraft(unit.id, Role(role), clock.today()), FOUNDER)
    return person
