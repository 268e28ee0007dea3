"""Links between tasks, across rounds, lists and tiers."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.tasks.models.task import Task
from app.tasks.vocabulary import LinkKind


class TaskLink(Base):
    """One task is tied to another, from a day, until a day; never deleted."""

    __tablename__ = "task_link"
    __table_args__ = (
        CheckConstraint("task_id <> other_id", name="two_tasks"),
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        CheckConstraint("(ends_on IS NULL) = (end_reason IS NULL)", name="end_has_a_reason"),
        Index(
            None,
            "task_id",
            "other_id",
            "kind",
            unique=True,
            sqlite_where=text("ends_on IS NULL"),
            postgresql_where=text("ends_on IS NULL"),
        ),
        Index(None, "other_id"),
    )

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    kind: Mapped[LinkKind]
    reason: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    end_reason: Mapped[str | None]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_by_name: Mapped[str]

    task: Mapped[Task] = relationship(foreign_keys=task_id)
    other: Mapped[Task] = relationship(foreign_keys=other_id)
