"""What waits around publicity: to be published, to be examined, to be confirmed."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from app.access.actor import Actor
from app.access.roles import Role
from app.calendars.queries import workdays
from app.closeout.models import Application
from app.closeout.vocabulary import Outcome
from app.database import db
from app.inspections.models import ProcedureStep, RectificationList
from app.inspections.queries import in_area
from app.inspections.vocabulary import StepKind
from app.publication.models import (
    Objection,
    Publicity,
)
from app.publication.queries.shown import under_way
from app.publication.queries.standing import Line, lines
from app.publication.vocabulary import Standing
from app.tasks.models import Task

EXAMINED_WITHIN = 10
"""Working days from the day after an objection was received."""


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
            under_way(),
            in_area(actor, Role.OFFICE),
        )
    ).all()
    return [line for line in lines(open_ones) if line.standing is Standing.OVER]


def examine_until(objection: Objection) -> date:
    """Return the last of the working days within which an objection is examined."""
    return workdays().after(objection.received_on, EXAMINED_WITHIN)[0]
