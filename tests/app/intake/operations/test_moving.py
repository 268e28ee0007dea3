"""Whoever confirms an import sees what somebody else has just made of its rows."""

import threading

from flask import Flask

from app.access.actor import Actor
from app.accounts.queries import person_or_none
from app.clock import today
from app.database import db
from app.intake import operations
from app.intake.models import IntakeDocument
from app.intake.vocabulary import Decision
from app.tasks.queries import tasks_of_list
from tests.app.intake.conftest import Take
from tests.app.intake.papers import PLAN
from tests.factories.city import City


def _office(person_id: int | None) -> Actor:
    person = person_or_none(person_id or 0)
    assert person is not None
    return person.actor(today(), "127.0.0.1")


def test_a_row_taken_back_while_the_import_is_confirmed_becomes_a_task(
    app: Flask, take: Take, city: City
) -> None:
    document = take(PLAN)
    operations.decide(document.rows[0], Decision.DROPPED, city.office)
    key, list_id, office = document.id, city.list.id, city.office.person_id
    db.session.commit()
    held, read = threading.Event(), threading.Event()

    def take_back() -> None:
        with app.app_context():
            row = db.session.get_one(IntakeDocument, key).rows[0]
            operations.decide(row, Decision.OPEN, _office(office))
            db.session.flush()
            held.set()
            read.wait(1)  # on SQLite the other one cannot read before we have committed
            db.session.commit()

    other = threading.Thread(target=take_back)
    other.start()
    assert held.wait(20)
    confirmed = db.session.get_one(IntakeDocument, key)
    assert confirmed.rows
    read.set()
    operations.confirm(confirmed, _office(office))
    db.session.commit()
    other.join(20)
    assert [task.number for task in tasks_of_list(list_id)] == ["1", "2", "3"]
