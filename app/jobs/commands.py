"""The worker: `flask --app app jobs work`."""

import logging
import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError

from app.database import db
from app.jobs import operations
from app.jobs.drafts import Claim
from app.jobs.operations import Lost

log = logging.getLogger("zhenggai.jobs")

LOOK_EVERY = 60.0
"""Seconds between looks at the clock."""

jobs = AppGroup("jobs", help="后台任务。Work done outside requests.")


@jobs.command()
@click.option("--once", is_flag=True, help="处理完已有任务后退出。End when nothing waits.")
@click.option("--pause", default=2.0, show_default=True, help="空闲时的间隔秒数。Idle seconds.")
def work(*, once: bool, pause: float) -> None:
    """处理后台任务，直到收到停止信号。Do jobs until told to stop; the one at hand is ended."""
    worker = f"{socket.gethostname()}:{os.getpid()}"
    looked = -LOOK_EVERY
    with stop_signal() as stop:
        while not stop.is_set():
            if time.monotonic() - looked >= LOOK_EVERY:
                looked = time.monotonic()
                look_at_the_clock()
            if not work_once(worker):
                if once:
                    return
                stop.wait(pause)


def look_at_the_clock() -> None:
    """Ask for the daily work that has fallen due."""
    with current_app.app_context():
        try:
            operations.enqueue_due()
            db.session.commit()
        except OperationalError:
            log.warning("the database did not answer; asking again", exc_info=True)
            db.session.rollback()


def work_once(worker: str) -> bool:
    """Do the next job, if there is one; its own application context, its own session."""
    with current_app.app_context():
        held = _claim(worker)
        if held is None:
            return False
        try:
            _run(held)
        except Lost:
            db.session.rollback()
            log.warning("job %s (%s): lease lost, nothing kept", held.job_id, held.kind)
        except Exception as error:
            log.exception("job %s (%s): attempt %s failed", held.job_id, held.kind, held.attempt)
            db.session.rollback()
            _give_back(held, error)
        return True


def _claim(worker: str) -> Claim | None:
    """Take the next job; a database that is busy or away is asked again after the pause."""
    try:
        held = operations.claim(worker)
        db.session.commit()
    except OperationalError:
        log.warning("the database did not answer; asking again", exc_info=True)
        db.session.rollback()
        return None
    return held


def _run(held: Claim) -> None:
    for progress in operations.progress_of(held):
        db.session.rollback()  # gives the lock back before progress is stored
        operations.note_progress(held, progress)
        db.session.commit()
    operations.finish(held)
    db.session.commit()


def _give_back(held: Claim, error: Exception) -> None:
    try:
        operations.give_back(held, error)
    except Lost:
        db.session.rollback()
    else:
        db.session.commit()


class Stop:
    """Whether we were told to stop.

    Not threading.Event: a signal that arrives inside its wait() would wait for the lock that the
    interrupted wait() holds, for ever. SimpleQueue.put may be interrupted by itself.
    """

    def __init__(self) -> None:
        self._asked = False
        self._bell: SimpleQueue[None] = SimpleQueue()

    def set(self) -> None:
        self._asked = True
        self._bell.put(None)

    def is_set(self) -> bool:
        return self._asked

    def wait(self, seconds: float) -> bool:
        """Wait, but not once told to stop; return whether we were."""
        if not self._asked:
            with suppress(Empty):
                self._bell.get(timeout=seconds)
        return self._asked


@contextmanager
def stop_signal() -> Iterator[Stop]:
    """Turn Ctrl-C and the end of the service into something that is looked at between jobs."""
    stop = Stop()
    before = {
        number: signal.signal(number, lambda *_: stop.set())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
