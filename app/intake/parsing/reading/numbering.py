"""Automatic numbers of Word, rebuilt: they are not in the text of the paragraph."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from app.intake.parsing.reading.number_formats import written
from app.intake.parsing.reading.xml import W

PLACE: Final = re.compile(r"%(\d)")
UNNUMBERED: Final = frozenset({"bullet", "none"})


@dataclass(frozen=True)
class Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level from which on this one begins anew: 0 for never, None for each one above."""
    legal: bool = False
    """All numbers in digits, whatever the levels above are written in."""

    def begins_anew(self, own: int, counted: int) -> bool:
        return own > counted and (self.restart is None or counted < self.restart)


@dataclass(frozen=True)
class ListNumber:
    """One list (numId) of a document."""

    counter: str
    """Lists over one abstract list count on together."""
    levels: Mapping[int, Level]
    restarts: Mapping[int, int] = field(default_factory=dict)
    """Levels that begin again with this list, and at which number."""


@dataclass
class Numbering:
    """The lists of a document and how far each has been counted."""

    lists: Mapping[str, ListNumber]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    met: set[tuple[str, int]] = field(default_factory=set)

    def next(self, number_id: str, level: int) -> str:
        """Count one paragraph and return its label; empty for bullets and unknown lists."""
        known = self.lists.get(number_id)
        if known is None or level not in known.levels:
            return ""
        counted = self.counters.setdefault(known.counter, {})
        for deeper in [each for each in counted if each in known.levels]:
            if known.levels[deeper].begins_anew(deeper, level):
                del counted[deeper]
        if level in known.restarts and (number_id, level) not in self.met:
            counted[level] = known.restarts[level] - 1
        self.met.add((number_id, level))
        own = known.levels[level]
        counted[level] = counted.get(level, own.start - 1) + 1
        if own.format in UNNUMBERED:
            return ""
        return PLACE.sub(lambda place: _said(known.levels, counted, own, place), own.text)


def _said(
    levels: Mapping[int, Level], counted: Mapping[int, int], own: Level, place: re.Match[str]
) -> str:
    level = int(place[1]) - 1
    known = levels.get(level, Level())
    return written("decimal" if own.legal else known.format, counted.get(level, known.start))


def read_numbering(root: etree._Element | None) -> Numbering:
    if root is None:
        return Numbering({})
    abstract = _abstract_lists(root)
    lists: dict[str, ListNumber] = {}
    for each in root.iter(f"{W}num"):
        target = _value(each, "abstractNumId") or ""
        number_id = each.get(f"{W}numId", "")
        replaced, restarts = _overrides(each)
        counter = f"{target}/{number_id}" if replaced else target
        levels = {**abstract.get(target, {}), **replaced}
        lists[number_id] = ListNumber(counter, levels, restarts)
    return Numbering(lists)


def _abstract_lists(root: etree._Element) -> dict[str, dict[int, Level]]:
    """Levels of each abstract list; one that only names a list style has the levels of that."""
    found: dict[str, dict[int, Level]] = {}
    styled: dict[str, dict[int, Level]] = {}
    linked: dict[str, str] = {}
    for each in root.iter(f"{W}abstractNum"):
        number = each.get(f"{W}abstractNumId", "")
        found[number] = levels = {
            _int(level.get(f"{W}ilvl"), 0): _level(level) for level in each.findall(f"{W}lvl")
        }
        if style := _value(each, "styleLink"):
            styled[style] = levels
        if style := _value(each, "numStyleLink"):
            linked[number] = style
    return found | {number: styled.get(style, {}) for number, style in linked.items()}


def _overrides(number: etree._Element) -> tuple[dict[int, Level], dict[int, int]]:
    """Levels that one list writes in its own way, and levels at which it begins again."""
    levels, restarts = {}, {}
    for override in number.findall(f"{W}lvlOverride"):
        depth = _int(override.get(f"{W}ilvl"), 0)
        level = override.find(f"{W}lvl")
        if level is not None:
            levels[depth] = _level(level)
        if (start := _value(override, "startOverride")) is not None:
            restarts[depth] = _int(start, 1)
    return levels, restarts


def _level(each: etree._Element) -> Level:
    restart = _value(each, "lvlRestart")
    return Level(
        start=_int(_value(each, "start"), 1),
        format=_value(each, "numFmt") or "decimal",
        text=_value(each, "lvlText") or "",
        restart=None if restart is None else _int(restart, 0),
        legal=each.find(f"{W}isLgl") is not None,
    )


def _value(parent: etree._Element, name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(f"{W}val")


def _int(text: str | None, default: int) -> int:
    return int(text[:9]) if text and text.isascii() and text.isdecimal() else default
