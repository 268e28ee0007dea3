"""Find jobs."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, func, or_, select

from app.database import db
from app.jobs.models import DailyRun, Job
from app.jobs.vocabulary import JobState

LIVE = (JobState.WAITING, JobState.RUNNING)


def live_job(key: str) -> Job | None:
    """Return the job of this key that is not ended yet."""
    return db.session.scalar(select(Job).where(Job.key == key, Job.state.in_(LIVE)))


def job_or_none(job_id: int) -> Job | None:
    return db.session.get(Job, job_id)


def next_due(moment: datetime) -> Job | None:
    """Lock and return the next job to run: one that waits, or one whose worker fell silent.

    PostgreSQL passes over rows that others hold; on SQLite the whole transaction is ours already.
    """
    due = or_(
        and_(Job.state == JobState.WAITING, Job.run_after <= moment),
        and_(Job.state == JobState.RUNNING, Job.lease_until < moment),
    )
    return db.session.scalar(
        select(Job).where(due).order_by(Job.run_after, Job.id).limit(1)
        .with_for_update(skip_locked=True)
    )  # fmt: skip


def held_job(job_id: int, worker: str, attempt: int) -> Job | None:
    """Lock and return a job if it is still this worker's, at this attempt."""
    return db.session.scalar(
        select(Job).where(
            Job.id == job_id, Job.state == JobState.RUNNING, Job.worker == worker,
            Job.attempt == attempt,
        ).with_for_update().execution_options(populate_existing=True)
    )  # fmt: skip


def asked_for(day: date) -> set[str]:
    """The kinds of daily work that have been asked for on a day."""
    return set(db.session.scalars(select(DailyRun.kind).where(DailyRun.day == day)))


def last_runs() -> dict[str, date]:
    """The last day of each kind of daily work."""
    last = select(DailyRun.kind, func.max(DailyRun.day)).group_by(DailyRun.kind)
    return dict(db.session.execute(last).tuples().all())


def troubled_jobs(limit: int = 100) -> Sequence[Job]:
    """Jobs that were given up, or failed and wait for another attempt; the newest first."""
    troubled = or_(
        Job.state == JobState.FAILED, and_(Job.state == JobState.WAITING, Job.attempt > 0)
    )
    return db.session.scalars(
        select(Job).where(troubled).order_by(Job.id.desc()).limit(limit)
    ).all()
