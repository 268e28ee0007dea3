"""A page asks the database as often for many rows as for few."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from app.access.actor import Part
from app.database import db
from app.tasks import operations
from app.tasks.drafts import ReportDraft
from app.tasks.vocabulary import Pace
from tests.factories.city import City, small_city
from tests.factories.doors import Somebody

Asked = list[str]
PAGES = {
    "task list": ("office", "/tasks/", 36),
    "task list of a unit": ("worker", "/tasks/", 36),
    "home of the office": ("office", "/", 45),
    "home of a unit": ("worker", "/", 45),
    "home of a supervisor": ("checker", "/", 45),
    "home of a leader": ("leader", "/", 45),
    "overview": ("leader", "/overview/", 40),
    "one task": ("office", "/tasks/{task}", 64),
    "audit trail": ("auditor", "/audit/", 20),
    "ledgers": ("office", "/ledgers/", 30),
    "imports": ("office", "/intake/", 30),
}
"""Who asks for which page, and how many queries are enough for it."""


@pytest.fixture
def asked() -> Iterator[Asked]:
    statements: Asked = []

    def note(_connection, _cursor, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize("page", PAGES)
def test_the_number_of_queries_does_not_grow_with_the_number_of_tasks(
    page: str, app: Flask, asked: Asked, log_in: Callable[[Somebody], FlaskClient]
) -> None:
    who, path, enough = PAGES[page]
    with app.app_context():
        city = small_city()
        task, person = _tasks(city, range(1, 4)), getattr(city, who).person_id
        db.session.commit()
    client, path = log_in(Somebody(person)), path.format(task=task)
    few = _asked_for(client, path, asked)
    with app.app_context():
        db.session.add_all([city.list, city.water, city.housing, city.county_water])
        _tasks(city, range(4, 19))
        db.session.commit()
    many = _asked_for(client, path, asked)
    assert many == few
    assert many <= enough


def _tasks(city: City, numbers: range) -> int:
    """Hand tasks to two units and let each report; return the key of the last one."""
    leads = ((city.water, city.worker), (city.county_water, city.outsider))
    key = 0
    for number in numbers:
        unit, worker = leads[number % 2]
        task = city.task(
            str(number), category=f"第{number}类问题", counting_unit_id=unit.id,
            parts=((Part.LEAD, unit.id), (Part.SUPERVISING, city.housing.id)),
        )  # fmt: skip
        operations.sign(task, worker)
        draft = ReportDraft(text="完成一处", percent=20, pace=Pace.BEHIND)
        operations.report_progress(task, draft, worker)
        key = task.id
    return key


def _asked_for(client: FlaskClient, path: str, asked: Asked) -> int:
    """Ask twice and count the second time: the first one may fill what is kept."""
    client.get(path)
    asked.clear()
    answer = client.get(path)
    assert answer.status_code == 200, path
    return len(asked)
