"""Who may do what: one row an action, read as 'any of these'."""

from collections.abc import Callable, Mapping
from typing import cast

from app.access.actions import (
    AcceptanceAction,
    AccountabilityAction,
    Action,
    AssessmentAction,
    AuditAction,
    HomeAction,
    InspectionAction,
    IntakeAction,
    LedgerAction,
    ObjectionAction,
    OverviewAction,
    PersonAction,
    PetitionAction,
    ProcedureAction,
    PublicationAction,
    ReviewAction,
    SessionAction,
    TaskAction,
    UnitAction,
)
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

POLICY: Mapping[Action, tuple[Clause, ...]] = {
    HomeAction.READ: (anybody,),
    TaskAction.LIST: (office, leader, working_unit, checking_unit, receiving_office),
    TaskAction.READ: (office, leader, working_unit, checking_unit, receiving_office),
    TaskAction.EXPORT: (office, leader, working_unit, checking_unit, receiving_office),
    TaskAction.OPEN: (office,),
    TaskAction.CORRECT: (office,),
    TaskAction.AMEND: (office,),
    TaskAction.UNLIST: (office,),
    TaskAction.SET_CRITERIA: (office,),
    TaskAction.HAND_OVER: (office,),
    TaskAction.SIGN: (working_unit,),
    TaskAction.REPORT_PROGRESS: (accountable_unit,),
    TaskAction.ATTACH_EVIDENCE: (working_unit, checking_unit),
    TaskAction.APPLY: (accountable_unit,),
    TaskAction.VERIFY: (signer(TaskAction.VERIFY, *SIGNING),),
    TaskAction.ACCEPT: (signer(TaskAction.ACCEPT, *SIGNING),),
    TaskAction.RETURN: (signer(TaskAction.RETURN, *SIGNING),),
    TaskAction.CLOSE: (signer(TaskAction.CLOSE, Role.OFFICE),),
    TaskAction.DECOMPOSE: (office, receiving_office),
    TaskAction.LINK: (office,),
    TaskAction.MERGE: (office,),
    TaskAction.PLAN: (office,),
    TaskAction.REVIEW_REPORT: (accountable_unit,),
    TaskAction.RETURN_REPORT: (office,),
    TaskAction.COMMENT: (office, leader, checking_unit),
    TaskAction.ASK_EXTENSION: (accountable_unit,),
    TaskAction.EXTEND: (office, upper_office),
    TaskAction.REFUSE_EXTENSION: (office, upper_office),
    TaskAction.ASK_SUSPENSION: (accountable_unit,),
    TaskAction.SUSPEND: (office, upper_office),
    TaskAction.REFUSE_SUSPENSION: (office, upper_office),
    TaskAction.RESUME: (office,),
    TaskAction.SET_DEADLINE: (office,),
    TaskAction.SET_LAMP: (office,),
    TaskAction.URGE: (office,),
    TaskAction.REPLY: (accountable_unit,),
    TaskAction.NAME_PEOPLE: (office,),
    TaskAction.VISIT: (office, leader),
    TaskAction.DISCUSS: (office,),
    TaskAction.INSTRUCT: (office,),
    TaskAction.ANSWER: (accountable_unit,),
    TaskAction.SETTLE: (office,),
    TaskAction.JUDGE_POINTER: (checking_unit, office),
    TaskAction.SIGN_OFF: (signer(TaskAction.SIGN_OFF, *SIGNING),),
    TaskAction.PUBLISH: (signer(TaskAction.PUBLISH, Role.OFFICE),),
    TaskAction.OBJECT: (anybody,),
    TaskAction.EXAMINE: (signer(TaskAction.EXAMINE, *SIGNING),),
    TaskAction.FILE: (signer(TaskAction.FILE, Role.OFFICE),),
    TaskAction.LOOK_BACK: (signer(TaskAction.LOOK_BACK, *SIGNING),),
    TaskAction.RELAPSE: (office,),
    InspectionAction.LIST: (office, leader),
    InspectionAction.CREATE: (office,),
    InspectionAction.EDIT: (office,),
    ProcedureAction.READ: (office, leader, shared_procedure),
    ProcedureAction.EDIT: (office,),
    ProcedureAction.PUBLISH: (office,),
    AcceptanceAction.HOLD: (in_role(*SIGNING),),
    AcceptanceAction.READ: (office, leader, recorder),
    IntakeAction.READ: (office,),
    IntakeAction.RECEIVE: (office,),
    IntakeAction.CORRECT: (office,),
    IntakeAction.CONFIRM: (office,),
    IntakeAction.ABANDON: (office,),
    IntakeAction.UNDO: (office,),
    IntakeAction.READ_CASES: (petition_clerk,),
    IntakeAction.EXPORT: (office,),
    PetitionAction.LIST: (office, leader, petition_clerk),
    PetitionAction.OPEN: (office,),
    PetitionAction.READ: (petition_clerk,),
    PetitionAction.EXPORT: (petition_clerk,),
    ReviewAction.LIST: (office, leader),
    ReviewAction.PLAN: (office,),
    ReviewAction.CONCLUDE: (office,),
    AssessmentAction.LIST: (office, leader, assessed_unit),
    AssessmentAction.READ: (office, leader, assessed_unit),
    AssessmentAction.SET_POINTS: (office,),
    AssessmentAction.DRAFT: (office,),
    AssessmentAction.ANNOUNCE: (office,),
    AssessmentAction.OBJECT: (assessed_unit,),
    AssessmentAction.DECIDE: (office,),
    AssessmentAction.PUBLISH: (office,),
    AccountabilityAction.LIST: (office, leader),
    AccountabilityAction.TRANSFER: (office,),
    AccountabilityAction.EDIT: (office,),
    AccountabilityAction.CONCLUDE: (office,),
    LedgerAction.LIST: (office, leader),
    LedgerAction.READ: (office, leader),
    LedgerAction.PREPARE: (office,),
    LedgerAction.REVIEW: (office,),
    LedgerAction.ISSUE: (office,),
    OverviewAction.READ: (office, leader),
    PublicationAction.LIST: (office, leader, petition_clerk),
    PublicationAction.READ: (office, leader, petition_clerk),
    PublicationAction.VISIT: (anybody,),
    ObjectionAction.LIST: (office, petition_clerk),
    ObjectionAction.READ: (petition_clerk,),
    ObjectionAction.WORD: (petition_clerk,),
    UnitAction.READ: (keeper_of_rights,),
    UnitAction.EDIT: (administrator,),
    PersonAction.READ: (keeper_of_rights,),
    PersonAction.EDIT: (administrator,),
    PersonAction.GRANT: (keeper_of_rights,),
    PersonAction.RESET_PASSWORD: (keeper_of_rights,),
    SessionAction.LOG_IN: (anybody,),
    SessionAction.LOG_OUT: (anybody,),
    SessionAction.CHANGE_PASSWORD: (anybody,),
    AuditAction.READ: (witness,),
    AuditAction.VERIFY: (witness,),
}


def permits(actor: Actor, action: Action, subject: object = None) -> bool:
    """Whether the actor may do this to the subject; without one, whether to anything at all."""
    return any(clause(actor, subject) for clause in POLICY[action])
