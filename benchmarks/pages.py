"""One page, asked for in this process: `python -m benchmarks.pages`, as JSON for the benchmark.

The first request pays for templates and compiled statements; the others show what a reader waits.
"""

import json
import os
from datetime import timedelta
from http import HTTPStatus

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, func, select

from app import clock, create_app
from app.access.roles import Role
from app.accounts.models import Assignment, LoginSession
from app.accounts.operations.sessions import token_hash
from app.database import db
from app.tasks.models import Task
from benchmarks.timing import timed

REQUESTS = 20
PAGES = {
    "task list": (Role.OFFICE, "/tasks/"),
    "home": (Role.OFFICE, "/"),
    "home of a unit": (Role.UNIT, "/"),
    "overview": (Role.LEADER, "/overview/"),
    "one task": (Role.OFFICE, "/tasks/1"),
    "audit trail": (Role.AUDITOR, "/audit/"),
}
asked = 0


@event.listens_for(Engine, "before_cursor_execute")
def _count(*_given: object) -> None:
    global asked  # noqa: PLW0603  # a listener has nowhere else to count
    asked += 1


def reader(app: Flask, role: Role) -> FlaskClient:
    """Return a client with an open session of somebody who has the role."""
    token, moment = os.urandom(8).hex(), clock.now()
    with app.app_context():
        holder = select(func.min(Assignment.person_id)).where(Assignment.role == role)
        db.session.add(LoginSession(
            token_hash=token_hash(token), person_id=db.session.scalar(holder) or 0, user_agent="",
            created_at=moment, seen_at=moment, expires_at=moment + timedelta(hours=1), ip="",
        ))  # fmt: skip
        db.session.commit()
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = token
    return client


def measured(client: FlaskClient, path: str) -> tuple[list[float], int]:
    def ask() -> None:
        assert client.get(path).status_code == HTTPStatus.OK, path

    seconds = [timed(ask) for _ in range(REQUESTS)]
    before = asked
    ask()
    return seconds, asked - before


def main() -> None:
    app = create_app()
    said = {}
    with app.app_context():
        tasks = db.session.scalar(select(func.count()).select_from(Task))
    for name, (role, path) in PAGES.items():
        seconds, queries = measured(reader(app, role), path)
        said[name] = {"seconds": seconds, "queries": queries, "tasks": tasks}
    print(json.dumps(said))


if __name__ == "__main__":
    main()
