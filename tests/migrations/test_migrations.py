"""The migrations and the models tell the same story, forwards and backwards, on both engines."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config as Alembic
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from app.database import Base
from config import ROOT
from tests.engines import running_postgresql


@pytest.fixture(scope="session")
def empty_postgresql() -> Iterator[str]:
    with running_postgresql() as address:
        yield address


@pytest.fixture
def engine(engine_name, tmp_path, request) -> Iterator[Engine]:
    if engine_name == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    else:
        engine = create_engine(request.getfixturevalue("empty_postgresql"))
    yield engine
    with engine.begin() as connection:
        if engine_name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


@pytest.fixture
def alembic(engine) -> Alembic:
    config = Alembic(toml_file=ROOT / "pyproject.toml")
    config.attributes["engine"] = engine
    return config


def test_revisions_are_numbered_in_one_line():
    config = Alembic(toml_file=ROOT / "pyproject.toml")
    revisions = ScriptDirectory.from_config(config).walk_revisions()
    numbers = [revision.revision for revision in revisions]
    assert numbers == [f"{number:04}" for number in range(len(numbers), 0, -1)]


def test_a_migration_imports_nothing_of_ours():
    for path in (ROOT / "migrations" / "versions").glob("*.py"):
        assert "import app" not in path.read_text("utf-8"), path.name
        assert "from app" not in path.read_text("utf-8"), path.name


def test_the_migrated_schema_is_that_of_the_models(alembic, engine):
    command.upgrade(alembic, "head")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrated_checks_are_those_of_the_models(alembic, engine):
    command.upgrade(alembic, "head")
    inspector = inspect(engine)
    for table in Base.metadata.sorted_tables:
        kept = {check["name"] for check in inspector.get_check_constraints(table.name)}
        meant = {
            str(constraint.name)
            for constraint in table.constraints
            if isinstance(constraint, CheckConstraint)
        }
        assert kept == meant, table.name


def test_every_step_can_be_taken_back(alembic, engine):
    command.upgrade(alembic, "head")
    command.downgrade(alembic, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    command.upgrade(alembic, "head")


def test_the_migrated_trail_cannot_be_changed(alembic, engine):
    command.upgrade(alembic, "head")
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO audit_entry (position, at, actor_name, origin, action, outcome,"
                " prev_hash, hash) VALUES (1, '2026-11-22', 'a', 'b', 'c', 'done', 'd', 'e')"
            )
        )
        assert connection.scalar(text("SELECT count FROM audit_head")) == 0
    for wrong in ("UPDATE audit_entry SET actor_name = 'x'", "DELETE FROM audit_entry"):
        with pytest.raises(DBAPIError, match="never"), engine.begin() as connection:
            connection.execute(text(wrong))
