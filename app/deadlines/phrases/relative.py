"""Deadlines counted from an event: 方案批复后18个月内."""

import re
from dataclasses import dataclass
from math import ceil

UNIT = r"(?P<unit>个?工作日|个?自然日|个?日历日|日|天|个月|个半月|周|个?星期|个?季度|年|个?小时)"
LASTING = re.compile(
    rf"(?<![\d年月.\-/第])(?:(?P<number>\d{{1,3}})|半){UNIT}(?:[之以]?内|(?<=工作日))"
    rf"|(?<=后)(?P<later>\d{{1,3}}){UNIT.replace('unit', 'later_unit')}(?![底末前])"
)
EVENT = re.compile(
    r"[^,;。:或]*(?:起|后|之日|日|以来|批复|印发|下达|下发|交办|收到|通过|公布|发布|开工|竣工|验收|反馈)$"
)
MONTHS = {"个月": 1, "季度": 3, "年": 12}
DAYS = {"日": 1, "天": 1, "周": 7, "星期": 7}
HALVES = {"年": (6, "months"), "个月": (15, "days")}
HOURS_A_DAY = 24


@dataclass(frozen=True)
class Lapse:
    """So many days, working days or months after an event, which may not be named."""

    amount: int
    unit: str
    base: str | None
    start: int
    end: int


def find_lapse(text: str) -> Lapse | None:
    """Return the last such deadline in the phrase."""
    found = list(LASTING.finditer(text))
    if not found:
        return None
    match = found[-1]
    amount, unit = _measured(match)
    event = EVENT.search(text[: match.start()])
    base = event[0].lstrip("(▯") if event else ""
    return Lapse(amount, unit, base or None, match.start() - len(base), match.end())


def _measured(match: re.Match[str]) -> tuple[int, str]:
    word = match["unit"] or match["later_unit"]
    number = match["number"] or match["later"]
    if number is None:
        return HALVES.get(word, (1, "days"))
    return _counted(int(number), word)


def _counted(number: int, word: str) -> tuple[int, str]:
    if word.endswith("工作日"):
        return number, "working_days"
    if word.endswith("小时"):
        return ceil(number / HOURS_A_DAY), "days"
    months = next((length for name, length in MONTHS.items() if word.endswith(name)), None)
    if months is not None:
        return number * months, "months"
    return number * next(length for name, length in DAYS.items() if word.endswith(name)), "days"
