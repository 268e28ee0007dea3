"""The worker does each job once, with its effects or without both."""

import os
import signal
import threading
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app import clock
from app.database import db
from app.files.models import Blob
from app.jobs import commands, operations
from app.jobs.commands import Stop
from app.jobs.drafts import Progress
from app.jobs.models import Job
from app.jobs.operations import enqueue
from app.jobs.vocabulary import JobState


def store(payload: Mapping[str, Any]) -> Iterator[Progress]:
    yield Progress(10, "开始")
    db.session.add(blob(payload["name"]))


def write_too_early(payload: Mapping[str, Any]) -> Iterator[Progress]:
    db.session.add(blob(payload["name"]))
    db.session.flush()
    yield Progress(10, "开始")


def fail(payload: Mapping[str, Any]) -> Iterator[Progress]:
    yield from store(payload)
    raise ValueError("broken")


def be_overtaken(payload: Mapping[str, Any]) -> Iterator[Progress]:
    """Work on while another worker takes the job and finishes it."""
    yield from ()
    overtake()
    db.session.add(blob(payload["name"]))


def fail_overtaken(payload: Mapping[str, Any]) -> Iterator[Progress]:
    yield from ()
    overtake()
    raise ValueError("broken")


def overtake() -> None:
    job = db.session.scalars(select(Job)).one()
    job.worker, job.attempt = "another", job.attempt + 1
    db.session.commit()


def blob(name: str) -> Blob:
    return Blob(sha256=name, size=0, media_type="text/plain", stored_at=clock.now())


HANDLERS = {
    "store": store,
    "early": write_too_early,
    "fail": fail,
    "overtaken": be_overtaken,
    "fail-overtaken": fail_overtaken,
}


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "_handlers", dict(HANDLERS))


def ask_for(app: Flask, kind: str) -> None:
    with app.app_context():
        enqueue(kind, {"name": "a"})
        db.session.commit()


def outcome(app: Flask) -> tuple[JobState, int]:
    with app.app_context():
        job = db.session.scalars(select(Job)).one()
        return job.state, len(db.session.scalars(select(Blob)).all())


@pytest.mark.usefixtures("handlers")
@pytest.mark.parametrize(
    ("kind", "state", "stored"),
    [
        ("store", JobState.DONE, 1),
        ("early", JobState.DONE, 0),
        ("fail", JobState.WAITING, 0),
        ("overtaken", JobState.RUNNING, 0),
        ("fail-overtaken", JobState.RUNNING, 0),
    ],
)
def test_a_job_ends_with_its_effects_or_without_both(
    app: Flask, kind: str, state: JobState, stored: int
) -> None:
    ask_for(app, kind)
    result = app.test_cli_runner().invoke(args=["jobs", "work", "--once"])
    assert result.exit_code == 0, result.output
    assert outcome(app) == (state, stored)


@pytest.mark.usefixtures("handlers")
def test_two_workers_do_each_job_once(app: Flask) -> None:
    with app.app_context():
        for number in range(40):
            enqueue("store", {"name": str(number)})
        db.session.commit()

    def work(name: str) -> None:
        with app.app_context():
            while commands.work_once(name):
                pass

    workers = [threading.Thread(target=work, args=(name,)) for name in ("one", "two")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with app.app_context():
        assert {job.state for job in db.session.scalars(select(Job))} == {JobState.DONE}
        assert {job.attempt for job in db.session.scalars(select(Job))} == {1}
        assert len(db.session.scalars(select(Blob)).all()) == 40


@pytest.mark.usefixtures("handlers")
def test_the_worker_waits_for_work_until_it_is_told_to_stop(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter([False, True, False])

    def look(_worker: str) -> bool:
        found = next(looks, None)
        if found is None:
            os.kill(os.getpid(), signal.SIGTERM)
        return bool(found)

    monkeypatch.setattr(commands, "work_once", look)
    before = signal.getsignal(signal.SIGTERM)
    result = app.test_cli_runner().invoke(args=["jobs", "work", "--pause", "0.01"])
    assert result.exit_code == 0, result.output
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_at_any_moment_of_a_wait_ends_it_and_never_locks_up() -> None:
    asked: list[Stop] = []
    before = signal.signal(signal.SIGALRM, lambda *_: asked[-1].set())
    try:
        for delay in range(1, 300):
            asked.append(Stop())
            signal.setitimer(signal.ITIMER_REAL, delay / 1_000_000)
            assert asked[-1].wait(0.05)
            assert asked[-1].is_set()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_without_a_signal_a_wait_ends_by_itself() -> None:
    assert not Stop().wait(0.001)


@pytest.mark.usefixtures("handlers")
def test_workers_side_by_side_ask_for_a_days_work_once(
    app: Flask, monkeypatch: pytest.MonkeyPatch, travel: Any
) -> None:
    """Also one that was killed between asking and doing: its day is done by another."""
    travel("2026-11-18 08:00")
    monkeypatch.setattr(operations, "_handlers", {"nightly": store_day})
    monkeypatch.setattr(operations, "_daily", {"nightly": 7})

    def work(name: str, *, die: bool = False) -> None:
        with app.app_context():
            commands.look_at_the_clock()
            while not die and commands.work_once(name):
                commands.look_at_the_clock()

    work("killed", die=True)
    workers = [threading.Thread(target=work, args=(name,)) for name in ("one", "two", "three")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with app.app_context():
        assert [job.state for job in db.session.scalars(select(Job))] == [JobState.DONE]
        assert [found.sha256 for found in db.session.scalars(select(Blob))] == ["2026-11-18"]


def store_day(payload: Mapping[str, Any]) -> Iterator[Progress]:
    yield from ()
    db.session.add(blob(payload["day"]))
