"""Questions asked of people named for tasks, of visits and of joint reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.access.actor import Actor
from app.access.roles import Role
from app.database import db
from app.engagements.models import JointReview, ReviewItem, TaskPerson
from app.engagements.vocabulary import PersonRole
from app.inspections.models import RectificationList
from app.inspections.queries import in_area
from app.tasks.models import Task
from app.tasks.queries import visible_to
from app.tasks.vocabulary import OPEN_STATES
from app.units.models import Unit


@dataclass(frozen=True)
class Sponsoring:
    """How a sponsor's visits stand on a day: the last one, when the next is due, how late it is.

    The rhythm runs from the last visit, before the first one from the day of being named. A task
    that is struck off or merged asks for no further visit.
    """

    sponsor: TaskPerson
    day: date

    @property
    def last_on(self) -> date | None:
        return self.sponsor.visits[0].visited_on if self.sponsor.visits else None

    @property
    def next_on(self) -> date | None:
        if self.sponsor.ends_on is not None or self.sponsor.task.state not in OPEN_STATES:
            return None
        return (self.last_on or self.sponsor.starts_on) + timedelta(
            days=self.sponsor.every_days or 0
        )

    @property
    def days_late(self) -> int:
        """Days past the day by which the next visit was due; 0 before, and without one."""
        return max((self.day - self.next_on).days, 0) if self.next_on else 0


def people_of(task_id: int) -> Sequence[TaskPerson]:
    """Everybody who is named for a task today, sponsors first."""
    return db.session.scalars(
        select(TaskPerson)
        .where(TaskPerson.task_id == task_id, TaskPerson.ends_on.is_(None))
        .options(
            selectinload(TaskPerson.visits),
            joinedload(TaskPerson.unit),
            joinedload(TaskPerson.task),
        )
        .order_by(TaskPerson.role.desc(), TaskPerson.id)
    ).all()


def sponsor_or_none(sponsor_id: int) -> TaskPerson | None:
    return db.session.get(TaskPerson, sponsor_id)


def sponsorings(actor: Actor, day: date) -> list[Sponsoring]:
    """Every sponsor of a task that the actor sees, the latest visit first that is due or overdue.

    Ended ones and those of tasks struck off are left out.
    """
    found = db.session.scalars(
        select(TaskPerson)
        .join(Task, Task.id == TaskPerson.task_id)
        .where(
            TaskPerson.role == PersonRole.SPONSOR,
            TaskPerson.ends_on.is_(None),
            Task.state.in_(OPEN_STATES),
            visible_to(actor),
        )
        .options(
            selectinload(TaskPerson.visits),
            joinedload(TaskPerson.task).joinedload(Task.rectification_list),
            joinedload(TaskPerson.task).joinedload(Task.counting_unit),
        )
    )
    rows = [Sponsoring(sponsor, day) for sponsor in found]
    return sorted(rows, key=lambda one: (one.next_on or date.max, one.sponsor.id))


def reviews_for(actor: Actor) -> Sequence[JointReview]:
    """Joint reviews of the lists in the actor's area, the latest first."""
    return db.session.scalars(
        select(JointReview)
        .join(RectificationList, RectificationList.id == JointReview.list_id)
        .join(Unit, Unit.id == RectificationList.government_id)
        .where(in_area(actor, Role.OFFICE, Role.LEADER))
        .options(selectinload(JointReview.items))
        .order_by(JointReview.held_on.desc(), JointReview.id.desc())
    ).all()


def review_or_none(review_id: int) -> JointReview | None:
    return db.session.get(
        JointReview,
        review_id,
        options=[selectinload(JointReview.items).joinedload(ReviewItem.task)],
    )
