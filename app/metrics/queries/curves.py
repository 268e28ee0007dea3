"""Closed against planned, over the days of a list's periods."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.inspections.models import Period
from app.metrics.queries.balance import Standing


@dataclass(frozen=True)
class Point:
    """At the end of a day: how many were struck off, how many should have been done."""

    day: date
    closed: int
    planned: int


def closed_and_planned(standings: list[Standing], days: list[date]) -> list[Point]:
    """Return the curve over the given days.

    Planned counts the tasks whose current deadline is not later than the day; tasks without a
    date (立行立改、长期坚持) are never in the plan.
    """
    return [
        Point(
            day,
            sum(one.closed_on is not None and one.closed_on <= day for one in standings),
            sum(one.due_on is not None and one.due_on <= day for one in standings),
        )
        for day in days
    ]


def days_of(periods: Sequence[Period], until: date) -> list[date]:
    """Return the last days of the periods up to a day, oldest first."""
    return sorted(period.last_day for period in periods if period.last_day <= until)
