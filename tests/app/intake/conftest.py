"""A small city with an office that takes lists in."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.queries import person_with_login
from app.database import db
from app.intake.models import IntakeDocument
from app.intake.operations import receive
from tests.conftest import LogIn
from tests.factories.city import City, petition_clerk, small_city

Take = Callable[[str], IntakeDocument]
Enter = Callable[[str], FlaskClient]


@pytest.fixture
def take(city: City) -> Take:
    """Take a text in for the city's list."""

    def taken(text: str, name: str = "list.txt") -> IntakeDocument:
        return receive(BytesIO(text.encode()), name, city.list, city.office)

    return taken


@pytest.fixture
def enter(app: Flask, log_in: LogIn) -> Enter:
    """Commit the city and return a client for one of its people."""
    with app.app_context():
        petition_clerk(small_city())
        db.session.commit()

    def entered(login: str) -> FlaskClient:
        with app.app_context():
            person = person_with_login(login)
            assert person is not None
            db.session.expunge(person)
        return log_in(person)

    return entered
