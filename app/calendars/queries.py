"""Questions asked of the working calendar."""

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.calendars.models import CalendarDay, CalendarYear
from app.calendars.vocabulary import DayKind
from app.database import db
from app.deadlines.workdays import Workdays


def year_or_none(year: int) -> CalendarYear | None:
    return db.session.get(CalendarYear, year, options=[selectinload(CalendarYear.days)])


def loaded_years() -> frozenset[int]:
    return frozenset(db.session.scalars(select(CalendarYear.year)))


def workdays() -> Workdays:
    """Return the whole calendar, to count working days with."""
    days = db.session.execute(select(CalendarDay.day, CalendarDay.kind)).all()
    return Workdays(
        off=frozenset(day for day, kind in days if kind is DayKind.OFF),
        made_up=frozenset(day for day, kind in days if kind is DayKind.MADE_UP),
        years=loaded_years(),
    )
