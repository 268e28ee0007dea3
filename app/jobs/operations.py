"""Ask for work, take it, end it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError

from app import clock
from app.database import db
from app.jobs.drafts import Claim, Handler, Progress
from app.jobs.models import DailyRun, Job
from app.jobs.queries import asked_for, held_job, live_job, next_due
from app.jobs.vocabulary import JobState
from app.wording import N_, Refusal

LEASE = timedelta(minutes=5)
FIRST_PAUSE = timedelta(seconds=30)
GIVEN_UP = N_("多次尝试未能完成，请联系系统管理员。")

_handlers: dict[str, Handler] = {}
_daily: dict[str, int] = {}


class Lost(Exception):
    """The lease ended and somebody else has the job: what was done here must not be kept."""


def register_handlers(handlers: Mapping[str, Handler]) -> None:
    """Say which function does which kind of job; called from create_app."""
    _handlers.update(handlers)


def register_daily(kind: str, hour: int) -> None:
    """Let this kind of job be asked for each day from an hour in Shanghai on; from create_app.

    Its payload is {"day": "2026-11-25"}. A day that passes without a worker is not made up for:
    the next day's job does everything that has fallen due until then.
    """
    _daily[kind] = hour


def enqueue_due() -> None:
    """Ask for the daily work whose hour has come, each kind once a day, whoever else asks too."""
    moment = clock.local(clock.now())
    due = {kind for kind, hour in _daily.items() if hour <= moment.hour}
    for kind in sorted(due - asked_for(moment.date())):
        _ask_for(kind, moment.date())


def _ask_for(kind: str, day: date) -> None:
    try:
        with db.session.begin_nested():
            db.session.add(DailyRun(kind=kind, day=day, asked_at=clock.now()))
    except IntegrityError:  # another worker asked and committed first
        return
    enqueue(kind, {"day": day.isoformat()}, key=f"{kind}:{day}")


def enqueue(
    kind: str,
    payload: Mapping[str, Any],
    *,
    key: str | None = None,
    run_after: datetime | None = None,
) -> Job:
    """Ask for work in the transaction that makes it necessary; the live job of a key is shared."""
    if kind not in _handlers:
        raise LookupError(f"no handler is registered for jobs of kind {kind!r}")
    moment = clock.now()
    job = Job(
        kind=kind, key=key, payload=dict(payload), created_at=moment, run_after=run_after or moment
    )
    return job if key is None and _add(job) else _add_or_share(job)


def claim(worker: str) -> Claim | None:
    """Take the next job for a while; the caller commits before it begins to work."""
    moment = clock.now()
    while job := next_due(moment):
        if job.attempt < job.max_attempts:
            job.attempt += 1
            job.worker, job.lease_until = worker, moment + LEASE
            _move(job, JobState.RUNNING)
            return Claim(job.id, job.kind, dict(job.payload), worker, job.attempt)
        _end(job, JobState.FAILED, GIVEN_UP)
    return None


def progress_of(held: Claim) -> Iterator[Progress]:
    """Run the job's handler: an iterator of what it says on the way."""
    return iter(_handlers[held.kind](held.payload))


def note_progress(held: Claim, progress: Progress) -> None:
    """Store how far it is and hold the job longer."""
    job = _held(held)
    job.percent, job.message = progress.percent, progress.message
    job.lease_until = clock.now() + LEASE


def finish(held: Claim) -> None:
    """End the job in the transaction of what it did; Lost if it is no longer ours."""
    job = _held(held)
    job.percent = 100
    _end(job, JobState.DONE, job.message)


def give_back(held: Claim, error: Exception) -> None:
    """After a failure: wait longer each time, or end what will never work."""
    job = _held(held)
    if isinstance(error, Refusal):
        _end(job, JobState.FAILED, str(error))
    elif job.attempt >= job.max_attempts:
        _end(job, JobState.FAILED, GIVEN_UP)
    else:
        job.run_after = clock.now() + FIRST_PAUSE * 2 ** (job.attempt - 1)
        job.worker = job.lease_until = None
        _move(job, JobState.WAITING)


def _add(job: Job) -> bool:
    db.session.add(job)
    db.session.flush()
    return True


def _add_or_share(job: Job) -> Job:
    assert job.key is not None
    if known := live_job(job.key):
        return known
    try:
        with db.session.begin_nested():
            db.session.add(job)
    except IntegrityError:  # asked for beside us and committed first
        known = live_job(job.key)
        assert known is not None
        return known
    return job


def _held(held: Claim) -> Job:
    job = held_job(held.job_id, held.worker, held.attempt)
    if job is None:
        raise Lost
    return job


def _end(job: Job, state: JobState, message: str | None) -> None:
    job.worker = job.lease_until = None
    job.message, job.finished_at = message, clock.now()
    _move(job, state)


def _move(job: Job, state: JobState) -> None:
    job.state = state
    db.session.flush()
