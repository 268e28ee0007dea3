"""Questions asked of publicities and objections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app import clock
from app.access.actor import Actor
from app.access.roles import Role
from app.calendars.queries import workdays
from app.closeout.models import Application
from app.closeout.vocabulary import Outcome
from app.database import db
from app.deadlines.windows import days_run, last_day, provisional
from app.deadlines.workdays import Workdays
from app.inspections.models import ProcedureStep, RectificationList
from app.inspections.queries import in_area
from app.inspections.vocabulary import StepKind
from app.publication.models import (
    Objection,
    ObjectionAttempt,
    ObjectionIdentity,
    Publicity,
    PublicPhoto,
)
from app.publication.vocabulary import OPEN, Standing
from app.publication.workflow import Facts, standing
from app.tasks.models import Task

EXAMINED_WITHIN = 10
"""Working days from the day after an objection was received."""


@dataclass(frozen=True)
class Line:
    """One publicity as it stands today."""

    publicity: Publicity
    standing: Standing
    last: date | None
    """None while an objection holds the clock."""
    left: int
    """Days of the window still to run, today not among them."""
    provisional: bool
    """The last day may still move: a year of the calendar is missing."""

    @property
    def unexamined(self) -> list[Objection]:
        return [one for one in self.publicity.objections if one.examined_on is None]


def line_of(publicity: Publicity, known: Workdays | None = None) -> Line:
    """Say how a publicity stands today."""
    known, today = known or workdays(), clock.today()
    last = last_day(publicity.window, known, publicity.stops)
    withdrawn = publicity.application.outcome is Outcome.RETURNED
    facts = Facts(publicity.first_day, last, publicity.ended_on is not None, withdrawn)
    return Line(
        publicity,
        standing(facts, today),
        last,
        publicity.length - days_run(publicity.window, today, known, publicity.stops),
        last is not None and provisional(publicity.window, last, known),
    )


def lines(publicities: Sequence[Publicity]) -> list[Line]:
    known = workdays()
    return [line_of(one, known) for one in publicities]


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


def shown_to_everybody() -> list[Line]:
    """Every publicity whose first day has come, the latest first."""
    return lines(
        db.session.scalars(
            select(Publicity)
            .where(Publicity.first_day <= clock.today())
            .options(joinedload(Publicity.task, innerjoin=True).joinedload(Task.rectification_list))
            .order_by(Publicity.first_day.desc(), Publicity.id.desc())
        ).all()
    )


def current(shown: Sequence[Line]) -> list[Line]:
    return [one for one in shown if one.standing in OPEN]


def past(shown: Sequence[Line]) -> list[Line]:
    return [one for one in shown if one.standing not in OPEN]


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


def objection_or_none(token: str) -> Objection | None:
    return db.session.scalar(
        select(Objection)
        .where(Objection.token == token)
        .options(selectinload(Objection.files), joinedload(Objection.publicity))
    )


def objection_with_code(code_hash: str) -> Objection | None:
    return db.session.scalar(select(Objection).where(Objection.code_hash == code_hash))


def identity_of(objection: Objection) -> ObjectionIdentity:
    return db.session.get_one(ObjectionIdentity, objection.id)


def unexamined_for(actor: Actor, *roles: Role) -> Sequence[Objection]:
    """Objections that wait for examination in the area of one of the actor's roles."""
    return db.session.scalars(
        select(Objection)
        .join(Objection.publicity)
        .join(Publicity.task)
        .join(Task.rectification_list)
        .join(RectificationList.government)
        .where(Objection.examined_on.is_(None), in_area(actor, *roles))
        .order_by(Objection.id)
    ).all()


def tasks_to_publish(actor: Actor) -> Sequence[Task]:
    """Tasks of the office's area that stand at publicity and have not been published."""
    published = select(Publicity.application_id)
    return db.session.scalars(
        select(Task)
        .join(Task.rectification_list)
        .join(RectificationList.government)
        .join(Task.step)
        .join(Application, (Application.task_id == Task.id) & (Application.outcome == Outcome.OPEN))
        .where(
            ProcedureStep.kind == StepKind.PUBLICITY,
            Application.id.not_in(published),
            in_area(actor, Role.OFFICE),
        )
        .order_by(Task.step_since, Task.id)
    ).all()


def publicities_over(actor: Actor) -> list[Line]:
    """Publicities whose window is over, for the office to confirm."""
    open_ones = db.session.scalars(
        select(Publicity)
        .join(Publicity.task)
        .join(Task.rectification_list)
        .join(RectificationList.government)
        .join(Publicity.application)
        .where(
            Publicity.ended_on.is_(None),
            Application.outcome == Outcome.OPEN,
            in_area(actor, Role.OFFICE),
        )
    ).all()
    return [line for line in lines(open_ones) if line.standing is Standing.OVER]


def examine_until(objection: Objection) -> date:
    """Return the last of the working days within which an objection is examined."""
    return workdays().after(objection.received_on, EXAMINED_WITHIN)[0]


def attempts_since(address_hash: str, moment: datetime) -> int:
    counted = select(func.count()).select_from(ObjectionAttempt)
    return (
        db.session.scalar(
            counted.where(
                ObjectionAttempt.address_hash == address_hash, ObjectionAttempt.tried_at > moment
            )
        )
        or 0
    )


def stale_attempts() -> Sequence[ObjectionAttempt]:
    """Attempts that no limit counts any more."""
    before = clock.now() - timedelta(days=1)
    return db.session.scalars(
        select(ObjectionAttempt).where(ObjectionAttempt.tried_at < before).limit(100)
    ).all()
