"""Who somebody may be to a subject: the clauses that the policy is made of."""

from collections.abc import Callable
from typing import cast

from app.access.actions import TaskAction
from app.access.actor import (
    CHECKS_THE_WORK,
    DOES_THE_WORK,
    TAKES_PART,
    Actor,
    Part,
    holds,
)
from app.access.roles import Role
from app.access.signing import SIGNERS, StepSubject, signs_for

Clause = Callable[[Actor, object], bool]


def anybody(_actor: Actor, _subject: object) -> bool:
    return True


def in_role(*roles: Role) -> Clause:
    """Whoever has one of the roles anywhere; for actions without a subject of their own."""
    return lambda actor, _subject: actor.has(*roles)


def over_area(*roles: Role) -> Clause:
    """Whoever has the role at or above the government whose office keeps the subject."""

    def clause(actor: Actor, subject: object) -> bool:
        if subject is None:
            return actor.has(*roles)
        area = getattr(subject, "area", None)
        return area is not None and any(
            area.startswith(grant.area) for grant in actor.grants_as(*roles)
        )

    return clause


def as_party(role: Role, parts: frozenset[Part]) -> Clause:
    """Whoever has the role in a unit that has such a part in a task handed over."""

    def clause(actor: Actor, subject: object) -> bool:
        if subject is None:
            return actor.has(role)
        return bool(getattr(subject, "handed_over", False)) and any(
            party.part in parts and holds(grant, party)
            for grant in actor.grants_as(role)
            for party in getattr(subject, "parties", ())
        )

    return clause


SIGNING = (Role.SUPERVISOR, Role.OFFICE, Role.LEADER)


def signer(action: TaskAction, *roles: Role) -> Clause:
    """Whoever the procedure asks at the step of this action, and not the side that applied."""

    def clause(actor: Actor, subject: object) -> bool:
        if subject is None:
            return actor.has(*roles)
        owners = getattr(subject, "signers", {}).get(action, SIGNERS[action])
        return any(signs_for(actor, cast("StepSubject", subject), owner) for owner in owners)

    return clause


def detached_checker(actor: Actor, subject: object) -> bool:
    """Whoever checks for a unit that has no share in the work itself, and has not applied."""
    if subject is None:
        return actor.has(Role.SUPERVISOR)
    parties = getattr(subject, "parties", ())
    working = {party.unit_id for party in parties if party.part in TAKES_PART}
    return (
        bool(getattr(subject, "handed_over", False))
        and actor.person_id != getattr(subject, "applicant_id", None)
        and any(
            party.part in CHECKS_THE_WORK and not working & {party.unit_id, grant.unit_id}
            for grant in actor.grants_as(Role.SUPERVISOR)
            for party in parties
            if holds(grant, party)
        )
    )


def receiving_office(actor: Actor, subject: object) -> bool:
    """The office of a government that was given the task: it hands it down to those below."""
    if subject is None:
        return actor.has(Role.OFFICE)
    return bool(getattr(subject, "handed_over", False)) and any(
        party.part in TAKES_PART and party.unit_id == grant.government_id
        for grant in actor.grants_as(Role.OFFICE)
        for party in getattr(subject, "parties", ())
    )


def upper_office(actor: Actor, subject: object) -> bool:
    """The office of a government above the one whose list it is."""
    if subject is None:
        return actor.has(Role.OFFICE)
    area = getattr(subject, "area", None)
    return area is not None and any(
        area.startswith(grant.area) and area != grant.area for grant in actor.grants_as(Role.OFFICE)
    )


def shared_procedure(actor: Actor, subject: object) -> bool:
    """Whoever may follow a procedure: it came with the program, or is kept at a level above."""
    if subject is None:
        return actor.has(Role.OFFICE, Role.LEADER)
    area = getattr(subject, "area", None)
    return bool(getattr(subject, "published_at", None)) and any(
        area is not None and grant.area.startswith(area)
        for grant in actor.grants_as(Role.OFFICE, Role.LEADER)
    )


def recorder(actor: Actor, subject: object) -> bool:
    """Whoever wrote it down."""
    if subject is None:
        return actor.has(*SIGNING)
    return actor.person_id is not None and actor.person_id == getattr(
        subject, "recorded_by_id", None
    )


def assessed_unit(actor: Actor, subject: object) -> bool:
    """Whoever works in a unit that is assessed, once the assessment has been announced."""
    if subject is None:
        return actor.has(Role.UNIT)
    assessed: frozenset[int] = getattr(subject, "unit_ids", frozenset())
    return bool(getattr(subject, "announced", False)) and any(
        grant.unit_id in assessed for grant in actor.grants_as(Role.UNIT)
    )


office = over_area(Role.OFFICE)
leader = over_area(Role.LEADER)
petition_clerk = over_area(Role.PETITION_CLERK)
working_unit = as_party(Role.UNIT, TAKES_PART)
accountable_unit = as_party(Role.UNIT, DOES_THE_WORK)
checking_unit = as_party(Role.SUPERVISOR, CHECKS_THE_WORK)
administrator = in_role(Role.SYSTEM_ADMIN)
keeper_of_rights = in_role(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
witness = in_role(Role.AUDITOR, Role.AUDIT_ADMIN)
