"""What an administrator says about a person, and about a role given to one."""

from dataclasses import dataclass
from datetime import date

from app.access.roles import Role


@dataclass(frozen=True)
class PersonDraft:
    login: str
    name: str
    password: str
    post: str | None = None
    must_change_password: bool = True


@dataclass(frozen=True)
class GrantDraft:
    unit_id: int
    role: Role
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True)
class Visit:
    """Where somebody logs in from."""

    ip: str
    user_agent: str = ""
