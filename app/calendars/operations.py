"""What can be done to the working calendar."""

from dataclasses import asdict

from app import clock
from app.calendars import queries
from app.calendars.drafts import YearDraft, known_years
from app.calendars.models import CalendarDay, CalendarYear
from app.database import db
from app.wording import N_, Refusal


def load_year(draft: YearDraft) -> CalendarYear:
    """Take a year's notice over, in place of what was loaded for that year before."""
    strays = [each.day for each in draft.days if each.day.year != draft.year]
    if strays:
        raise Refusal(
            N_("%(day)s不在%(year)s年内，请核对放假通知。"), day=strays[0], year=draft.year
        )
    year = queries.year_or_none(draft.year) or CalendarYear(year=draft.year)
    year.days.clear()
    db.session.flush()  # a day may come back as another kind, and is unique
    year.source, year.loaded_at = draft.source, clock.now()
    year.days = [CalendarDay(**asdict(day)) for day in draft.days]
    db.session.add(year)
    db.session.flush()
    return year


def load_known_years() -> list[CalendarYear]:
    """Load the years that came with the application and are not there yet."""
    there = queries.loaded_years()
    return [load_year(draft) for draft in known_years() if draft.year not in there]
