"""An application on a real database, a client, a clock: what most tests begin with."""

import os
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from sqlalchemy import Engine, create_engine, event, make_url, text

from app import clock, create_app
from app.accounts.models import LoginSession, Person
from app.accounts.operations.sessions import ABSOLUTE_LIMIT, token_hash
from app.audit.models import AuditHead
from app.database import Base, db
from config import Config
from tests.engines import ENGINES, left_out, running_postgresql
from tests.factories.city import City, small_city

ALL_OF_THEM = "ZHENGGAI_TEST_ALL"
"""Set by .ci/run: nothing may be left out."""

settings.register_profile("ci", derandomize=True)  # elsewhere every run tries other examples
if os.environ.get(ALL_OF_THEM):
    settings.load_profile("ci")

LogIn = Callable[[Person], FlaskClient]
Travel = Callable[[str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", choices=ENGINES, help="run database tests on one engine only")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    missing = left_out()
    if missing and os.environ.get(ALL_OF_THEM):
        pytest.exit(f"missing on this machine: {' '.join(missing.values())}", 1)
    for item in items:
        for marker in missing.keys() & {mark.name for mark in item.iter_markers()}:
            item.add_marker(pytest.mark.skip(reason=f"apt install {missing[marker]}"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if missing := left_out():
        terminalreporter.section("left out / 未运行的测试")
        terminalreporter.line(f"tests that need: {', '.join(missing)}")
        terminalreporter.line(f"sudo apt install {' '.join(missing.values())}")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine_name" in metafunc.fixturenames:
        only = metafunc.config.getoption("engine")
        names = [name for name in ENGINES if only in (None, name)]
        marks = {"postgresql": [pytest.mark.postgresql]}
        metafunc.parametrize(
            "engine_name", [pytest.param(name, marks=marks.get(name, [])) for name in names]
        )


class Browser(FlaskClient):
    """A client that reads each answer to its end, as browsers do: no file stays open."""

    def open(self, *args: Any, buffered: bool = True, **kwargs: Any) -> Any:
        return super().open(*args, buffered=buffered, **kwargs)


@event.listens_for(Engine, "connect")
def _trust_the_disk(connection: Any, _record: Any) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture(scope="session")
def make_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Flask]]:
    """Build one application an engine, with its tables, for the whole run."""
    apps: dict[str, Flask] = {}
    with ExitStack() as stack:

        def make(name: str) -> Flask:
            if name not in apps:
                instance = tmp_path_factory.mktemp(name)
                url = f"sqlite:///{instance / 'test.db'}"
                if name == "postgresql":
                    url = stack.enter_context(running_postgresql())
                apps[name] = _application(instance, url)
                stack.callback(_close, apps[name])
            return apps[name]

        yield make


def _application(instance: Path, url: str) -> Flask:
    import_module("app.tables")  # here, so that tests without a database need no table
    app = create_app(Config(secret_key="test", database_url=url, instance=instance, http_only=True))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = Browser
    with app.app_context():
        Base.metadata.create_all(db.engine)
    return app


def _close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(engine_name: str, make_app: Callable[[str], Flask]) -> Iterator[Flask]:
    """The application on an empty database: the test runs once an engine."""
    app = make_app(engine_name)
    settings = dict(app.config)
    yield app
    app.config.clear()
    app.config.update(settings)
    with app.app_context():
        _empty(db.engine)
    _sweep(app.config["ZHENGGAI"].instance)


def _empty(engine: Engine) -> None:
    """Remove every row, past the triggers that keep the audit trail from being changed."""
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for table in Base.metadata.tables.values():
                connection.execute(table.delete())
    else:
        _empty_sqlite(engine)
    with engine.begin() as connection:
        connection.execute(AuditHead.__table__.insert().values(id=1))


def _empty_sqlite(engine: Engine) -> None:
    raw = engine.raw_connection()
    rows = raw.cursor().execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = rows.fetchall()
    statements = [
        "PRAGMA foreign_keys=OFF",
        "BEGIN IMMEDIATE",
        *(f"DROP TRIGGER {name}" for name, _ in triggers),
        *(f'DELETE FROM "{name}"' for name in Base.metadata.tables),
        *(sql for _, sql in triggers),
        "COMMIT",
        "PRAGMA foreign_keys=ON",
    ]
    for statement in statements:
        raw.cursor().execute(statement)
    raw.close()


def _sweep(instance: Path) -> None:
    for left in instance.iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        elif not left.name.startswith("test.db"):
            left.unlink()


@pytest.fixture
def room(app: Flask) -> Iterator[None]:
    """An application context for tests that call operations and queries directly.

    A test that goes through `client` opens its own for as long as it looks into the database:
    on a shared context Flask-Login would remember the first request's person.
    """
    with app.app_context():
        yield


@pytest.fixture
def city(room: None) -> City:
    """Units, actors and a list, in the session of the test's own context."""
    return small_city()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def log_in(app: Flask) -> LogIn:
    """Return a client with an open session of this person; the person is committed first."""

    def open_session(person: Person) -> FlaskClient:
        token, moment = f"token-{os.urandom(8).hex()}", clock.now()
        session = LoginSession(
            token_hash=token_hash(token), person_id=person.id, created_at=moment, seen_at=moment,
            expires_at=moment + ABSOLUTE_LIMIT, ip="127.0.0.1", user_agent="test",
        )  # fmt: skip
        with app.app_context():
            db.session.add(session)
            db.session.commit()
        client = app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
        return client

    return open_session


@pytest.fixture
def travel() -> Iterator[Travel]:
    """Let the clock stand at a moment in Shanghai, as "2026-11-18 10:00"; later calls move it."""
    with ExitStack() as stack:

        def to(moment: str) -> None:
            at = datetime.fromisoformat(moment).replace(tzinfo=clock.LOCAL)
            stack.enter_context(time_machine.travel(at, tick=False))

        yield to


@pytest.fixture
def empty_database(
    engine_name: str, make_app: Callable[[str], Flask], tmp_path: Path
) -> Iterator[Engine]:
    """A database without a table, on each engine."""
    if engine_name == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
        yield engine
        engine.dispose()
    else:
        with make_app(engine_name).app_context():
            server = db.engine
        yield from _new_postgresql_database(server)


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
