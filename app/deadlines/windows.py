"""Windows of publicity: the last day, the days still to run, and whether a claimed one is true."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.deadlines.workdays import ONE_DAY, Workdays
from app.wording import N_

LONGEST = 3 * 366
"""No window runs for more days than this, holidays and stops included."""
CUSTOMARY = (7, 10)
"""The lengths that authorities ask for: 7 or 10 natural days, 10 working days."""


class DayCount(StrEnum):
    """Which days of a window count; its first and its last day are among them."""

    NATURAL = "days"
    WORKING = "working_days"

    @property
    def label(self) -> str:
        return COUNTS[self]


COUNTS = {DayCount.NATURAL: N_("自然日"), DayCount.WORKING: N_("工作日")}


@dataclass(frozen=True)
class Window:
    """So many days of one kind from a first day on."""

    first: date
    length: int
    kind: DayCount


@dataclass(frozen=True)
class Stop:
    """Days on which the clock stood still, both ends included; without an end it still stands."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def counts(day: date, kind: DayCount, workdays: Workdays) -> bool:
    """Whether such a day is one of the window's."""
    return kind is DayCount.NATURAL or workdays.is_workday(day)


def last_day(window: Window, workdays: Workdays, stops: Sequence[Stop] = ()) -> date | None:
    """Return the last day, a day on which the clock stood still not counted; None while it stands.

    A day of a stop counts for nothing, whatever hour the clock was stopped or started again.
    """
    left, day = window.length, window.first - ONE_DAY
    while left:
        day += ONE_DAY
        if (day - window.first).days > LONGEST:
            return None
        stopped = any(stop.holds(day) for stop in stops)
        left -= counts(day, window.kind, workdays) and not stopped
    return day


def days_run(window: Window, until: date, workdays: Workdays, stops: Sequence[Stop] = ()) -> int:
    """Count the days of the window from its first one to a day, both included."""
    days = (window.first + timedelta(step) for step in range((until - window.first).days + 1))
    return sum(
        counts(day, window.kind, workdays) and not any(stop.holds(day) for stop in stops)
        for day in days
    )


def provisional(window: Window, last: date, workdays: Workdays) -> bool:
    """Whether the last day may still move: its year has no calendar of working days yet."""
    return window.kind is DayCount.WORKING and workdays.is_provisional(window.first, last)


class Verdict(StrEnum):
    """What a published window is worth against the length that it claims."""

    EXACT = "exact"
    LONGER = "longer"
    TOO_SHORT = "too_short"
    UNDECIDABLE = "undecidable"

    @property
    def label(self) -> str:
        return VERDICTS[self]


VERDICTS = {
    Verdict.EXACT: N_("正好"),
    Verdict.LONGER: N_("长于写明的天数"),
    Verdict.TOO_SHORT: N_("短于写明的天数"),
    Verdict.UNDECIDABLE: N_("算不出"),
}


@dataclass(frozen=True)
class Claim:
    """What a notice states of its window; each part may be missing."""

    first: date | None
    last: date | None
    length: int | None = None
    kind: DayCount | None = None


@dataclass(frozen=True)
class Judgement:
    """The days that a window really covers, and what that means for its claim."""

    verdict: Verdict
    counted: int | None = None
    provisional: bool = False


def judge(claim: Claim, workdays: Workdays) -> Judgement:
    """Judge a claimed window; without a claim, by the lengths that are customary."""
    if claim.first is None or claim.last is None or claim.last < claim.first:
        return Judgement(Verdict.UNDECIDABLE)
    working = workdays.between(claim.first, claim.last)
    days = (claim.last - claim.first).days + 1
    kind = claim.kind or _customary(days, working)
    counted = working if kind is DayCount.WORKING else days
    unsure = kind is DayCount.WORKING and workdays.is_provisional(claim.first, claim.last)
    if unsure and not _too_short_anyway(claim.length, days):
        return Judgement(Verdict.UNDECIDABLE, counted, provisional=True)
    return Judgement(_compared(counted, claim.length), counted, unsure)


def _customary(days: int, working: int) -> DayCount:
    """Without a unit: seven or ten days are natural ones; ten working days the other custom."""
    return DayCount.WORKING if days not in CUSTOMARY and working in CUSTOMARY else DayCount.NATURAL


def _too_short_anyway(length: int | None, days: int) -> bool:
    """Whether even all days together do not reach the claim, whatever the calendar will say."""
    return length is not None and days < length


def _compared(counted: int, length: int | None) -> Verdict:
    if length is None:
        return Verdict.EXACT if counted in CUSTOMARY else Verdict.UNDECIDABLE
    if counted == length:
        return Verdict.EXACT
    return Verdict.LONGER if counted > length else Verdict.TOO_SHORT
