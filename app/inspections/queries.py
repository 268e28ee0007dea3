"""Questions asked of inspections, lists, periods, numbers and procedures."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, false, literal, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.access.actor import Actor
from app.access.roles import Role
from app.database import db
from app.inspections.models import (
    DocumentCounter,
    Inspection,
    Period,
    Procedure,
    RectificationList,
)
from app.inspections.vocabulary import DocumentKind
from app.units.models import Unit


def in_area(actor: Actor, *roles: Role) -> ColumnElement[bool]:
    """Condition on Unit: a government at or below that of one of the actor's grants."""
    paths = [Unit.path.startswith(grant.area) for grant in actor.grants_as(*roles)]
    return or_(*paths) if paths else false()


def inspections_for(actor: Actor) -> Sequence[Inspection]:
    """Inspections of the actor's area with their lists, newest feedback first."""
    return db.session.scalars(
        select(Inspection)
        .join(Inspection.government)
        .where(in_area(actor, Role.OFFICE, Role.LEADER))
        .options(joinedload(Inspection.government), selectinload(Inspection.lists))
        .order_by(Inspection.feedback_on.desc().nulls_last(), Inspection.id.desc())
    ).all()


def inspection_or_none(inspection_id: int) -> Inspection | None:
    return db.session.get(Inspection, inspection_id, options=[joinedload(Inspection.government)])


def inspection_named(name: str) -> Inspection | None:
    return db.session.scalar(select(Inspection).where(Inspection.name == name))


def lists_in_area(actor: Actor) -> Sequence[RectificationList]:
    """Lists kept in the actor's area, for an office or a leader."""
    return db.session.scalars(
        select(RectificationList)
        .join(RectificationList.government)
        .where(in_area(actor, Role.OFFICE, Role.LEADER))
        .options(
            joinedload(RectificationList.government),
            joinedload(RectificationList.inspection),
            joinedload(RectificationList.office),
        )
        .order_by(RectificationList.id)
    ).all()


def list_or_none(list_id: int) -> RectificationList | None:
    return db.session.get(RectificationList, list_id)


def list_with_code(code: str) -> RectificationList | None:
    return db.session.scalar(select(RectificationList).where(RectificationList.code == code))


def period_or_none(period_id: int) -> Period | None:
    return db.session.get(Period, period_id)


def period_ending(list_id: int, last_day: date) -> Period | None:
    return db.session.scalar(
        select(Period).where(Period.list_id == list_id, Period.last_day == last_day)
    )


def period_open_at(list_id: int, moment: datetime) -> Period | None:
    """The period whose cut-off is the first at or after the moment, if its row exists."""
    return db.session.scalar(
        select(Period)
        .where(Period.list_id == list_id, Period.cutoff_at >= moment)
        .order_by(Period.cutoff_at)
        .limit(1)
    )


def period_before(period: Period) -> Period | None:
    return db.session.scalar(
        select(Period)
        .where(Period.list_id == period.list_id, Period.last_day < period.last_day)
        .order_by(Period.last_day.desc())
        .limit(1)
    )


def periods_of(list_id: int) -> Sequence[Period]:
    return db.session.scalars(
        select(Period).where(Period.list_id == list_id).order_by(Period.last_day.desc())
    ).all()


def locked_counter(list_id: int, kind: DocumentKind, year: int) -> DocumentCounter | None:
    return db.session.scalar(
        select(DocumentCounter)
        .where(
            DocumentCounter.list_id == list_id,
            DocumentCounter.kind == kind,
            DocumentCounter.year == year,
        )
        .with_for_update()
    )


def procedure(code: str, version_no: int) -> Procedure | None:
    return db.session.scalar(
        select(Procedure).where(Procedure.code == code, Procedure.version_no == version_no)
    )


def newest_procedure(code: str) -> Procedure | None:
    """The version of a procedure that was published last."""
    return db.session.scalar(
        select(Procedure)
        .where(Procedure.code == code, Procedure.published_at.is_not(None))
        .order_by(Procedure.version_no.desc())
        .limit(1)
    )


def procedure_or_none(procedure_id: int) -> Procedure | None:
    return db.session.get(Procedure, procedure_id, options=[joinedload(Procedure.government)])


def last_version(code: str) -> Procedure | None:
    """The version of a procedure with the highest number, published or a draft."""
    return db.session.scalar(
        select(Procedure)
        .where(Procedure.code == code)
        .order_by(Procedure.version_no.desc())
        .limit(1)
    )


def procedures_for(actor: Actor) -> Sequence[Procedure]:
    """What came with the program, what governments above published, everything at and below.

    The same rule as the policy, in the query.
    """
    above = [
        or_(Procedure.government_id.is_(None), literal(grant.area).startswith(Unit.path))
        for grant in actor.grants_as(Role.OFFICE, Role.LEADER)
    ]
    return db.session.scalars(
        select(Procedure)
        .outerjoin(Procedure.government)
        .where(
            or_(
                in_area(actor, Role.OFFICE, Role.LEADER),
                and_(Procedure.published_at.is_not(None), or_(false(), *above)),
            )
        )
        .options(joinedload(Procedure.government))
        .order_by(Procedure.government_id.nulls_last(), Procedure.code, Procedure.version_no.desc())
    ).all()
