"""People with passwords: few, for hashing takes long."""

from datetime import timedelta

import pytest

from app import clock
from app.access.actor import Actor
from app.access.roles import Role
from app.accounts import operations
from app.accounts.drafts import GrantDraft, PersonDraft, Visit
from app.accounts.models import Person
from app.database import db

PASSWORD = "湖边-quartz-73-linen"
HOME = Visit("10.0.0.9", "Firefox")
ADMIN = Actor(None, "安装程序", origin="测试")


@pytest.fixture
def zhou(city) -> Person:
    """A clerk of the office who knows the password."""
    person = operations.create_person(
        PersonDraft("zhoumin", "周敏", PASSWORD, "督办科科长", must_change_password=False), ADMIN
    )
    draft = GrantDraft(city.office_unit.id, Role.OFFICE, clock.today() - timedelta(days=9))
    operations.grant(person, draft, ADMIN)
    db.session.commit()
    return person
