"""Finding dates in a phrase, and the first and last day that each stands for."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

from app.deadlines.phrases.grammar import MUTILATED, PATTERNS

BLANK = "▯"
"""Stands in the rest of a phrase for each character that was understood."""

YEARS = range(1950, 2100)
PLAN_ENDS = {"二": 2015, "三": 2020, "四": 2025, "五": 2030}
TENTHS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
HALVES = {"上": (1, 6), "前": (1, 6), "下": (7, 12), "后": (7, 12)}
CLOSED_BY = ("edge", "day", "tenth", "quarter", "half", "told")
"""Parts beside which 前 leaves no doubt whether the named time itself still counts."""


@dataclass(frozen=True)
class Found:
    """A date as it stands in a phrase, before anybody asks which year is meant."""

    kind: str
    start: int
    end: int
    parts: dict[str, str] = field(default_factory=dict)

    def has(self, *names: str) -> bool:
        return any(self.parts.get(name) for name in names)

    def number(self, name: str) -> int:
        return int(self.parts.get(name) or 0)

    @property
    def vague(self) -> bool:
        """Whether it names a time without an end: a season, the beginning or middle of a year."""
        return self.kind == "vague" or self.parts.get("edge", "")[:1] in {"初", "中"}

    @property
    def unclear(self) -> bool:
        """Whether an office must settle what is meant: 5月前, 2025年前, 23年, a bare 2025."""
        return (
            (self.has("before") and not self.has(*CLOSED_BY))
            or self._two_digits
            or "bare" in self.parts
        )

    @property
    def is_bare_year(self) -> bool:
        return self.kind == "year" and self.has("year") and not self.has("edge", "before")

    @property
    def year(self) -> int | None:
        if self.has("plan"):
            return PLAN_ENDS[self.parts["plan"]]
        stated = self.number("year")
        return stated + 2000 * self._two_digits if self.has("year") else None

    @property
    def _two_digits(self) -> bool:
        return len(self.parts.get("year", "")) == len("23")

    def days(self, year: int) -> tuple[date, date] | None:
        """Return the first and the last day meant in that year, or None if there are none."""
        try:
            first, last = self._months_of(year) if year in YEARS else (None, None)
        except (ValueError, KeyError):
            return None
        if first is None or last is None:
            return None
        return (last if self.has("edge") else first), last

    def _months_of(self, year: int) -> tuple[date, date]:
        if self.kind == "quarter":
            return _months(year, self.number("quarter") * 3 - 2, self.number("quarter") * 3)
        if self.kind == "half":
            return _months(year, *HALVES[self.parts["half"]])
        if self.kind in {"year", "plan"}:
            return _months(year, 1, 12)
        return self._part_of_month(*_months(year, self.number("month"), self.number("month")))

    def _part_of_month(self, first: date, last: date) -> tuple[date, date]:
        if self.has("day"):
            day = first.replace(day=self.number("day"))
            return day, day
        if self.has("tenth"):
            from_day, to_day = TENTHS[self.parts["tenth"]]
            return first.replace(day=from_day), last.replace(day=min(to_day, last.day))
        return first, last


def find_dates(text: str) -> tuple[list[Found], str]:
    """Return the dates in the order of the text, and the text with them blanked out."""
    found: list[Found] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            parts = {name: part for name, part in match.groupdict().items() if part is not None}
            found.append(Found(kind, match.start(), match.end(), parts))
            text = blanked(text, *match.span())
    return sorted(found, key=lambda each: each.start), text


def without_frames(found: list[Found]) -> list[Found]:
    """Leave out a year that only frames a date in it: 2023年6月底前完成2023年度任务."""
    exact = {each.year for each in found if not each.is_bare_year}
    return [each for each in found if not (each.is_bare_year and each.year in exact)]


def blanked(text: str, start: int, end: int) -> str:
    return text[:start] + BLANK * (end - start) + text[end:]


def is_mutilated(rest: str) -> bool:
    """Whether what is left over looks like a date that lost some of its characters."""
    return MUTILATED.search(rest) is not None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    if not 1 <= first <= last <= 12:  # noqa: PLR2004  # months of a year
        raise ValueError(first, last)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
