"""Finding single tasks and what hangs on them."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.access.actor import Actor
from app.access.roles import Role
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.queries import in_area
from app.tasks.models import (
    Aspect,
    Category,
    Indicator,
    ProgressDraft,
    ProgressReport,
    Task,
    TaskEvent,
    TaskUnit,
)
from app.tasks.queries.standing import visible_to
from app.tasks.vocabulary import EventKind


def _whole() -> tuple[ORMOption, ...]:
    """Load a task with everything that its page and the policy ask for."""
    return (
        joinedload(Task.rectification_list).joinedload(RectificationList.government),
        joinedload(Task.category).joinedload(Category.aspect),
        joinedload(Task.counting_unit),
        joinedload(Task.step),
        joinedload(Task.latest_report).joinedload(ProgressReport.period),
        selectinload(Task.links).joinedload(TaskUnit.unit),
        selectinload(Task.numbers),
        selectinload(Task.measures),
        selectinload(Task.sites),
        selectinload(Task.milestones),
        selectinload(Task.indicators).selectinload(Indicator.values),
    )


def task_or_none(task_id: int) -> Task | None:
    """A task with everything that its page and the policy ask for."""
    return db.session.get(Task, task_id, options=_whole())


def tasks_of_list(list_id: int) -> Sequence[Task]:
    return db.session.scalars(
        select(Task).where(Task.list_id == list_id).options(*_whole()).order_by(Task.position)
    ).all()


def tasks_numbered(list_id: int, numbers: Sequence[str]) -> Sequence[Task]:
    return db.session.scalars(
        select(Task)
        .where(Task.list_id == list_id, Task.number.in_(numbers))
        .options(*_whole())
        .order_by(Task.position)
    ).all()


def tasks_with_ids(task_ids: Sequence[int]) -> Sequence[Task]:
    return db.session.scalars(
        select(Task).where(Task.id.in_(task_ids)).options(*_whole()).order_by(Task.position)
    ).all()


def lists_visible_to(actor: Actor) -> tuple[RectificationList, ...]:
    """Lists of which the actor may see at least their area, or one task handed to them."""
    handed = select(Task.list_id).where(visible_to(actor))
    kept = (
        select(RectificationList.id)
        .join(RectificationList.government)
        .where(in_area(actor, Role.OFFICE, Role.LEADER))
    )
    return tuple(
        db.session.scalars(
            select(RectificationList)
            .where(or_(RectificationList.id.in_(handed), RectificationList.id.in_(kept)))
            .options(
                joinedload(RectificationList.government), joinedload(RectificationList.inspection)
            )
            .order_by(RectificationList.id)
        )
    )


def number_is_taken(list_id: int, number: str) -> bool:
    taken = select(Task.id).where(Task.list_id == list_id, Task.number == number)
    return db.session.scalar(taken) is not None


def last_position(list_id: int) -> int:
    return db.session.scalar(select(func.max(Task.position)).where(Task.list_id == list_id)) or 0


def next_number(list_id: int) -> str:
    """A number that the list has not used: one more than the tasks it has, or the next free."""
    number = last_position(list_id) + 1
    while number_is_taken(list_id, str(number)):
        number += 1
    return str(number)


def aspect_titled(list_id: int, title: str) -> Aspect | None:
    return db.session.scalar(select(Aspect).where(Aspect.list_id == list_id, Aspect.title == title))


def aspects_of_list(list_id: int) -> Sequence[Aspect]:
    return db.session.scalars(
        select(Aspect).where(Aspect.list_id == list_id).order_by(Aspect.position)
    ).all()


def category_titled(aspect_id: int, title: str) -> Category | None:
    return db.session.scalar(
        select(Category).where(Category.aspect_id == aspect_id, Category.title == title)
    )


def count_aspects(list_id: int) -> int:
    count = select(func.count()).select_from(Aspect).where(Aspect.list_id == list_id)
    return db.session.scalar(count) or 0


def count_categories(aspect_id: int) -> int:
    count = select(func.count()).select_from(Category).where(Category.aspect_id == aspect_id)
    return db.session.scalar(count) or 0


def latest_version(task_id: int, period_id: int) -> ProgressReport | None:
    return db.session.scalar(
        select(ProgressReport)
        .where(ProgressReport.task_id == task_id, ProgressReport.period_id == period_id)
        .order_by(ProgressReport.version_no.desc())
        .limit(1)
    )


def progress_draft(task_id: int, person_id: int | None) -> ProgressDraft | None:
    return db.session.get(ProgressDraft, (task_id, person_id))


def reports_of(task_id: int) -> Sequence[ProgressReport]:
    """Every version of every report of a task, newest first."""
    return db.session.scalars(
        select(ProgressReport)
        .where(ProgressReport.task_id == task_id)
        .options(joinedload(ProgressReport.period), joinedload(ProgressReport.unit))
        .order_by(ProgressReport.id.desc())
    ).all()


def before(reports: Sequence[ProgressReport]) -> ProgressReport | None:
    """Of reports newest first, the last one of an earlier period than the newest."""
    return next((one for one in reports if one.period_id != reports[0].period_id), None)


def events_of(task_id: int) -> Sequence[TaskEvent]:
    """Everything that happened to a task, newest first."""
    return db.session.scalars(
        select(TaskEvent).where(TaskEvent.task_id == task_id).order_by(TaskEvent.id.desc())
    ).all()


def happened(task_id: int, kind: EventKind) -> bool:
    """Whether such a thing ever happened to a task."""
    found = select(TaskEvent.id).where(TaskEvent.task_id == task_id, TaskEvent.kind == kind)
    return db.session.scalar(found.limit(1)) is not None
