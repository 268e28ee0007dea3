"""What a person has read, what was mailed to whom, and who may subscribe to a calendar."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.database import Base


class NoticeSeen(Base):
    """How far somebody has read what happened: every event up to this one."""

    __tablename__ = "notice_seen"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    until_event_id: Mapped[int]
    seen_at: Mapped[datetime]


class MailMatter(Base):
    """What somebody was last told of one matter by mail; as long as it stands so, no more is."""

    __tablename__ = "mail_matter"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    matter: Mapped[str] = mapped_column(String(64), primary_key=True)
    state: Mapped[str] = mapped_column(String(64))
    """How the matter stood when it was told, as a hash."""
    last_sent_on: Mapped[date]


class CalendarFeed(Base):
    """The address of somebody's calendar; only the hash of its token is kept."""

    __tablename__ = "calendar_feed"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]

    person: Mapped[Person] = relationship()
