"""Work to be done outside a request: one row a job, with a lease."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base, Key
from app.jobs.vocabulary import JobState

LIVE = text("state IN ('waiting', 'running')")


class Job(Base):
    """A job is waiting, held by one worker until its lease ends, done, or failed for good."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent_is_a_part"),
        CheckConstraint("attempt >= 0 AND max_attempts >= 1", name="attempts_are_counted"),
        CheckConstraint(
            "(state = 'running') = (worker IS NOT NULL AND lease_until IS NOT NULL)",
            name="running_is_held",
        ),
        CheckConstraint(
            "(state IN ('done', 'failed')) = (finished_at IS NOT NULL)", name="ended_has_a_time"
        ),
        Index("uq_job_live_key", "key", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        Index("ix_job_due", "run_after", "id", sqlite_where=LIVE, postgresql_where=LIVE),
    )

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(60))
    key: Mapped[str | None] = mapped_column(String(120))
    """Names the work, as "weekly:2026-W47": while one is live, no second one is made."""
    payload: Mapped[dict[str, Any]]
    state: Mapped[JobState] = mapped_column(default=JobState.WAITING)
    created_at: Mapped[datetime]
    run_after: Mapped[datetime]
    attempt: Mapped[int] = mapped_column(default=0)
    max_attempts: Mapped[int] = mapped_column(default=5)
    worker: Mapped[str | None] = mapped_column(String(120))
    lease_until: Mapped[datetime | None]
    percent: Mapped[int] = mapped_column(default=0)
    message: Mapped[str | None] = mapped_column(Text)
    """What it is doing, or why it failed, in the user's words."""
    finished_at: Mapped[datetime | None]


class DailyRun(Base):
    """A day's work of one kind has been asked for; the row is what keeps it from coming twice."""

    __tablename__ = "daily_run"

    kind: Mapped[str] = mapped_column(String(60), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    asked_at: Mapped[datetime]
