"""Alembic, bound to an empty database."""

import pytest
from alembic.config import Config as Alembic
from sqlalchemy import Engine

from app.maintenance.operations import migrations


@pytest.fixture
def engine(empty_database: Engine) -> Engine:
    return empty_database


@pytest.fixture
def alembic(engine: Engine) -> Alembic:
    return migrations(engine)
