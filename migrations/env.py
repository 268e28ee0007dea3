"""Alembic's door into the application: which tables, which database."""

from collections.abc import Iterable
from typing import Any, Literal

from alembic import context
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine

from app import tables
from app.database import Base, UTCDateTime
from config import Config


def number_in_order(ctx: Any, _revision: Any, directives: Iterable[Any]) -> None:
    """Name revisions 0001, 0002, ...: a listing of the folder is the history."""
    head = ScriptDirectory.from_config(ctx.config).get_current_head()
    for directive in directives:
        directive.rev_id = f"{int(head or 0) + 1:04}"


def plain_moments(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our type of moments as the one it is stored as: a migration imports nothing of ours."""
    moment = kind == "type" and isinstance(item, UTCDateTime)
    return "sa.DateTime(timezone=True)" if moment else False


def engine() -> Engine:
    given: Engine | None = context.config.attributes.get("engine")
    return given or create_engine(Config.from_environment().database_url)


def let_tables_be_rebuilt(connection: Connection) -> bool:
    """SQLite alters a table by making it anew; references must not be followed meanwhile."""
    if connection.dialect.name != "sqlite":
        return False
    raw: Any = connection.connection.driver_connection
    raw.execute("PRAGMA foreign_keys=OFF")  # outside a transaction, or it has no effect
    return True


def check_references(connection: Connection) -> None:
    """Stop before the commit if a rebuilt table left a reference hanging."""
    hanging = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if hanging:
        raise RuntimeError(f"references without a target: {hanging[:5]}")


assert tables
with engine().connect() as connection:
    rebuilt = let_tables_be_rebuilt(connection)
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        render_item=plain_moments,
        transactional_ddl=True,  # SQLite can, if the transaction is begun by us: app.database
        process_revision_directives=number_in_order,
    )
    with context.begin_transaction():
        context.run_migrations()
        if rebuilt:
            check_references(connection)
    connection.detach()  # whatever was set on it ends with it
