"""Counting in months: the same day of a later month, or its last one."""

from calendar import monthrange
from datetime import date

YEAR = 12


def months_after(day: date, count: int) -> date:
    """Return the day so many months later; 31 January and one month is the last of February."""
    year, month = divmod(day.year * YEAR + day.month - 1 + count, YEAR)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
