"""Dates put in order: which year they mean, which two make a range, which stand open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.deadlines.phrases.dates import Found

LINK = re.compile(r"(?:起|开始)?,?[-—–―~至到]+")
OPENING = re.compile(r"起|开始|以来|始")
LONGEST_MONTH = 31
LEAP_YEAR = 2024
"""Tells impossible days from missing years."""
FOLLOWING_YEARS = frozenset("次翌同当")


@dataclass(frozen=True)
class Stretch:
    """The days that a date stands for; both None where the year is not known."""

    first: date | None = None
    last: date | None = None
    unclear: bool = False
    is_range: bool = False
    is_open: bool = False


class NoSuchDayError(ValueError):
    """The phrase names a day that does not exist."""


def stretches(text: str, found: Sequence[Found], year: int | None) -> list[Stretch]:
    """Return what the dates stand for, ranges joined; raise NoSuchDayError."""
    joined: list[Stretch] = []
    known: int | None = None
    for place, (named, linked) in enumerate(_linked(text, found)):
        each = _in_same_month(named, found[place - 1]) if linked else named
        stretch = _resolved(each, known, year, linked=linked)
        known = each.year or (stretch.last.year if stretch.last else known)
        if joined and (linked or joined[-1].is_open):
            stretch = _spanning(joined.pop(), stretch)
        following = found[place + 1].start if place + 1 < len(found) else len(text)
        opening = OPENING.match(text, each.end, following)
        joined.append(replace(stretch, is_open=bool(opening) and not stretch.is_range))
    return joined


def _linked(text: str, found: Sequence[Found]) -> Iterator[tuple[Found, bool]]:
    """Pair each date with whether a dash or 至 ties it to the one before."""
    end: int | None = None
    for each in found:
        yield each, end is not None and LINK.fullmatch(text, end, each.start) is not None
        end = each.end


def _in_same_month(each: Found, before: Found) -> Found:
    """Read the end of 6月1日至15日 as a day in June."""
    if not _is_day_alone(each) or not before.has("month"):
        return each
    return replace(each, kind="month", parts=each.parts | {"month": before.parts["month"]})


def _resolved(each: Found, known: int | None, year: int | None, *, linked: bool) -> Stretch:
    stated, carried = each.year, known is not None and _follows(each, linked=linked)
    meant = stated or _meant(each, known or year)
    days = each.days(meant or LEAP_YEAR)
    if days is None and not _may_exist(each):
        raise NoSuchDayError
    unclear = each.unclear or not (stated or carried)
    if meant is None or days is None:
        return Stretch(unclear=True)
    return Stretch(*days, unclear=unclear)


def _is_day_alone(each: Found) -> bool:
    return each.kind == "unknown" and each.has("day")


def _may_exist(each: Found) -> bool:
    """Whether a day of a month that is not named can be meant: 15日, but not 32日."""
    return each.kind == "unknown" and each.number("day") <= LONGEST_MONTH


def _follows(each: Found, *, linked: bool) -> bool:
    """Whether the year is certain from the date before: the end of a range, or 次年."""
    return linked or each.parts.get("told", "")[:1] in FOLLOWING_YEARS


def _meant(each: Found, year: int | None) -> int | None:
    if year is None:
        return None
    return year + 1 if each.parts.get("told", "")[:1] in {"明", "次", "翌", "来"} else year


def _spanning(start: Stretch, end: Stretch) -> Stretch:
    if start.first and end.last and end.last < start.first:
        raise NoSuchDayError
    return Stretch(start.first, end.last, start.unclear or end.unclear, is_range=True)
