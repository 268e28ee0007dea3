"""Questions asked of petition cases."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Select, func, select

from app.access.actor import Actor
from app.access.roles import Role
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.queries import in_area
from app.petitions.models import PetitionCase

READERS = (Role.OFFICE, Role.LEADER, Role.PETITION_CLERK)


def _visible(actor: Actor) -> Select[PetitionCase]:
    return (
        select(PetitionCase)
        .join(PetitionCase.rectification_list)
        .join(RectificationList.government)
        .where(in_area(actor, *READERS))
    )


def cases_for(
    actor: Actor, *, before: int | None = None, limit: int = 50
) -> Sequence[PetitionCase]:
    """Cases of the reader's area, last recorded first, after the one with the id `before`."""
    wanted = _visible(actor).order_by(PetitionCase.id.desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(PetitionCase.id < before)
    return db.session.scalars(wanted).all()


def lists_to_read(actor: Actor) -> Sequence[RectificationList]:
    """Lists with cases whose texts the actor has the right to read."""
    wanted = (
        select(RectificationList)
        .join(RectificationList.government)
        .where(
            in_area(actor, Role.PETITION_CLERK),
            RectificationList.id.in_(select(PetitionCase.list_id)),
        )
    )
    return db.session.scalars(wanted.order_by(RectificationList.id)).all()


def cases_of_list(list_id: int) -> Sequence[PetitionCase]:
    wanted = select(PetitionCase).where(PetitionCase.list_id == list_id)
    return db.session.scalars(wanted.order_by(PetitionCase.id)).all()


def count_cases(actor: Actor) -> int:
    """Cases of the reader's area, each once, in 件."""
    counted = select(func.count()).select_from(_visible(actor).subquery())
    return db.session.scalar(counted) or 0


def case_or_none(token: str) -> PetitionCase | None:
    return db.session.scalar(select(PetitionCase).where(PetitionCase.token == token))


def cases_with_ids(case_ids: Iterable[int]) -> Sequence[PetitionCase]:
    wanted = select(PetitionCase).where(PetitionCase.id.in_(set(case_ids)))
    return db.session.scalars(wanted.order_by(PetitionCase.id)).all()


def taken_numbers(inspection_id: int) -> frozenset[str]:
    """Every case number of one inspection."""
    wanted = select(PetitionCase.number).where(PetitionCase.inspection_id == inspection_id)
    return frozenset(number for number in db.session.scalars(wanted) if number is not None)
