"""Who signs at a step of a close-out procedure; never the side that applied."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from app.access.actions import TaskAction
from app.access.actor import CHECKS_THE_WORK, Actor, Part, Party, holds
from app.access.roles import Role

SPEAKS_FOR_DEPARTMENTS = frozenset({Role.UNIT, Role.SUPERVISOR})

# Who signs where no procedure of a subject says otherwise.
SIGNERS: Mapping[TaskAction, tuple[str, ...]] = {
    TaskAction.VERIFY: ("supervising",),
    TaskAction.ACCEPT: ("acceptance",),
    TaskAction.RETURN: ("supervising", "acceptance", "office"),
    TaskAction.SIGN_OFF: ("office", "leader"),
    TaskAction.PUBLISH: ("office",),
    TaskAction.EXAMINE: ("office",),
    TaskAction.CLOSE: ("office",),
    TaskAction.FILE: ("office", "upper_office"),
    TaskAction.LOOK_BACK: ("supervising", "office"),
}


class StepSubject(Protocol):
    """What a task shows to whoever would sign at one of its steps."""

    @property
    def area(self) -> str: ...

    @property
    def parties(self) -> frozenset[Party]: ...

    @property
    def handed_over(self) -> bool: ...


def sides_with_applicant(actor: Actor, subject: object) -> bool:
    """Whether the actor applied, belongs to the unit that did, or speaks for it as its government.

    Any role in that unit counts: who belongs to both sides judges for neither.
    """
    applicant = getattr(subject, "applicant_unit_id", None)
    if applicant is None:
        return False
    if actor.person_id is not None and actor.person_id == getattr(subject, "applicant_id", None):
        return True
    government = getattr(subject, "applicant_government_id", None)
    return any(
        grant.unit_id == applicant
        or (
            grant.is_government
            and grant.unit_id == government
            and grant.role in SPEAKS_FOR_DEPARTMENTS
        )
        for grant in actor.grants
    )


def signs_for(actor: Actor, subject: StepSubject, owner: str) -> int | None:
    """Return the unit for which the actor signs as this owner of a step; None if for nobody."""
    if not subject.handed_over or sides_with_applicant(actor, subject):
        return None
    return next(_units(actor, subject, owner), None)


def _units(actor: Actor, subject: StepSubject, owner: str) -> Iterator[int]:
    if owner in (Part.SUPERVISING, Part.ACCEPTANCE):
        yield from _checking(actor, subject, Part(owner))
    role = Role.LEADER if owner == "leader" else Role.OFFICE
    if owner in ("office", "leader", "upper_office"):
        for grant in sorted(actor.grants_as(role), key=lambda grant: -len(grant.area)):
            above = owner != "upper_office" or grant.area != subject.area
            if above and subject.area.startswith(grant.area):
                yield grant.unit_id


def _checking(actor: Actor, subject: StepSubject, part: Part) -> Iterator[int]:
    """The unit named for the part; where none is, whichever checks the work."""
    named = any(party.part is part for party in subject.parties)
    parts = frozenset({part}) if named else CHECKS_THE_WORK
    applicant = getattr(subject, "applicant_unit_id", None)
    for grant in actor.grants_as(Role.SUPERVISOR):
        for party in sorted(subject.parties, key=lambda one: (one.part, one.unit_id)):
            if party.part in parts and party.unit_id != applicant and holds(grant, party):
                yield party.unit_id
