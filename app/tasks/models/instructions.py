"""What the office asks for beyond the list: at a dispatch meeting, at a joint review."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.tasks.models.task import Task
from app.tasks.vocabulary import InstructionOrigin
from app.units.models import Unit


class Instruction(Base):
    """One demand on a task with its own deadline; answered by the unit, settled by the office."""

    __tablename__ = "instruction"
    __table_args__ = (
        CheckConstraint("(answered_at IS NULL) = (answer IS NULL)", name="answered_has_an_answer"),
        Index(None, "unit_id", "settled_on"),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    origin: Mapped[InstructionOrigin]
    origin_id: Mapped[int | None]
    """The meeting or the review that it comes from, by the origin's own numbering."""
    text: Mapped[str]
    due_on: Mapped[date]
    given_by_name: Mapped[str]
    given_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_by_name: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    settled_on: Mapped[date | None]

    task: Mapped[Task] = relationship()
    unit: Mapped[Unit] = relationship()

    __mapper_args__ = {"version_id_col": version}

    def days_late(self, day: date) -> int:
        """Days past its own deadline while nothing has been answered; 0 before."""
        waits = self.answered_at is None and self.settled_on is None
        return max((day - self.due_on).days, 0) if waits else 0
