"""Reporting periods: the week, half-month or month around a day, and the moment it is cut off."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

from app.clock import LOCAL, local
from app.deadlines.weeks import Week

CUTOFF_HOUR = 18
HALF = 15


def period_around(kind: str, day: date) -> tuple[date, date]:
    """Return first and last day of the `week`, `half_month` or `month` that holds the day."""
    if kind == "week":
        week = Week.of(day)
        return week.monday, week.sunday
    month_end = day.replace(day=monthrange(day.year, day.month)[1])
    if kind == "month":
        return day.replace(day=1), month_end
    if kind != "half_month":
        raise ValueError(kind)
    if day.day <= HALF:
        return day.replace(day=1), day.replace(day=HALF)
    return day.replace(day=HALF + 1), month_end


def cutoff_of(last_day: date, hour: int = CUTOFF_HOUR) -> datetime:
    """Return the moment at which a period ends: that hour of its last day in Shanghai, in UTC.

    Hour 24 is the end of the day.
    """
    midnight = datetime.combine(last_day, time(), LOCAL)
    return (midnight + timedelta(hours=hour)).astimezone(UTC)


def period_containing(kind: str, moment: datetime, hour: int = CUTOFF_HOUR) -> tuple[date, date]:
    """Return the period that holds what is recorded at the moment: (last cut-off, cut-off]."""
    first, last = period_around(kind, local(moment).date())
    if moment <= cutoff_of(last, hour):
        return first, last
    return period_around(kind, last + timedelta(days=1))
