"""Putting work into the queue, claiming it, and finishing it with its effects."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from app import clock
from app.database import db
from app.jobs import queries
from app.jobs.models import Job
from app.jobs.vocabulary import JobState

Handler = Callable[[Job], None]
"""Does the work inside the transaction that also finishes the job; raises to have it tried again."""

LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 3
WAIT_BETWEEN = timedelta(seconds=30)


def enqueue(kind: str, key: str, payload: Mapping[str, Any]) -> Job:
    """Ask for work, inside the business transaction; a live job of the same key is that work."""
    job = queries.live_job(key)
    if job is None:
        job = Job(kind=kind, key=key, payload=dict(payload), run_at=clock.now())
        db.session.add(job)
        db.session.flush()
    return job


def claim(worker: str) -> Job | None:
    """Take the next job for a worker under a lease; the caller commits."""
    job = queries.next_due(clock.now())
    if job is None:
        return None
    if job.attempts >= MOST_ATTEMPTS:
        _fail(job, job.message or "")
        return None
    job.state, job.worker = JobState.RUNNING, worker
    job.attempts += 1
    job.lease_until = clock.now() + LEASE
    return job


def finish(job: Job) -> None:
    """Mark a job done; its effects stand in the same transaction."""
    job.state, job.lease_until = JobState.DONE, None
    job.progress, job.finished_at = 100, clock.now()


def put_back(job: Job, message: str) -> None:
    """Try a job again later, or give it up after the last attempt."""
    if job.attempts >= MOST_ATTEMPTS:
        _fail(job, message)
        return
    job.state, job.worker, job.lease_until = JobState.QUEUED, None, None
    job.run_at, job.message = clock.now() + WAIT_BETWEEN * job.attempts, message


def _fail(job: Job, message: str) -> None:
    job.state, job.lease_until = JobState.FAILED, None
    job.message, job.finished_at = message, clock.now()
