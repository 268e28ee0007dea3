"""Alembic's door into the application: which tables, which database."""

from collections.abc import Iterable
from typing import Any

from alembic import context
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine

from app import tables
from app.database import Base
from config import Config


def number_in_order(ctx: Any, _revision: Any, directives: Iterable[Any]) -> None:
    """Name revisions 0001, 0002, ...: a listing of the folder is the history."""
    head = ScriptDirectory.from_config(ctx.config).get_current_head()
    for directive in directives:
        directive.rev_id = f"{int(head or 0) + 1:04}"


def engine() -> Engine:
    """Return the engine that the caller handed in, else that of the environment."""
    given: Engine | None = context.config.attributes.get("engine")
    return given or create_engine(Config.from_environment().database_url)


assert tables
with engine().connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        process_revision_directives=number_in_order,
    )
    with context.begin_transaction():
        context.run_migrations()
