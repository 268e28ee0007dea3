"""What maintenance asks of the database."""

from sqlalchemy import String, column, exists, inspect, select, table

from app.accounts.models import Person
from app.database import db


def nobody_is_known() -> bool:
    """Whether the register is new: nobody could log in."""
    return not db.session.scalar(select(exists(select(Person.id))))


def revision() -> str | None:
    """Return the migration that the database stands at; a new one stands at none."""
    if not inspect(db.engine).has_table("alembic_version"):
        return None
    stamp = select(column("version_num", String)).select_from(table("alembic_version"))
    with db.engine.connect() as connection:  # not the session's: migrating wants SQLite's lock
        return connection.scalar(stamp)
