"""Looking jobs up, and finding the next one to do."""

from datetime import datetime

from sqlalchemy import and_, or_, select

from app.database import db
from app.jobs.models import Job
from app.jobs.vocabulary import JobState

LIVE = (JobState.QUEUED, JobState.RUNNING)


def live_job(key: str) -> Job | None:
    return db.session.scalar(select(Job).where(Job.key == key, Job.state.in_(LIVE)))


def last_job(key: str) -> Job | None:
    return db.session.scalar(select(Job).where(Job.key == key).order_by(Job.id.desc()).limit(1))


def next_due(moment: datetime) -> Job | None:
    """The next job to claim: due, or left by a worker whose lease ran out; locked, skipping others."""
    due = and_(Job.state == JobState.QUEUED, Job.run_at <= moment)
    left = and_(Job.state == JobState.RUNNING, Job.lease_until < moment)
    return db.session.scalar(
        select(Job)
        .where(or_(due, left))
        .order_by(Job.run_at, Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def held(job_id: int, worker: str, attempt: int) -> Job | None:
    """The job, if this worker still holds it in this attempt."""
    return db.session.scalar(
        select(Job)
        .where(
            Job.id == job_id,
            Job.worker == worker,
            Job.attempts == attempt,
            Job.state == JobState.RUNNING,
        )
        .with_for_update()
    )
