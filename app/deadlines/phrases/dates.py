"""Finding dates in a phrase, and the first and last day that each stands for."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

BLANK = "▯"
"""Stands in the rest of a phrase for each character that was understood."""

YEARS = range(1950, 2100)
PLAN_ENDS = {"二": 2015, "三": 2020, "四": 2025, "五": 2030}
TENTHS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
HALVES = {"上": (1, 6), "前": (1, 6), "下": (7, 12), "后": (7, 12)}

CUT_SHORT = r"(?!\d+(?:[月日号底末前./-]|$))"
"""No digits may follow that look like the next part of the same date."""
BEFORE = r"(?P<before>[之以]?前(?!期|三|\d))?"
EDGE = r"(?P<edge>[底尾]|末期?|终(?!端|点)|初(?!步)期?|中(?=[前完,;。)]|$))?"
OF_YEAR = (
    r"(?:(?:(?<!\d)(?P<year>\d{4}|\d{2})[年./-]|(?P<told>[今本当明次翌来同]年|次年))度?[,:]?)?"
)
SEASON = (
    r"汛|采暖|供暖|供热|取暖|春节|国庆|五一|元旦|中秋|端午|清明|两会|[春夏秋冬]季|秋冬|雨季|"
    r"[丰枯]水期|禁渔|封冻|上冻|入冬|春耕|秋收|暑[期假]|寒假|开学|高考|换届|进驻"
)
PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("vague", rf"(?:\d{{4}}年度?|今年|明年)?[^\d,;。、]{{0,4}}?(?:{SEASON})[^,;。、\d]{{0,4}}?"
         r"(?:[之以]?[前后]|期间|时|内|结束|来临|到来|末|底|$)"),
        ("plan", rf"十(?P<plan>[二三四五])五(?:规划|计划)?时?(?:期?(?P<edge>末期?|底|结束|收官|"
         rf"期间|以?内|初期?|中期?)|期?(?=$|[,;。)前完实]))[之以]?{BEFORE}"),
        ("day", r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?![\d年月日号])"),
        ("day", r"(?<!\d)(?P<year>\d{4})[-./年](?P<month>\d{1,2})[-./](?P<day>\d{1,2})日?(?!\d)"),
        ("month", rf"{OF_YEAR}(?<!\d)(?P<month>\d{{1,2}})月份?"
         rf"(?:(?P<day>\d{{1,2}})[日号]|(?P<tenth>[上中下])旬)?月?{EDGE}{BEFORE}{CUT_SHORT}"),
        ("quarter", rf"{OF_YEAR}(?:第|前|\d[-—~至到、])?(?<!\d)(?P<quarter>\d)个?季度{EDGE}{BEFORE}"),
        ("half", rf"{OF_YEAR}(?P<half>[上下前后])半年{EDGE}{BEFORE}"),
        ("month", r"(?<![\d.])(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})"
         rf"(?!\.?\d|[%万亿千百吨公米亩元个家座户立平处辆]|[/-]\d{{1,2}}(?!\d)){EDGE}{BEFORE}"),
        ("year", r"(?:(?<!\d)(?P<year>\d{4}|\d\d(?=年年?[底末]))年(?!月)"
         rf"|(?P<told>[今本当明次翌来同]年))度?年?{EDGE}{BEFORE}{CUT_SHORT}"),
        ("year", r"^(?P<year>(?:19|20)\d\d)(?P<bare>)$"),
        ("year", rf"(?<![\d半近往历])年(?:度?内|(?=[底末终初])){EDGE}{BEFORE}"),
        ("unknown", r"(?:[本当下次该]个?月份?(?:\d{1,2}[日号]|[上中下]旬)?|(?<![\d年])月(?=[底末]))"
         rf"(?:内|{EDGE}){BEFORE}"),
        ("day", rf"(?<![\d第])(?P<day>\d{{1,2}})(?:日(?![均常产处])|号(?=[之以]?前|$)){BEFORE}"),
    )
)  # fmt: skip
MUTILATED = re.compile(
    r"\d{5,}(?=[年月日号底末前]|$)|\d{3,}[月日号]|\d+[底末](?=前|$)|(?<!\d)\d{4}年|\d月\d|年\d+月|(?<![\d半近每])月\d+日"
)


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
        """Whether an office must settle what is meant: 5月前, 2025年前, 23年."""
        open_ended = self.has("before") and not self.has(
            "edge", "day", "tenth", "quarter", "half", "told"
        )
        short = len(self.parts.get("year", "")) == len("23") or "bare" in self.parts
        return open_ended or short

    @property
    def year(self) -> int | None:
        if self.has("plan"):
            return PLAN_ENDS[self.parts["plan"]]
        if not self.has("year"):
            return None
        stated = self.number("year")
        return stated + 2000 if len(self.parts["year"]) == len("23") else stated

    def days(self, year: int) -> tuple[date, date] | None:
        """Return the first and the last day meant in that year, or None if there is no such day."""
        if year not in YEARS:
            return None
        try:
            first, last = self._days(year)
        except (ValueError, IndexError):
            return None
        return (last if self.has("edge") else first), last

    def _days(self, year: int) -> tuple[date, date]:
        if self.has("quarter") and self.number("quarter") in range(1, 5):
            return _months(year, self.number("quarter") * 3 - 2, self.number("quarter") * 3)
        if self.has("half"):
            return _months(year, *HALVES[self.parts["half"]])
        if "month" not in self.parts and self.kind != "year" and self.kind != "plan":
            raise ValueError(self)
        if self.kind in {"year", "plan"}:
            return _months(year, 1, 12)
        return self._days_of_month(year, self.number("month"))

    def _days_of_month(self, year: int, month: int) -> tuple[date, date]:
        first, last = _months(year, month, month)
        if self.has("day"):
            first = last = date(year, month, self.number("day"))
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


def blanked(text: str, start: int, end: int) -> str:
    return text[:start] + BLANK * (end - start) + text[end:]


def is_mutilated(rest: str) -> bool:
    """Whether what is left over looks like a date that lost some of its characters."""
    return MUTILATED.search(rest) is not None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
