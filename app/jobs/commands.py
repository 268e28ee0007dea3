"""The worker: claims one job after another until it is told to stop."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Mapping

import click
from flask import current_app
from flask.cli import AppGroup

from app.database import db
from app.jobs import operations, queries
from app.jobs.operations import Handler

log = logging.getLogger(__name__)
jobs = AppGroup("jobs", help="The work behind the pages.")
IDLE_SECONDS = 1.0


@jobs.command("work")
@click.option("--once", is_flag=True, help="Do what is due now, then stop.")
def work(*, once: bool) -> None:
    """Do the work in the queue."""
    stop = threading.Event()
    if not once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
    worker = f"{socket.gethostname()}:{os.getpid()}"
    while not stop.is_set():
        if not do_next(worker):
            if once:
                return
            stop.wait(IDLE_SECONDS)


def do_next(worker: str) -> bool:
    """Claim and do one job; tell whether there was one."""
    job = operations.claim(worker)
    db.session.commit()
    if job is None:
        return False
    job_id, attempt, kind = job.id, job.attempts, job.kind
    handlers: Mapping[str, Handler] = current_app.extensions["job_handlers"]
    try:
        held = queries.held(job_id, worker, attempt)
        if held is not None:
            handlers[kind](held)
            operations.finish(held)
        db.session.commit()
    except Exception as failure:
        log.exception("job %s (%s) failed", job_id, kind)
        db.session.rollback()
        held = queries.held(job_id, worker, attempt)
        if held is not None:
            operations.put_back(held, type(failure).__name__)
        db.session.commit()
    return True
