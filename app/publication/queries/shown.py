"""Find publicities: for everybody, for the office, of one task."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, func, not_, select
from sqlalchemy.orm import joinedload

from app import clock
from app.access.actor import Actor
from app.access.roles import Role
from app.closeout.models import Application
from app.closeout.vocabulary import Outcome
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.queries import in_area
from app.publication.models import (
    Publicity,
    PublicPhoto,
)
from app.publication.queries.standing import Line, lines
from app.tasks.models import Task


def under_way() -> ColumnElement[bool]:
    """Neither confirmed nor gone back: it runs, stands still, or waits for the office."""
    return and_(Publicity.ended_on.is_(None), Application.outcome == Outcome.OPEN)


def _shown() -> Select[Publicity]:
    """Every publicity whose first day has come."""
    wanted = select(Publicity).join(Publicity.application)
    return wanted.where(Publicity.first_day <= clock.today())


def shown_to_everybody(*, still_open: bool) -> list[Line]:
    """What is being publicised, or what was; the latest first."""
    condition = under_way() if still_open else not_(under_way())
    wanted = _shown().where(condition)
    latest = wanted.order_by(Publicity.first_day.desc(), Publicity.id.desc())
    return lines(db.session.scalars(latest).all())


def counts_for_everybody() -> tuple[int, int]:
    """How many are being publicised, and how many were."""
    open_ones = func.count().filter(under_way())
    counted = _shown().with_only_columns(open_ones, func.count())
    now, all_of_them = db.session.execute(counted).one()
    return now, all_of_them - now


def publicities_for(actor: Actor) -> Sequence[Publicity]:
    """Publicities of the reader's area, the last opened first."""
    return db.session.scalars(
        select(Publicity)
        .join(Publicity.task)
        .join(Task.rectification_list)
        .join(RectificationList.government)
        .where(in_area(actor, Role.OFFICE, Role.LEADER, Role.PETITION_CLERK))
        .order_by(Publicity.id.desc())
    ).all()


def publicity_or_none(public_id: str) -> Publicity | None:
    return db.session.scalar(select(Publicity).where(Publicity.public_id == public_id))


def hold(public_id: str) -> None:
    """Let two objections to one notice follow each other; to be asked before it is fetched."""
    db.session.scalar(
        select(Publicity.id).where(Publicity.public_id == public_id).with_for_update()
    )


def photo_or_none(token: str) -> PublicPhoto | None:
    return db.session.scalar(
        select(PublicPhoto)
        .where(PublicPhoto.token == token)
        .options(joinedload(PublicPhoto.publicity))
    )


def publicities_of(task_id: int) -> Sequence[Publicity]:
    """Every publicity of a task, the latest first."""
    wanted = select(Publicity).where(Publicity.task_id == task_id)
    return db.session.scalars(wanted.order_by(Publicity.id.desc())).all()


def publicity_of_application(application_id: int) -> Publicity | None:
    return db.session.scalar(select(Publicity).where(Publicity.application_id == application_id))


def contact_before(list_id: int) -> str:
    """Return how the office of a list could be reached in its last notice."""
    last = db.session.scalar(
        select(Publicity)
        .join(Publicity.task)
        .where(Task.list_id == list_id)
        .order_by(Publicity.id.desc())
        .limit(1)
    )
    return str(last.content["contact"]) if last else ""
