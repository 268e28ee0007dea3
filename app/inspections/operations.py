"""What can be done to inspections, lists, periods and numbers."""

from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy.exc import IntegrityError

from app import clock
from app.access.actions import InspectionAction
from app.access.actor import Actor
from app.access.roles import Role
from app.audit.operations import record
from app.database import db
from app.deadlines.periods import cutoff_of, period_containing
from app.inspections import queries
from app.inspections.drafts import (
    BUILT_IN,
    DELIVERED,
    InspectionDraft,
    ListDraft,
    ProcedureDraft,
)
from app.inspections.models import (
    DocumentCounter,
    Inspection,
    Period,
    Procedure,
    ProcedureStep,
    RectificationList,
)
from app.inspections.vocabulary import DocumentKind
from app.units.models import Unit
from app.units.queries import unit_or_none
from app.wording import N_, Refusal


def create_inspection(draft: InspectionDraft, actor: Actor) -> Inspection:
    """Open an inspection in the area of the office that acts."""
    if queries.inspection_named(draft.name) is not None:
        raise Refusal(N_("已有名为“%(name)s”的督察，请换一个名称或直接使用它。"), name=draft.name)
    office = _office(actor)
    inspection = Inspection(**asdict(draft), government_id=office.government_id or office.id)
    db.session.add(inspection)
    record(actor, InspectionAction.CREATE, inspection, after={"name": draft.name})
    return inspection


def edit_inspection(inspection: Inspection, draft: InspectionDraft, actor: Actor) -> None:
    """Change what is said of an inspection; its lists and figures stay."""
    same = queries.inspection_named(draft.name)
    if same is not None and same.id != inspection.id:
        raise Refusal(N_("已有名为“%(name)s”的督察，请换一个名称或直接使用它。"), name=draft.name)
    before = {key: str(getattr(inspection, key)) for key in asdict(draft)}
    for key, value in asdict(draft).items():
        setattr(inspection, key, value)
    after = {key: str(getattr(inspection, key)) for key in asdict(draft)}
    record(actor, InspectionAction.EDIT, inspection, before=before, after=after)


def create_list(inspection: Inspection, draft: ListDraft, actor: Actor) -> RectificationList:
    """Open a rectification list under an inspection; its office is the unit of record."""
    if queries.list_with_code(draft.code) is not None:
        raise Refusal(N_("清单代号“%(code)s”已被使用，请换一个。"), code=draft.code)
    office = _office(actor)
    new = RectificationList(
        **asdict(draft),
        inspection=inspection,
        government_id=inspection.government_id,
        office_id=office.id,
    )
    db.session.add(new)
    for code in DELIVERED:
        delivered_procedure(code)
    record(actor, InspectionAction.CREATE, new, after={"code": draft.code, "name": draft.name})
    return new


def edit_list(subject: RectificationList, draft: ListDraft, actor: Actor) -> None:
    """Change a list's name and settings; its code and the kind of its periods stay."""
    keys = ("name", "document_prefix", "cutoff_hour", "near_due_days", "procedure_code")
    before = {key: getattr(subject, key) for key in keys}
    for key in keys:
        setattr(subject, key, getattr(draft, key))
    after = {key: getattr(subject, key) for key in keys}
    record(actor, InspectionAction.EDIT, subject, before=before, after=after)


def period_at(subject: RectificationList, moment: datetime) -> Period:
    """Return the period that a fact recorded at the moment falls into, making its row if need be.

    A moment after a period's cut-off falls into the next one.
    """
    first, last = period_containing(subject.period_kind.value, moment, subject.cutoff_hour)
    found = queries.period_ending(subject.id, last)
    return found or _new_period(subject, first, last)


def _new_period(subject: RectificationList, first: date, last: date) -> Period:
    """Make the row; where somebody else made it meanwhile, take theirs."""
    period = Period(
        list_id=subject.id,
        kind=subject.period_kind,
        first_day=first,
        last_day=last,
        cutoff_at=cutoff_of(last, subject.cutoff_hour),
    )
    try:
        with db.session.begin_nested():
            db.session.add(period)
    except IntegrityError:
        theirs = queries.period_ending(subject.id, last)
        assert theirs is not None
        return theirs
    return period


def next_number(list_id: int, kind: DocumentKind, year: int) -> int:
    """Take the next document number; a rolled-back transaction gives it back."""
    counter = queries.locked_counter(list_id, kind, year)
    if counter is None:
        counter = DocumentCounter(list_id=list_id, kind=kind, year=year, last_number=0)
        db.session.add(counter)
    counter.last_number += 1
    db.session.flush()
    return counter.last_number


def built_in_procedure() -> Procedure:
    """Return the close-out procedure that tasks follow where nothing else was chosen."""
    return delivered_procedure(BUILT_IN)


def delivered_procedure(code: str) -> Procedure:
    """Return a procedure that comes with the program, making its row the first time."""
    found = queries.procedure(code, 1)
    if found is None:
        draft = DELIVERED[code]
        found = Procedure(code=code, version_no=1, published_at=clock.now())
        write_procedure(found, draft)
        db.session.add(found)
        db.session.flush()
    return found


def write_procedure(procedure: Procedure, draft: ProcedureDraft) -> None:
    """Set what a version says, anew from its name to its last step."""
    procedure.name, procedure.kind = draft.name, draft.kind
    procedure.steps.clear()
    if procedure.id is not None:
        db.session.flush()  # the old positions must be gone first
    procedure.steps += [
        ProcedureStep(position=position, **step.columns())
        for position, step in enumerate(draft.steps, start=1)
    ]


def procedure_for(subject: RectificationList, chosen: Procedure | None = None) -> Procedure:
    """Return the newest published version of what was chosen, else of what the list follows."""
    code = chosen.code if chosen else subject.procedure_code or BUILT_IN
    return queries.newest_procedure(code) or built_in_procedure()


def _office(actor: Actor) -> Unit:
    grant = next(actor.grants_as(Role.OFFICE), None)
    office = unit_or_none(grant.unit_id) if grant else None
    if office is None:
        raise Refusal(N_("只有整改办可以建立督察和清单。"))
    return office
