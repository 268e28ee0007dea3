"""What is told once, on the first start."""

from dataclasses import dataclass

from app.access.roles import Role


@dataclass(frozen=True)
class Account:
    """Somebody who can log in now, with a password made on this start."""

    role: Role
    login: str
    password: str
    name: str
    unit: str
