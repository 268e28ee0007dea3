"""People named for a task, the visits of sponsoring leaders, and joint reviews."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.engagements.vocabulary import PersonRole, ReviewState
from app.engagements.workflow import REVIEW_WORKFLOW
from app.inspections.models import RectificationList
from app.tasks.models import Task
from app.units.models import Unit


class TaskPerson(Base):
    """A sponsoring leader (包案领导), responsible person or contact of a task, from a day on."""

    __tablename__ = "task_person"
    __table_args__ = (
        CheckConstraint(
            "(role = 'sponsor') = (every_days IS NOT NULL)", name="sponsor_has_a_rhythm"
        ),
        CheckConstraint("every_days > 0", name="rhythm_is_days"),
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
    )

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    role: Mapped[PersonRole]
    name: Mapped[str]
    post: Mapped[str | None]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """The account of a leader who records visits in person."""
    every_days: Mapped[int | None]
    """At most so many days between two visits."""
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]

    task: Mapped[Task] = relationship()
    unit: Mapped[Unit | None] = relationship()
    visits: Mapped[list["Visit"]] = relationship(
        back_populates="sponsor", order_by="Visit.visited_on.desc(), Visit.id.desc()"
    )

    @property
    def called(self) -> str:
        return f"{self.name} {self.post}" if self.post else self.name


class Visit(Base):
    """A sponsoring leader's visit on the ground; written once."""

    __tablename__ = "visit"

    id: Mapped[Key]
    sponsor_id: Mapped[int] = mapped_column(ForeignKey("task_person.id"), index=True)
    visited_on: Mapped[date]
    place: Mapped[str]
    seen: Mapped[str]
    demands: Mapped[str | None]
    recorded_by_name: Mapped[str]
    recorded_at: Mapped[datetime]

    sponsor: Mapped[TaskPerson] = relationship(back_populates="visits")


class JointReview(Base):
    """A joint review (会审) of some tasks of a list; its minutes are numbered and never change."""

    __tablename__ = "joint_review"
    __table_args__ = (
        CheckConstraint(
            "(state = 'concluded') = (number IS NOT NULL)", name="concluded_has_a_number"
        ),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"), index=True)
    title: Mapped[str]
    held_on: Mapped[date]
    chair: Mapped[str]
    state: Mapped[ReviewState] = mapped_column(default=REVIEW_WORKFLOW.start)
    number: Mapped[int | None]
    present: Mapped[str | None]

    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)
    items: Mapped[list["ReviewItem"]] = relationship(
        order_by="ReviewItem.position", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.rectification_list.area


class ReviewItem(Base):
    """One task on the agenda of a joint review, and what was concluded on it."""

    __tablename__ = "review_item"

    review_id: Mapped[int] = mapped_column(ForeignKey("joint_review.id"), primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), primary_key=True, index=True)
    position: Mapped[int]
    conclusion: Mapped[str | None]

    task: Mapped[Task] = relationship()
