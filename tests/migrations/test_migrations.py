"""The migrations and the models tell the same story, forwards and backwards."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config as Alembic
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Engine, inspect, text

from app.database import Base
from config import ROOT
from tests.architecture.sources import MIGRATIONS

TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def test_revisions_are_numbered_in_one_line() -> None:
    script = ScriptDirectory.from_config(Alembic(toml_file=ROOT / "pyproject.toml"))
    numbers = [revision.revision for revision in script.walk_revisions()]
    assert numbers == [f"{n:04}" for n in range(len(numbers), 0, -1)]
    assert [path.name[:4] for path in MIGRATIONS] == numbers[::-1]


def test_migrated_tables_are_the_models_tables(alembic: Alembic, engine: Engine) -> None:
    command.upgrade(alembic, "head")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_migrated_checks_and_triggers_are_the_models(alembic: Alembic, engine: Engine) -> None:
    """Alembic does not compare these."""
    command.upgrade(alembic, "head")
    migrated = _checks(engine), _triggers(engine)
    command.downgrade(alembic, "base")
    Base.metadata.create_all(engine)
    assert migrated == (_checks(engine), _triggers(engine))


def test_every_step_can_be_taken_back(alembic: Alembic, engine: Engine) -> None:
    for _ in range(2):
        command.upgrade(alembic, "head")
        for _ in MIGRATIONS:
            command.downgrade(alembic, "-1")
        assert inspect(engine).get_table_names() == ["alembic_version"]
        assert _triggers(engine) == set()


def test_every_check_of_the_models_has_a_name() -> None:
    unnamed = [
        str(check.sqltext)
        for table in Base.metadata.tables.values()
        for check in table.constraints
        if isinstance(check, CheckConstraint) and not check.name
    ]
    assert unnamed == []


def _checks(engine: Engine) -> dict[str, set[tuple[str | None, str]]]:
    seen = inspect(engine)
    return {
        table: {(check["name"], " ".join(check["sqltext"].split())) for check in
                seen.get_check_constraints(table)}
        for table in seen.get_table_names()
        if table != "alembic_version"
    }  # fmt: skip


def _triggers(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.scalars(text(TRIGGERS[engine.dialect.name])))
