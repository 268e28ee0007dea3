"""Somebody who has the database and changes the trail past its triggers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from app.database import db


@contextmanager
def past_the_triggers() -> Iterator[Callable[[str], None]]:
    """Yield a function that runs a statement on the trail, unhindered."""
    db.session.rollback()
    with db.engine.begin() as connection:
        laid_aside = _lay_aside(connection)
        yield lambda statement: connection.execute(text(statement)) and None
        for trigger in laid_aside:
            connection.execute(text(trigger))


def _lay_aside(connection: Connection) -> list[str]:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        return []
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    triggers = rows.all()
    for name, _ in triggers:
        connection.execute(text(f"DROP TRIGGER {name}"))
    return [sql for _, sql in triggers]
