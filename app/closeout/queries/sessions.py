"""Acceptance sessions, and what the next one can decide upon."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.access.actor import Actor
from app.access.policy import permits
from app.closeout.models import AcceptanceSession, Application, StepRecord
from app.closeout.queries.queue import Queued, queue
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.vocabulary import StepKind
from app.tasks.models import Task
from app.tasks.workflow import PASSED_BY

AT_A_SESSION = frozenset({StepKind.ACCEPTANCE, StepKind.SIGN_OFF, StepKind.CLOSE_OUT})


def awaiting(actor: Actor) -> dict[RectificationList, list[Queued]]:
    """The tasks that a session held by the actor could decide upon, by their lists."""
    found: dict[RectificationList, list[Queued]] = {}
    for one in queue(actor):
        if one.kind in AT_A_SESSION and permits(actor, PASSED_BY[one.kind], one.task):
            found.setdefault(one.task.rectification_list, []).append(one)
    return {
        subject: sorted(rows, key=lambda one: one.task.position) for subject, rows in found.items()
    }


def session_or_none(session_id: int) -> AcceptanceSession | None:
    """A session with what it decided, task by task."""
    record = selectinload(AcceptanceSession.records)
    return db.session.get(
        AcceptanceSession,
        session_id,
        options=[
            joinedload(AcceptanceSession.rectification_list).joinedload(
                RectificationList.government
            ),
            record.joinedload(StepRecord.step),
            record.joinedload(StepRecord.unit),
            record.joinedload(StepRecord.application)
            .joinedload(Application.task)
            .joinedload(Task.counting_unit),
        ],
    )


def sessions_of(list_ids: Sequence[int]) -> Sequence[AcceptanceSession]:
    return db.session.scalars(
        select(AcceptanceSession)
        .where(AcceptanceSession.list_id.in_(list_ids))
        .order_by(AcceptanceSession.held_on.desc(), AcceptanceSession.id.desc())
    ).all()
