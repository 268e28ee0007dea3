"""Who acts, and what a subject must show to be decided upon."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.access.roles import Role


class Part(StrEnum):
    """The part a unit has in a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"
    SUPERVISING = "supervising"
    ACCEPTANCE = "acceptance"


DOES_THE_WORK = frozenset({Part.LEAD, Part.RESPONSIBLE})
TAKES_PART = DOES_THE_WORK | {Part.COOPERATING}
CHECKS_THE_WORK = frozenset({Part.SUPERVISING, Part.ACCEPTANCE})


@dataclass(frozen=True)
class Grant:
    """One role in one unit, with what decides how far it reaches.

    `area` is the tree path of the government the unit belongs to ("/1/4/"): an office or a leader
    reaches every list kept at or below it. A grant in a government itself (`is_government`) also
    reaches what that government's own departments hold; nothing flows down to other units.
    """

    role: Role
    unit_id: int
    area: str
    is_government: bool = False

    @property
    def government_id(self) -> int:
        """The government that the area is of."""
        return int(self.area.strip("/").rpartition("/")[2] or 0)


@dataclass(frozen=True)
class Actor:
    """Who is acting: the part of a person that decisions and the audit trail may depend on."""

    person_id: int | None
    name: str
    grants: tuple[Grant, ...] = ()
    origin: str = ""
    """Where the act came from: an IP address, or the word for the command line or the worker."""

    def grants_as(self, *roles: Role) -> Iterator[Grant]:
        return (grant for grant in self.grants if grant.role in roles)

    def has(self, *roles: Role) -> bool:
        return any(self.grants_as(*roles))


@dataclass(frozen=True)
class Party:
    """A unit's present part in a task; `government_id` is the government it belongs to."""

    unit_id: int
    government_id: int | None
    part: Part


class TaskSubject(Protocol):
    """What a task shows to the policy."""

    @property
    def area(self) -> str:
        """Tree path of the government whose office keeps the list."""

    @property
    def parties(self) -> frozenset[Party]:
        """The parts that units have today."""

    @property
    def handed_over(self) -> bool:
        """Whether units have been given it."""


class AreaSubject(Protocol):
    """A list, a ledger, an import: something that an office keeps."""

    @property
    def area(self) -> str: ...


def holds(grant: Grant, party: Party) -> bool:
    """Whether a party's unit is the grant's, or a department of the grant's government."""
    own = party.unit_id == grant.unit_id
    return own or (grant.is_government and party.government_id == grant.unit_id)
