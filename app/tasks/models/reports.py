"""What units report of their tasks, period by period."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.inspections.models import Period
from app.tasks.vocabulary import Pace
from app.units.models import Unit


class ProgressReport(Base):
    """A period's report on a task: immutable once submitted, corrected by the next version."""

    __tablename__ = "progress_report"
    __table_args__ = (
        UniqueConstraint("task_id", "period_id", "version_no"),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent_of_the_whole"),
        CheckConstraint("(version_no > 1) = (reason IS NOT NULL)", name="correction_has_a_reason"),
        Index(None, "task_id", "submitted_at"),
        Index(None, "period_id"),
    )

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    period_id: Mapped[int] = mapped_column(ForeignKey("period.id"))
    version_no: Mapped[int]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    author_name: Mapped[str]
    submitted_at: Mapped[datetime]
    text: Mapped[str]
    percent: Mapped[int]
    pace: Mapped[Pace]
    difficulties: Mapped[str | None]
    next_step: Mapped[str | None]
    reason: Mapped[str | None]
    parts: Mapped[dict[str, Any] | None]
    """How every part of the task stood with this report; see app/deadlines/progress.py."""
    spent: Mapped[int | None] = mapped_column(BigInteger)
    """What had been spent altogether, in fen."""

    period: Mapped[Period] = relationship()
    unit: Mapped[Unit] = relationship()


class ReportMark(Base):
    """A mark of a report's text: reports that share passages share marks."""

    __tablename__ = "report_mark"

    report_id: Mapped[int] = mapped_column(ForeignKey("progress_report.id"), primary_key=True)
    value: Mapped[int] = mapped_column(primary_key=True, index=True)


class ProgressDraft(Base):
    """What somebody has typed of a report and not submitted yet."""

    __tablename__ = "progress_draft"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    saved_at: Mapped[datetime]
    typed: Mapped[dict[str, Any]]
