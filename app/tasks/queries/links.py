"""What tasks are tied to, as things stand today."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import joinedload

from app.database import db
from app.tasks.models import Task, TaskLink
from app.tasks.vocabulary import LinkKind


def links_of(task_id: int) -> Sequence[TaskLink]:
    """The present links of a task, from either end, in the order they were made."""
    return db.session.scalars(
        select(TaskLink)
        .where(TaskLink.ends_on.is_(None))
        .where(or_(TaskLink.task_id == task_id, TaskLink.other_id == task_id))
        .options(joinedload(TaskLink.task), joinedload(TaskLink.other))
        .order_by(TaskLink.id)
    ).all()


def link_or_none(link_id: int) -> TaskLink | None:
    """A link that has not ended."""
    found = db.session.get(TaskLink, link_id)
    return found if found and found.ends_on is None else None


def present_link(task_id: int, other_id: int, kind: LinkKind) -> TaskLink | None:
    return db.session.scalar(
        select(TaskLink).where(
            TaskLink.task_id == task_id,
            TaskLink.other_id == other_id,
            TaskLink.kind == kind,
            TaskLink.ends_on.is_(None),
        )
    )


def relapses_in(list_ids: Sequence[int], recorded_by: datetime | None) -> frozenset[int]:
    """Tasks that were opened because a closed one relapsed, as recorded by a moment."""
    found = (
        select(TaskLink.task_id)
        .join(TaskLink.task)
        .where(Task.list_id.in_(list_ids), TaskLink.kind == LinkKind.RELAPSE_OF)
    )
    if recorded_by is not None:
        found = found.where(TaskLink.made_at <= recorded_by)
    return frozenset(db.session.scalars(found))


def followed_by(task_id: int) -> Task | None:
    """The task whose deadline this one follows."""
    return db.session.scalar(
        select(Task)
        .join(TaskLink, TaskLink.other_id == Task.id)
        .where(TaskLink.task_id == task_id, _same_deadline())
    )


def followers_of(task_id: int) -> Sequence[Task]:
    """The tasks that follow this one's deadline."""
    return db.session.scalars(
        select(Task)
        .join(TaskLink, TaskLink.task_id == Task.id)
        .where(TaskLink.other_id == task_id, _same_deadline())
        .order_by(Task.id)
    ).all()


def _same_deadline() -> ColumnElement[bool]:
    return and_(TaskLink.kind == LinkKind.SAME_DEADLINE_AS, TaskLink.ends_on.is_(None))
