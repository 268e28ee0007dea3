"""An empty database of each kind, and Alembic bound to it."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.config import Config as Alembic
from flask import Flask
from sqlalchemy import Engine, create_engine, make_url, text

from app.database import db
from app.maintenance.operations import migrations


@pytest.fixture
def engine(engine_name: str, make_app: Callable[[str], Flask], tmp_path: Path) -> Iterator[Engine]:
    if engine_name == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
        yield engine
        engine.dispose()
    else:
        with make_app(engine_name).app_context():
            yield from _new_postgresql_database(db.engine)


def _new_postgresql_database(server: Engine) -> Iterator[Engine]:
    name = f"migrated_{uuid.uuid4().hex}"
    autocommit = server.execution_options(isolation_level="AUTOCOMMIT")
    with autocommit.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine = create_engine(make_url(server.url).set(database=name))
    yield engine
    engine.dispose()
    with autocommit.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def alembic(engine: Engine) -> Alembic:
    return migrations(engine)
