"""What can be done to people, their roles, passwords and sessions."""

from app.accounts.operations.passwords import change_password, one_time_password, reset_password
from app.accounts.operations.people import (
    create_person,
    edit_person,
    end_grant,
    grant,
    retire_person,
)
from app.accounts.operations.sessions import SEEN_EVERY, end_session, log_in, touch

__all__ = [
    "SEEN_EVERY",
    "change_password",
    "create_person",
    "edit_person",
    "end_grant",
    "end_session",
    "grant",
    "log_in",
    "one_time_password",
    "reset_password",
    "retire_person",
    "touch",
]
