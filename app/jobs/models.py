"""Work that is done behind the page: one table, claimed by lease."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base, Key
from app.jobs.vocabulary import JobState


class Job(Base):
    """One piece of work. While it lives, no second one has its key."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("progress BETWEEN 0 AND 100", name="progress_is_percent"),
        CheckConstraint(
            "(state = 'running') = (lease_until IS NOT NULL)", name="running_has_a_lease"
        ),
        Index(
            "uq_job_live_key",
            "key",
            unique=True,
            sqlite_where=text("state IN ('queued', 'running')"),
            postgresql_where=text("state IN ('queued', 'running')"),
        ),
        Index(None, "state", "run_at"),
    )

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(120))
    payload: Mapped[dict[str, Any]]
    state: Mapped[JobState] = mapped_column(default=JobState.QUEUED)
    run_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    worker: Mapped[str | None] = mapped_column(String(80))
    lease_until: Mapped[datetime | None]
    progress: Mapped[int] = mapped_column(default=0)
    message: Mapped[str | None]
    finished_at: Mapped[datetime | None]
