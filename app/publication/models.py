"""Publicities as they were frozen, and objections: who objected stands sealed in its own table."""

import secrets
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.access.actor import Party
from app.closeout.models import Application
from app.database import Base, Key
from app.deadlines.windows import DayCount, Stop, Window
from app.files.models import Blob
from app.publication.vocabulary import Ruling
from app.tasks.models import Task


def _token() -> str:
    return secrets.token_urlsafe(12)


class Publicity(Base):
    """One publicity (公示) of one application; what it says never changes once it is open."""

    __tablename__ = "publicity"
    __table_args__ = (
        CheckConstraint("length >= 1", name="length_counts_days"),
        CheckConstraint("(ended_on IS NULL) = (ended_by_id IS NULL)", name="ended_by_somebody"),
        UniqueConstraint("application_id"),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=_token)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    number: Mapped[int]
    """Of its kind, list and year."""
    first_day: Mapped[date]
    length: Mapped[int]
    kind: Mapped[DayCount]
    content: Mapped[dict[str, Any]]
    """Everything that is published, with its schema number."""
    paper_id: Mapped[int] = mapped_column(ForeignKey("blob.id"))
    """The notice as PDF, drawn when it was opened."""
    document_id: Mapped[int] = mapped_column(ForeignKey("blob.id"))
    """The notice as .docx."""
    opened_at: Mapped[datetime]
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opened_by_name: Mapped[str]
    ended_on: Mapped[date | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    task: Mapped[Task] = relationship(lazy="joined", innerjoin=True)
    application: Mapped[Application] = relationship(lazy="joined", innerjoin=True)
    paper: Mapped[Blob] = relationship(foreign_keys=paper_id)
    document: Mapped[Blob] = relationship(foreign_keys=document_id)
    photos: Mapped[list["PublicPhoto"]] = relationship(order_by="PublicPhoto.id")
    objections: Mapped[list["Objection"]] = relationship(
        back_populates="publicity", order_by="Objection.id", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def window(self) -> Window:
        return Window(self.first_day, self.length, self.kind)

    @property
    def stops(self) -> list[Stop]:
        """The days on which an objection held the clock."""
        return [Stop(one.received_on, one.examined_on) for one in self.objections]

    @property
    def area(self) -> str:
        return self.task.area


class PublicPhoto(Base):
    """A photograph as it is published: a copy without what the camera wrote into it."""

    __tablename__ = "public_photo"

    id: Mapped[Key]
    token: Mapped[str] = mapped_column(String(32), unique=True, default=_token)
    publicity_id: Mapped[int] = mapped_column(ForeignKey("publicity.id"), index=True)
    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"))
    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"))
    caption: Mapped[str]

    publicity: Mapped[Publicity] = relationship(back_populates="photos")
    blob: Mapped[Blob] = relationship(lazy="joined", innerjoin=True)


class Objection(Base):
    """An objection (异议) as the office and the units know it: nothing here tells who objected."""

    __tablename__ = "objection"
    __table_args__ = (
        CheckConstraint("(examined_on IS NULL) = (ruling IS NULL)", name="examined_with_a_ruling"),
        CheckConstraint(
            "ruling IS NULL OR (wording IS NOT NULL AND reply IS NOT NULL)",
            name="examined_with_a_reply",
        ),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    token: Mapped[str] = mapped_column(String(32), unique=True, default=_token)
    """Stands in addresses, and binds what is sealed to this row."""
    publicity_id: Mapped[int] = mapped_column(ForeignKey("publicity.id"), index=True)
    received_on: Mapped[date]
    received_at: Mapped[datetime]
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    """Keyed hash of the query code: whoever has the code can ask for the result."""
    wording: Mapped[str | None]
    """The office's own words for it: all that a unit ever sees."""
    examined_on: Mapped[date | None]
    examined_by_name: Mapped[str | None]
    ruling: Mapped[Ruling | None]
    reply: Mapped[str | None]

    publicity: Mapped[Publicity] = relationship(back_populates="objections", lazy="joined")
    files: Mapped[list["ObjectionFile"]] = relationship(order_by="ObjectionFile.id")

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.publicity.area

    @property
    def parties(self) -> frozenset[Party]:
        return self.publicity.task.parties

    @property
    def place(self) -> str:
        """Where its sealed words are stored: they open nowhere else."""
        return f"objection:{self.token}:sealed"


class ObjectionIdentity(Base):
    """Who objected and in which words: sealed, in a table of its own."""

    __tablename__ = "objection_identity"

    objection_id: Mapped[int] = mapped_column(ForeignKey("objection.id"), primary_key=True)
    sealed: Mapped[bytes]
    """Text, name, telephone, names of files."""


class ObjectionFile(Base):
    """A file that came with an objection, stored sealed; its name stands with the identity."""

    __tablename__ = "objection_file"

    id: Mapped[Key]
    objection_id: Mapped[int] = mapped_column(ForeignKey("objection.id"), index=True)
    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"))

    blob: Mapped[Blob] = relationship(lazy="joined", innerjoin=True)


class ObjectionAttempt(Base):
    """One try to object from an address, kept for a day as a keyed hash: the limit counts them."""

    __tablename__ = "objection_attempt"
    __table_args__ = (Index(None, "address_hash", "tried_at"),)

    id: Mapped[Key]
    address_hash: Mapped[str] = mapped_column(String(64))
    tried_at: Mapped[datetime]
