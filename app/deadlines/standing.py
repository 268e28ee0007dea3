"""How a deadline stands on a given day. Derived, never stored."""

from dataclasses import dataclass
from datetime import date

NEAR_DUE_DAYS = 30


def days_left(due_on: date | None, day: date) -> int | None:
    """Return the days from the next one up to and including the deadline; negative when past."""
    return None if due_on is None else (due_on - day).days


def overdue(due_on: date | None, day: date, *, done: bool = False) -> bool:
    """Whether the deadline has passed and the work is not done."""
    left = days_left(due_on, day)
    return left is not None and left < 0 and not done


def days_overdue(due_on: date | None, day: date, *, done: bool = False) -> int:
    return (day - due_on).days if due_on and overdue(due_on, day, done=done) else 0


def near_due(
    due_on: date | None, day: date, *, within: int = NEAR_DUE_DAYS, done: bool = False
) -> bool:
    """Whether the deadline is today or at most so many days ahead, and the work is not done."""
    left = days_left(due_on, day)
    return left is not None and 0 <= left <= within and not done


@dataclass(frozen=True)
class Standing:
    """One task on one day, against its current deadline and against the one first set."""

    current: date | None
    original: date | None
    day: date
    done: bool = False
    within: int = NEAR_DUE_DAYS

    @property
    def days_left(self) -> int | None:
        return days_left(self.current, self.day)

    @property
    def overdue(self) -> bool:
        return overdue(self.current, self.day, done=self.done)

    @property
    def overdue_originally(self) -> bool:
        return overdue(self.original, self.day, done=self.done)

    @property
    def near_due(self) -> bool:
        return near_due(self.current, self.day, within=self.within, done=self.done)

    @property
    def days_overdue(self) -> int:
        return days_overdue(self.current, self.day, done=self.done)
