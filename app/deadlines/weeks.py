"""Reporting weeks: Monday to Sunday, numbered as ISO 8601 does (2026-W47)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from app.wording import N_

CODE = re.compile(r"(\d{4})-?W(\d{1,2})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Week:
    monday: date

    @classmethod
    def of(cls, day: date) -> "Week":
        """Return the week that a day lies in."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def parse(cls, code: str) -> "Week":
        """Return the week with a code such as 2026-W47; ValueError if there is none."""
        match = CODE.fullmatch(code.strip())
        if match is None:
            raise ValueError(N_("周次写作 2026-W47 这样的形式。"))
        return cls(date.fromisocalendar(int(match[1]), int(match[2]), 1))

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def year(self) -> int:
        """The year that the week is numbered in: that of its Thursday."""
        return self.monday.isocalendar().year

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def code(self) -> str:
        return f"{self.year}-W{self.number:02}"

    def shifted(self, weeks: int) -> "Week":
        return Week(self.monday + timedelta(weeks=weeks))

    def __contains__(self, day: date) -> bool:
        return self.monday <= day <= self.sunday
