"""A job is done once, by whoever holds it, or given back."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app import clock
from app.database import db
from app.jobs import operations, queries
from app.jobs.drafts import Claim, Progress
from app.jobs.models import Job
from app.jobs.operations import (
    LEASE,
    Lost,
    claim,
    enqueue,
    enqueue_due,
    finish,
    give_back,
    note_progress,
)
from app.jobs.vocabulary import JobState
from app.wording import Refusal

pytestmark = pytest.mark.usefixtures("room", "handlers")


def nothing(_payload: Mapping[str, Any]) -> Iterator[Progress]:
    yield Progress(50, "一半")


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "_handlers", {})
    operations.register_handlers({"draw": nothing})


def taken(worker: str = "one") -> Claim:
    held = claim(worker)
    assert held is not None
    return held


def test_a_job_of_an_unknown_kind_is_not_taken_in() -> None:
    with pytest.raises(LookupError, match="sweep"):
        enqueue("sweep", {})


def test_a_live_key_is_shared_and_an_ended_one_is_free_again() -> None:
    first = enqueue("draw", {"week": 47}, key="weekly:47")
    assert enqueue("draw", {"week": 47}, key="weekly:47") is first
    finish(taken())
    assert enqueue("draw", {"week": 47}, key="weekly:47") is not first


def test_a_key_asked_for_beside_us_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    first = enqueue("draw", {}, key="weekly:47")
    found = iter([None, first])
    monkeypatch.setattr(operations, "live_job", lambda _key: next(found))
    assert enqueue("draw", {}, key="weekly:47") is first


def test_the_database_keeps_a_key_from_living_twice() -> None:
    enqueue("draw", {}, key="weekly:47")
    moment = clock.now()
    db.session.add(
        Job(kind="draw", key="weekly:47", payload={}, created_at=moment, run_after=moment)
    )
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_jobs_without_a_key_are_all_done() -> None:
    assert enqueue("draw", {}).id != enqueue("draw", {}).id


def test_the_first_asked_for_is_the_first_taken() -> None:
    first, second = enqueue("draw", {"n": 1}), enqueue("draw", {"n": 2})
    assert [taken().job_id, taken().job_id] == [first.id, second.id]
    assert claim("one") is None


def test_a_job_for_later_waits() -> None:
    enqueue("draw", {}, run_after=clock.now() + timedelta(hours=1))
    assert claim("one") is None


def test_a_job_that_is_held_is_nobody_elses_until_its_lease_ends(travel: Any) -> None:
    travel("2026-11-18 10:00")
    enqueue("draw", {})
    first = taken("one")
    assert claim("two") is None
    travel("2026-11-18 10:06")
    second = taken("two")
    assert (second.worker, second.attempt) == ("two", 2)
    with pytest.raises(Lost):
        finish(first)
    finish(second)


def test_progress_is_stored_and_holds_the_job_longer(travel: Any) -> None:
    travel("2026-11-18 10:00")
    job = enqueue("draw", {})
    held = taken()
    travel("2026-11-18 10:04")
    note_progress(held, Progress(40, "第14行"))
    assert (job.percent, job.message, job.lease_until) == (40, "第14行", clock.now() + LEASE)


def test_a_finished_job_is_whole() -> None:
    job = enqueue("draw", {})
    finish(taken())
    assert (job.state, job.percent, job.worker) == (JobState.DONE, 100, None)
    assert queries.job_or_none(job.id) is job


def test_a_job_that_failed_waits_longer_each_time(travel: Any) -> None:
    travel("2026-11-18 10:00")
    job = enqueue("draw", {})
    give_back(taken(), ValueError("no"))
    assert job.run_after == clock.now() + timedelta(seconds=30)
    assert claim("one") is None
    travel("2026-11-18 10:01")
    give_back(taken(), ValueError("no"))
    assert job.run_after == clock.now() + timedelta(seconds=60)


def test_a_refusal_is_not_tried_again() -> None:
    job = enqueue("draw", {})
    give_back(taken(), Refusal("“%(name)s”缺字", name="第3行"))
    assert (job.state, job.message) == (JobState.FAILED, "“第3行”缺字")


def test_a_job_is_given_up_after_its_last_attempt(travel: Any) -> None:
    travel("2026-11-18 10:00")
    job = enqueue("draw", {})
    job.max_attempts = 1
    give_back(taken(), ValueError("no"))
    assert job.state is JobState.FAILED


def test_a_job_whose_workers_all_died_is_given_up(travel: Any) -> None:
    travel("2026-11-18 10:00")
    job = enqueue("draw", {})
    job.max_attempts = 1
    taken()
    travel("2026-11-18 11:00")
    assert claim("two") is None
    assert (job.state, job.message) == (JobState.FAILED, operations.GIVEN_UP)


@pytest.fixture
def daily(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "_daily", {"draw": 7})


def keys() -> list[str | None]:
    return [job.key for job in db.session.scalars(select(Job).order_by(Job.id))]


@pytest.mark.usefixtures("daily")
def test_daily_work_is_asked_for_once_a_day_from_its_hour_on(travel: Any) -> None:
    travel("2026-11-18 06:59")
    enqueue_due()
    assert keys() == []
    travel("2026-11-18 07:00")
    enqueue_due()
    finish(taken())
    enqueue_due()  # the job has ended; the day has had its work
    assert keys() == ["draw:2026-11-18"]
    travel("2026-11-21 23:00")  # nobody was there for two days
    enqueue_due()
    assert keys() == ["draw:2026-11-18", "draw:2026-11-21"]


@pytest.mark.usefixtures("daily")
def test_daily_work_asked_for_beside_us_is_left_to_whoever_asked(
    travel: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    travel("2026-11-18 08:00")
    enqueue_due()
    finish(taken())
    monkeypatch.setattr(operations, "asked_for", lambda _day: set())
    enqueue_due()
    assert keys() == ["draw:2026-11-18"]
