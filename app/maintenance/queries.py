"""What maintenance asks of the database."""

from sqlalchemy import exists, select

from app.accounts.models import Person
from app.database import db


def nobody_is_known() -> bool:
    """Whether the register is new: nobody could log in."""
    return not db.session.scalar(select(exists(select(Person.id))))
