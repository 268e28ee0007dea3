"""The working calendar: years that have been announced, and their days off and made up."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.calendars.vocabulary import DayKind
from app.database import Base, Key


class CalendarYear(Base):
    """A year whose holidays are known; a date counted in any other is provisional."""

    __tablename__ = "calendar_year"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source: Mapped[str] = mapped_column(String(120))
    """The notice that announced it."""
    loaded_at: Mapped[datetime]

    days: Mapped[list["CalendarDay"]] = relationship(
        back_populates="calendar_year",
        order_by="CalendarDay.day",
        cascade="all, delete-orphan",
    )


class CalendarDay(Base):
    """A day that differs from its weekday: off, or worked in place of a day off."""

    __tablename__ = "calendar_day"

    id: Mapped[Key]
    year: Mapped[int] = mapped_column(ForeignKey("calendar_year.year"), index=True)
    day: Mapped[date] = mapped_column(unique=True)
    kind: Mapped[DayKind]
    name: Mapped[str] = mapped_column(String(30))

    calendar_year: Mapped[CalendarYear] = relationship(back_populates="days")
