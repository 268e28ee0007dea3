"""Turns the story's offsets (weeks, months, days before the last day) into dates and wording."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.clock import LOCAL

OPENING = time(8, 30)
WORKDAY = timedelta(hours=9)
DAYS_A_WEEK = 5
PLACEHOLDER = re.compile(r"\{y([0-3])\}")
ONSITE_BEFORE = timedelta(days=300)
MONTHS_A_HALF = 6
DECEMBER = 12
SUNDAY = 6


def add_months(day: date, months: int) -> date:
    """Return the last day of the month that lies so many months after a day's own month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, monthrange(year, month + 1)[1])


def half_year_end(day: date, halves: int) -> date:
    """Return the end of the half-year so many half-years after the day's own one."""
    rest = MONTHS_A_HALF - 1 - (day.month - 1) % MONTHS_A_HALF
    return add_months(day, rest + MONTHS_A_HALF * halves)


@dataclass(frozen=True)
class Dates:
    """The demonstration's calendar: everything is counted back or forward from `now`."""

    now: datetime

    @property
    def last_day(self) -> date:
        return self.now.astimezone(LOCAL).date()

    @property
    def monday(self) -> date:
        return self.last_day - timedelta(days=self.last_day.weekday())

    @property
    def onsite_from(self) -> date:
        return self.last_day - ONSITE_BEFORE

    @property
    def onsite_to(self) -> date:
        return self.onsite_from + timedelta(days=30)

    @property
    def feedback_on(self) -> date:
        return self.last_day - timedelta(days=160)

    def text(self, template: str) -> str:
        """Fill {y0} with the year on site, {y1} with the year before, and so on."""
        return PLACEHOLDER.sub(lambda match: str(self.onsite_from.year - int(match[1])), template)

    def moment(self, week: int, weekday: int, at: time) -> datetime:
        """Return when something happens; what this week still has before it is drawn together.

        The story of the present week is told by now, however early in the week that is.
        """
        start = datetime.combine(self.monday + timedelta(weeks=week), OPENING, LOCAL)
        if week < 0:
            return datetime.combine(start.date() + timedelta(days=weekday), at, LOCAL)
        passed = _working_time(weekday, at) / (DAYS_A_WEEK * WORKDAY)
        end = self.now.astimezone(LOCAL)
        if end - start < timedelta(hours=1):
            start = datetime.combine(self.monday, time(0, 1), LOCAL)
            return start + (end - start) * passed
        return _after_working_time(start, _working_time_until(start, end) * passed)

    def sunday(self, week: int) -> date:
        """Return the last day of a week."""
        return self.monday + timedelta(weeks=week, days=SUNDAY)

    def deadline(self, rule: str) -> str:
        """Return the official wording of a rule such as `month 1`, `day -10` or `staged: …`."""
        if rule.startswith("staged:"):
            return self._staged(rule.removeprefix("staged:"))
        if rule in PLAIN:
            return PLAIN[rule]
        words = rule.split()
        wording = self._dated([word for word in words if word not in PLAIN])
        before = "立行立改，" if "immediate" in words else ""
        return f"{before}{wording}{'，并长期坚持' if 'sustained' in words else ''}"

    def _staged(self, rule: str) -> str:
        stages = (stage.split(maxsplit=2) for stage in rule.split(";"))
        return "，".join(self._dated([unit, count]) + what for unit, count, what in stages)

    def _dated(self, words: list[str]) -> str:
        unit, count = words[0], int(words[1])
        if unit == "day":
            day = self.last_day + timedelta(days=count)
            return f"{day.year}年{day.month}月{day.day}日前"
        day = {
            "month": lambda: add_months(self.last_day, count),
            "half": lambda: half_year_end(self.last_day, count),
            "year": lambda: date(self.last_day.year + count, DECEMBER, 31),
        }[unit]()
        return f"{day.year}年底前" if day.month == DECEMBER else f"{day.year}年{day.month}月底前"


PLAIN = {
    "immediate": "立行立改",
    "sustained": "长期坚持",
    "immediate sustained": "立行立改，长期坚持",
}


def _working_time(weekday: int, at: time) -> timedelta:
    spent = datetime.combine(date.min, at) - datetime.combine(date.min, OPENING)
    return weekday * WORKDAY + min(spent, WORKDAY)


def _working_time_until(start: datetime, end: datetime) -> timedelta:
    """Return the office hours between Monday morning and a moment of the same week."""
    whole = min((end - start).days, DAYS_A_WEEK)
    rest = min(end - start - timedelta(days=whole), WORKDAY)
    return min(whole * WORKDAY + rest, DAYS_A_WEEK * WORKDAY)


def _after_working_time(start: datetime, passed: timedelta) -> datetime:
    days, rest = divmod(passed, WORKDAY)
    if days and not rest:
        days, rest = days - 1, WORKDAY
    return start + timedelta(days=days) + rest
