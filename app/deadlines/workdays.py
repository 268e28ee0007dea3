"""Working days as the State Council announces them; a year not announced yet is provisional."""

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Workdays:
    off: frozenset[date]
    """Holidays; weekends need not be named."""
    made_up: frozenset[date]
    """Weekend days worked in place of a holiday."""
    years: frozenset[int]
    """Years whose calendar is loaded; in any other year only weekends are off."""

    def is_workday(self, day: date) -> bool:
        if day in self.made_up:
            return True
        return day.weekday() < SATURDAY and day not in self.off

    def is_provisional(self, first: date, last: date) -> bool:
        """Whether any year from the first to the last day has no calendar yet."""
        return any(year not in self.years for year in range(first.year, last.year + 1))

    def after(self, day: date, count: int) -> tuple[date, bool]:
        """Return the last of so many working days after an act, and whether it is provisional.

        The day of the act itself does not count.
        """
        return self._counted(day, count, day)

    def window(self, first: date, count: int) -> tuple[date, bool]:
        """Return the last day of a window of so many working days that counts its first day."""
        return self._counted(first - ONE_DAY, count, first)

    def between(self, first: date, last: date) -> int:
        """Count the working days from the first to the last day, both included."""
        length = max((last - first).days + 1, 0)
        return sum(self.is_workday(first + timedelta(days=step)) for step in range(length))

    def _counted(self, day: date, count: int, start: date) -> tuple[date, bool]:
        if count < 1:
            raise ValueError(count)
        while count:
            day += ONE_DAY
            count -= self.is_workday(day)
        return day, self.is_provisional(start, day)
