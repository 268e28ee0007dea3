"""People, the roles they hold within units, and the sessions they have open."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.access.actor import Actor, Grant
from app.access.roles import Role
from app.database import Base, Key
from app.units.models import Unit


class Person(Base):
    """Somebody who can log in."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("login = lower(login)", name="login_in_small_letters"),
        CheckConstraint("failed_logins >= 0", name="failures_are_counted"),
        CheckConstraint("NOT wants_mail OR email IS NOT NULL", name="mail_has_an_address"),
        CheckConstraint("language IN ('zh_Hans_CN', 'en')", name="known_language"),
    )

    id: Mapped[Key]
    login: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    post: Mapped[str | None] = mapped_column(String(80))
    password_hash: Mapped[str] = mapped_column(String(200))
    must_change_password: Mapped[bool] = mapped_column(default=True)
    active: Mapped[bool] = mapped_column(default=True)
    failed_logins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    language: Mapped[str] = mapped_column(String(12), default="zh_Hans_CN")
    email: Mapped[str | None] = mapped_column(String(254))
    wants_mail: Mapped[bool] = mapped_column(default=False)
    """Agreed to be sent the daily digest."""
    version: Mapped[int] = mapped_column()

    assignments: Mapped[list["Assignment"]] = relationship(
        back_populates="person", order_by="Assignment.id"
    )

    __mapper_args__ = {"version_id_col": version}  # as SQLAlchemy declares it

    def held_on(self, day: date) -> list["Assignment"]:
        return [held for held in self.assignments if held.runs_on(day)]

    def actor(self, day: date, origin: str) -> Actor:
        """Return what decisions and the trail may know of this person on a day."""
        grants = tuple(held.grant for held in self.held_on(day) if held.unit.active)
        return Actor(person_id=self.id, name=self.name, grants=grants, origin=origin)


class Assignment(Base):
    """A role that a person holds in a unit, from one day to another."""

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_it_starts"),
        Index(None, "unit_id", "role"),
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    role: Mapped[Role]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    """The last day on which it is held."""
    revoked_at: Mapped[datetime | None]
    """Taken back before it had lasted a day."""

    person: Mapped[Person] = relationship(back_populates="assignments")
    unit: Mapped[Unit] = relationship()

    def runs_on(self, day: date) -> bool:
        return self.starts_on <= day and not self.is_over_on(day)

    def is_over_on(self, day: date) -> bool:
        return self.revoked_at is not None or (self.ends_on is not None and self.ends_on < day)

    @property
    def grant(self) -> Grant:
        government = self.unit.government or self.unit
        return Grant(
            role=self.role,
            unit_id=self.unit_id,
            area=government.path,
            is_government=self.unit.is_government,
        )


class LoginSession(Base):
    """One log-in, from its first request to its end; only the hash of its token is kept."""

    __tablename__ = "login_session"
    __table_args__ = (CheckConstraint("expires_at > created_at", name="lasts"),)

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ip: Mapped[str] = mapped_column(String(60))
    user_agent: Mapped[str] = mapped_column(String(200))

    person: Mapped[Person] = relationship()
