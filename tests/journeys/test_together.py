"""Two people at one task: the second is told, and events follow one another."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError

from app.database import db
from app.files.operations import put
from app.tasks import operations
from app.tasks.drafts import Correction
from app.tasks.models import Task, TaskUnit
from tests.factories.city import picture, small_city


@pytest.fixture
def shared(app):
    with app.app_context():
        city = small_city()
        key = city.task("1").id
        db.session.commit()
        yield city, key


def _overtaken(task):
    """Let somebody else's deed be committed after the task was read."""
    table = Task.__table__
    db.session.execute(table.update().where(table.c.id == task.id).values(version=task.version + 1))


@pytest.mark.parametrize("deed", ["sign", "evidence"])
def test_a_deed_on_a_task_read_before_another_deed_is_told(shared, deed):
    city, key = shared
    task = db.session.get_one(Task, key)
    blob = put(picture(), "a.png")
    _overtaken(task)
    deeds = {
        "sign": lambda: operations.sign(task, city.worker),
        "evidence": lambda: operations.attach_evidence(task, blob, "a.png", None, city.worker),
    }
    with pytest.raises(StaleDataError):
        deeds[deed]()
    db.session.rollback()


def test_a_lead_unit_may_be_replaced_and_brought_back_on_one_day(shared):
    city, key = shared
    task = db.session.get_one(Task, key)
    for unit in (city.county_water, city.water, city.county_water, city.water):
        operations.correct(task, Correction("同一问题", None, unit.id, "更正"), city.office)
        db.session.commit()
    assert task.counting_unit_id == city.water.id
    leads = db.session.scalars(select(TaskUnit).where(TaskUnit.part == "lead")).all()
    assert [link.unit_id for link in leads if link.ends_on is None] == [city.water.id]
