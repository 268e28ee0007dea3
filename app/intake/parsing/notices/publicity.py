"""The publicity window of a notice: both ends counted, in natural or in working days."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from app.calendars.drafts import earlier_years, known_years
from app.calendars.vocabulary import DayKind
from app.deadlines.windows import Claim, DayCount, Verdict, judge
from app.deadlines.workdays import Workdays
from app.intake.parsing.amounts import half_width
from app.intake.parsing.numerals import CHINESE, number_of

NAMED: Final = re.compile(r"公\s*示|公告期|征求意见期")
DATE: Final = r"(?:(?P<y{0}>\d{{4}})\s*年\s*(?P<m{0}>\d{{1,2}})\s*月\s*(?P<d{0}>\d{{1,2}})\s*[日号]?|(?P<yy{0}>\d{{4}})\s*[-./]\s*(?P<mm{0}>\d{{1,2}})\s*[-./]\s*(?P<dd{0}>\d{{1,2}})|(?P<mmm{0}>\d{{1,2}})\s*月\s*(?P<ddd{0}>\d{{1,2}})\s*[日号]?|(?P<dddd{0}>\d{{1,2}})\s*[日号])"
CLOCK: Final = r"(?:\s*\d{1,2}[:：时]\d{0,2}分?)?"
RANGE: Final = re.compile(
    DATE.format("a")
    + CLOCK
    + r"\s*(?:起|开始)?\s*[,，]?\s*(?:至|到|止于|—+|–|－|-|~|～)\s*"
    + DATE.format("b")
)
SINGLE: Final = re.compile(DATE.format("a"))
UNIT: Final = r"(?P<unit>个?\s*(?:工作日|自然日|日历日)|天|日(?![前内]))"
CLAIMED: Final = re.compile(
    rf"(?:公示期?(?:间|限|时间|时限|天数)?(?:为|共|[:：])?|共计?|为期|期限?(?:为|[:：])|时间(?:为|[:：])|合计|[(（,，]|日)\s*(?:为期|共计?)?\s*(?P<n>\d{{1,3}}|{CHINESE}{{1,4}})\s*{UNIT}(?!内|前|以)"
)
ANNOUNCED: Final = re.compile(
    rf"(?:公示|发布|公布|公告)+之日起\s*(?:的)?(?:公示)?(?P<n>\d{{1,3}}|{CHINESE}{{1,4}})\s*{UNIT}"
)
START: Final = re.compile(
    r"(?:公示(?:时间|日期|期间|期限?|开始时间|起始时间|起始日期)\s*(?:[:：]|为|自|从)*|自|从)\s*"
    + DATE.format("a")
)
END: Final = re.compile(
    r"(?:公示)?(?:至|截止(?:到|至|时间|日期)?(?:为|[:：])?|截至)\s*" + DATE.format("a")
)
WORKING: Final = DayCount.WORKING.value
NATURAL: Final = DayCount.NATURAL.value


@dataclass(frozen=True)
class Publicity:
    first: date | None
    last: date | None
    claimed: int | None
    unit: str | None
    counted: int | None
    sufficient: bool | None
    provisional: bool = False
    """A year of the window has no calendar of working days yet."""

    def to_json(self) -> dict[str, Any]:
        content = asdict(self)
        provisional = content.pop("provisional")
        return {
            "from": _iso(content.pop("first")),
            "to": _iso(content.pop("last")),
            **content,
            **({"provisional": True} if provisional else {}),
        }


def read_publicity(texts: Sequence[str], year: int | None = None) -> Publicity | None:
    """Return the window that the texts of a notice state; None where they state none."""
    plain = [half_width(text) for text in texts if NAMED.search(text)]
    windows = [found for text in plain if (found := _window(text, year)) != (None, None)]
    claims = [claim for text in plain if (claim := _claim(text))]
    if not windows and not claims:
        return None
    first, last = (
        next((each for each in windows if each[1]), windows[0]) if windows else (None, None)
    )
    claimed, unit = claims[0] if claims else (None, None)
    return _counted(first, last, claimed, unit)


def states_window(text: str) -> bool:
    """Whether a text names the publicity and its dates or its length."""
    return read_publicity([text], 2000) is not None


def _counted(
    first: date | None, last: date | None, claimed: int | None, unit: str | None
) -> Publicity:
    kind = DayCount(unit) if unit else None
    found = judge(Claim(first, last, claimed, kind), known_workdays())
    decided = claimed is not None and found.verdict is not Verdict.UNDECIDABLE
    sufficient = found.verdict is not Verdict.TOO_SHORT if decided else None
    return Publicity(first, last, claimed, unit, found.counted, sufficient, found.provisional)


@lru_cache(maxsize=1)
def known_workdays() -> Workdays:
    years = [*earlier_years(), *known_years()]
    days = [day for year in years for day in year.days]
    return Workdays(
        off=frozenset(day.day for day in days if day.kind is DayKind.OFF),
        made_up=frozenset(day.day for day in days if day.kind is DayKind.MADE_UP),
        years=frozenset(year.year for year in years),
    )


def _window(text: str, year: int | None) -> tuple[date | None, date | None]:
    if match := RANGE.search(text):
        first = _date(match, "a", None, year)
        last = _date(match, "b", first, year)
        if first and last and last < first and not (match["yb"] or match["yyb"]):
            last = last.replace(year=last.year + 1)
        return first, last
    start, end = START.search(text), END.search(text)
    return (
        _date(start, "a", None, year) if start else None,
        _date(end, "a", None, year) if end else None,
    )


def _date(match: re.Match[str], end: str, before: date | None, year: int | None) -> date | None:
    """Read a date; the second one of a range takes year and month from the first."""
    found = match.groupdict()
    years = found[f"y{end}"] or found[f"yy{end}"] or (before.year if before else year)
    month = found[f"m{end}"] or found[f"mm{end}"] or found[f"mmm{end}"]
    month = month or (before.month if before else None)
    day = found[f"d{end}"] or found[f"dd{end}"] or found[f"ddd{end}"] or found[f"dddd{end}"]
    try:
        return date(int(years or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None


def _claim(text: str) -> tuple[int, str] | None:
    """Return the length that a text claims, in the words nearest to 公示."""
    start = NAMED.search(text)
    first = start.start() if start else 0
    for match in [*CLAIMED.finditer(text, first), *ANNOUNCED.finditer(text)]:
        value = number_of(match["n"])
        if value:
            return value, WORKING if "工作日" in match["unit"] else NATURAL
    return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
