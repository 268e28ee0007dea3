"""Quantified targets in running text: 到2025年,清洁取暖率达到52%以上."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from app.intake.parsing.dates import date_before, dates_before
from app.intake.parsing.indicator_words import (
    AT_LEAST,
    AT_MOST,
    BUILT,
    CHANGES,
    DONE,
    FEWEST,
    FORBIDDING,
    FULL,
    LISTED,
    NAMED,
    NOT_A_NAME,
    PREFIX,
    SCOPE,
    SHARE,
    SIGNS,
    SUFFIX,
)
from app.intake.parsing.numerals import number_of
from app.intake.parsing.result import Indicator

SENTENCE: Final = re.compile(r"[^。！!\n]+")
CLAUSES: Final = re.compile(r"[^；;]+")
DEED_PATTERNS: Final = (DONE, BUILT, LISTED)
LEAST_NAME: Final = 2
SINGLE: Final = 1
NEAR: Final = 10


def read_indicators(text: str, due_on: date | None = None) -> list[Indicator]:
    """Return the targets in a text; a clause without a date takes the one before it."""
    found: list[Indicator] = []
    for sentence in SENTENCE.finditer(text):
        when = due_on
        for clause in CLAUSES.finditer(sentence[0]):
            found.extend(_in_clause(_in_digits(clause[0]), when))
            when = date_before(clause[0], len(clause[0])) or when
    return found


def _in_digits(text: str) -> str:
    """两个以上 and 至少一个 are numbers."""
    for pattern in (FEWEST, AT_LEAST):
        text = pattern.sub(
            lambda match: match[0].replace(match["n"], str(number_of(match["n"]))), text
        )
    return text


def _in_clause(clause: str, due_on: date | None) -> list[Indicator]:
    taken: list[tuple[int, int, Indicator]] = []
    if not any(char.isdigit() for char in clause):
        return []
    for pattern in (NAMED, SHARE, FULL, LISTED, DONE, BUILT):
        for match in pattern.finditer(clause):
            first, last = match.start("value"), match.end()
            if any(first < end and start < last for start, end, _ in taken) or _forbidden(match):
                continue
            taken.extend((first, last, each) for each in _indicators(match, due_on))
    taken.sort(key=lambda each: each[0])
    return _shares([indicator for _, _, indicator in taken])


def _shares(found: list[Indicator]) -> list[Indicator]:
    """占耕地面积80% is a share of what was named before it."""
    named: list[Indicator] = []
    for each in found:
        if each.name.startswith("占") and named:
            each = replace(each, name=named[-1].name + each.name)  # noqa: PLW2901  # its full name
        named.append(each)
    return named


def _forbidden(match: re.Match[str]) -> bool:
    """不再新建40蒸吨以下锅炉 forbids, 500吨以上的企业 is a group; a deed's count needs a unit."""
    if match.re in DEED_PATTERNS and not match["unit"]:
        return True
    if match["beyond"] and SCOPE.match(match.string, match.end("beyond")):
        return True
    before = match.string[max(0, match.start() - 4) : match.start()] + match[0][:NEAR]
    return FORBIDDING.search(before) is not None


def _indicators(match: re.Match[str], due_on: date | None) -> Iterator[Indicator]:
    groups = match.groupdict()
    name, unit = _name(groups["name"]), _unit(groups)
    if _is_date(match) or len(name) < LEAST_NAME or NOT_A_NAME.search(name):
        return
    values = [groups["value"], *re.findall(r"\d+(?:\.\d+)?", groups.get("more") or "")]
    days = dates_before(match.string, match.start("value"))
    names, whens = _shared(name, len(values)), [days[-1] if days else due_on] * len(values)
    if len(set(names)) == SINGLE < len(values) == len(days):
        whens = list(days)
    verb = groups.get("verb") or ""
    direction = verb if verb in CHANGES and not name.endswith(verb) else ""
    text = match[0].lstrip("、,， ")
    for each, value, when in zip(names, values, whens, strict=False):
        sign = _comparison(groups, match)
        yield from _bounds(
            Indicator(each + direction, sign, _value(value), unit, when, text), groups
        )


def _bounds(indicator: Indicator, groups: dict[str, str | None]) -> Iterator[Indicator]:
    """控制在30至35 is two targets: no less, no more."""
    if low := groups.get("low"):
        yield replace(indicator, comparison=">=", value=_value(low))
        yield replace(indicator, comparison="<=")
    else:
        yield indicator


def _is_date(match: re.Match[str]) -> bool:
    """2025年 after a verb is a date, not a value."""
    following = match.string[match.end("value") : match.end("value") + 2].lstrip()
    return following[:1] in ("年", "月", "日", "号", "时") and not match["unit"]


def _shared(name: str, count: int) -> list[str]:
    """甲、乙重点工程减排量 is two names over one tail, where two values follow."""
    parts = re.split(r"[、和及]", name)
    if count == SINGLE or len(parts) != count:
        return [name] * count
    tail = re.search(r"(?:重点|排放|减排|总量|浓度|比例|工程|面积|排放强度).*$", parts[-1])
    return [*(part + (tail[0] if tail else "") for part in parts[:-1]), parts[-1]]


def _name(text: str) -> str:
    name = PREFIX.sub("", text.strip()).strip("、,， ")
    return _balanced(SUFFIX.sub("", name))


def _balanced(name: str) -> str:
    """Drop a quotation mark whose other half is not in the name."""
    if name.count("“") != name.count("”") or name.count('"') % 2:
        return name.strip('“”"')
    return name


def _unit(groups: dict[str, str | None]) -> str:
    unit = (groups.get("unit") or "").replace("％", "%")
    per = groups.get("per")
    return f"{unit}/{per}" if per else unit


def _value(text: str | None) -> float:
    value = float(text or 0)
    return int(value) if value.is_integer() else value


def _comparison(groups: dict[str, str | None], match: re.Match[str]) -> str:
    """What follows the figure wins over the verb before it; a deed is done at least so often."""
    beyond = groups.get("beyond")
    verb = groups.get("verb") or ""
    if beyond == "左右":
        return "="
    if beyond and verb not in CHANGES:
        return "<=" if beyond in AT_MOST else ">="
    if match.re in DEED_PATTERNS:
        return ">="
    return SIGNS.get(verb, "=")
