"""A small list on a Sunday in week 47, committed, and clients of those who work on it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.access.actor import Actor
from app.accounts.queries import person_or_none
from app.clock import today
from app.closeout import operations as closeout
from app.database import db
from app.deadlines.phrases import read_deadline
from app.tasks import operations
from app.tasks.drafts import ReportDraft
from app.tasks.models import Task
from app.tasks.queries import task_or_none
from app.tasks.vocabulary import Pace
from tests.factories.city import City, small_city
from tests.factories.doors import Somebody

SUNDAY = "2026-11-22 10:30"
Travel = Callable[[str], None]


@dataclass(frozen=True)
class Desk:
    """Clients by who they are, and the keys of four tasks.

    `working` was reported last week and is overdue, `quiet` is signed for by nobody, `closing`
    has been applied for, `draft` is not handed over; the housing bureau checks them all.
    """

    app: Flask
    log_in: Callable[[Somebody], FlaskClient]
    people: dict[str, int]
    working: int
    quiet: int
    closing: int
    draft: int

    def client(self, name: str) -> FlaskClient:
        return self.log_in(Somebody(self.people[name]))

    def do(self, deed: Callable[[Task, Actor], object], task_id: int, name: str) -> None:
        """Let an operation happen, as the person would have done it."""
        with self.app.app_context():
            person = person_or_none(self.people[name])
            deed(task_or_none(task_id), person.actor(today(), "127.0.0.1"))
            db.session.commit()


def report(percent: int, pace: Pace = Pace.BEHIND, **more: str) -> ReportDraft:
    return ReportDraft(text=f"改造{percent}处接点", percent=percent, pace=pace, **more)


def open_desk(app: Flask, log_in: Callable[[Somebody], FlaskClient], travel: Travel) -> Desk:
    with app.app_context():
        travel("2026-11-13 15:00")
        city = small_city()
        working = city.task("1", deadline=read_deadline("2026年11月18日前"))
        quiet = city.task("2", category="河道治理", deadline=read_deadline("长期坚持"))
        closing = city.task("3", aspect="大气方面", category="扬尘")
        draft = operations.open_task(city.list, city.draft("4", aspect="大气方面"), city.office)
        _work(city, working, closing)
        keys = [task.id for task in (working, quiet, closing, draft)]
        people = {
            name: getattr(city, name).person_id or 0
            for name in ("office", "worker", "colleague", "checker", "leader", "outsider")
        }
        db.session.commit()
    travel(SUNDAY)
    return Desk(app, log_in, people, *keys)


def _work(city: City, working: Task, closing: Task) -> None:
    for task in (working, closing):
        operations.sign(task, city.worker)
        operations.report_progress(
            task, report(40, difficulties="夜间不能施工", next_step="再改造5处"), city.worker
        )
    closeout.apply(closing, "裸土全部覆盖，扬尘在线监测达标。", city.worker)


@pytest.fixture
def desk(app: Flask, log_in: Callable[[Somebody], FlaskClient], travel: Travel) -> Desk:
    """A list with four tasks, committed, on a Sunday before its cut-off."""
    return open_desk(app, log_in, travel)
