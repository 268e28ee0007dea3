"""A year of the working calendar as the notice of holidays states it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.calendars.vocabulary import DayKind

KNOWN_YEARS = Path(__file__).with_name("years.json")
EARLIER_YEARS = Path(__file__).with_name("earlier.json")


@dataclass(frozen=True)
class DayDraft:
    day: date
    kind: DayKind
    name: str
    """The holiday that the day belongs to: 春节."""


@dataclass(frozen=True)
class YearDraft:
    year: int
    source: str
    days: tuple[DayDraft, ...]

    @classmethod
    def from_json(cls, facts: Mapping[str, Any]) -> "YearDraft":
        """Read a year: each holiday with its first and last day off and its make-up days."""
        days = [day for holiday in facts["holidays"] for day in _days_of(holiday)]
        return cls(facts["year"], facts["source"], tuple(days))


def _days_of(holiday: Mapping[str, Any]) -> Iterator[DayDraft]:
    first, last = (date.fromisoformat(day) for day in holiday["off"])
    for step in range((last - first).days + 1):
        yield DayDraft(first + timedelta(days=step), DayKind.OFF, holiday["name"])
    for day in holiday["made_up"]:
        yield DayDraft(date.fromisoformat(day), DayKind.MADE_UP, holiday["name"])


def known_years() -> Iterator[YearDraft]:
    """Read the years that came with the application."""
    return _years(KNOWN_YEARS)


def earlier_years() -> Iterator[YearDraft]:
    """Read the years before them: only old documents speak of those, no limit runs in them."""
    return _years(EARLIER_YEARS)


def _years(file: Path) -> Iterator[YearDraft]:
    facts = json.loads(file.read_text(encoding="utf-8"))
    return (YearDraft.from_json(year) for year in facts)
