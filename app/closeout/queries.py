"""Questions asked of applications for close-out."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.closeout.models import Application, StepRecord
from app.closeout.vocabulary import Outcome
from app.database import db


def open_application(task_id: int) -> Application | None:
    return db.session.scalar(
        select(Application)
        .where(Application.task_id == task_id, Application.outcome == Outcome.OPEN)
        .options(joinedload(Application.procedure), selectinload(Application.records))
    )


def applications_of(task_id: int) -> Sequence[Application]:
    """Every application of a task with its steps, newest first."""
    return db.session.scalars(
        select(Application)
        .where(Application.task_id == task_id)
        .options(
            joinedload(Application.procedure),
            joinedload(Application.unit),
            selectinload(Application.records).options(
                joinedload(StepRecord.step), joinedload(StepRecord.unit)
            ),
        )
        .order_by(Application.id.desc())
    ).all()
