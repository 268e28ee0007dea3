"""Automatic numbers of Word, rebuilt: they are not in the text of the paragraph."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from app.intake.parsing.numerals import chinese
from app.intake.parsing.reading.xml import W

CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
PLACE: Final = re.compile(r"%(\d)")
CHINESE_FORMATS: Final = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "chineseLegalSimplified",
    }
)
ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LETTERS: Final = 26


@dataclass(frozen=True)
class Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""

    def label(self, value: int) -> str:
        return _formatted(self.format, value)


@dataclass
class Numbering:
    """The lists of a document and how far each has been counted."""

    levels: Mapping[str, Mapping[int, Level]]
    """By list (numId), then by level."""
    lists: Mapping[str, str]
    """numId to abstractNumId: lists over one abstract count on together."""
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, number_id: str, level: int) -> str:
        """Count one paragraph and return its label; empty for bullets and unknown lists."""
        levels = self.levels.get(number_id)
        if levels is None or level not in levels:
            return ""
        counted = self.counters.setdefault(self.lists[number_id], {})
        for deeper in [each for each in counted if each > level]:
            del counted[deeper]
        counted[level] = counted.get(level, levels[level].start - 1) + 1
        if levels[level].format in ("bullet", "none"):
            return ""
        return PLACE.sub(
            lambda match: _place(levels, counted, int(match[1]) - 1), levels[level].text
        )


def _place(levels: Mapping[int, Level], counted: Mapping[int, int], level: int) -> str:
    known = levels.get(level, Level())
    return known.label(counted.get(level, known.start))


def read_numbering(root: etree._Element | None) -> Numbering:
    if root is None:
        return Numbering({}, {})
    abstract = {
        each.get(f"{W}abstractNumId", ""): _levels(each) for each in root.iter(f"{W}abstractNum")
    }
    lists: dict[str, str] = {}
    levels: dict[str, Mapping[int, Level]] = {}
    for each in root.iter(f"{W}num"):
        link = each.find(f"{W}abstractNumId")
        number_id = each.get(f"{W}numId", "")
        target = "" if link is None else link.get(f"{W}val", "")
        overridden = _overrides(each)
        lists[number_id] = f"{target}/{number_id}" if overridden else target
        levels[number_id] = {**abstract.get(target, {}), **overridden}
    return Numbering(levels, lists)


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {_int(each.get(f"{W}ilvl"), 0): _level(each) for each in abstract.findall(f"{W}lvl")}


def _overrides(number: etree._Element) -> dict[int, Level]:
    """Whole levels replaced for one list; a bare restart keeps the abstract's level."""
    found = {}
    for override in number.findall(f"{W}lvlOverride"):
        level = override.find(f"{W}lvl")
        if level is not None:
            found[_int(override.get(f"{W}ilvl"), 0)] = _level(level)
    return found


def _level(each: etree._Element) -> Level:
    return Level(
        start=_int(_value(each, "start"), 1),
        format=_value(each, "numFmt") or "decimal",
        text=_value(each, "lvlText") or "",
    )


def _value(parent: etree._Element, name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(f"{W}val")


def _int(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default


def _formatted(name: str, value: int) -> str:
    if name in CHINESE_FORMATS:
        return chinese(value)
    if name.startswith("decimalEnclosedCircle") and 0 < value <= len(CIRCLED):
        return CIRCLED[value - 1]
    if name in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % LETTERS)
        return letter if name == "lowerLetter" else letter.upper()
    if name in ("lowerRoman", "upperRoman"):
        return _roman(value) if name == "lowerRoman" else _roman(value).upper()
    return f"{value:02d}" if name == "decimalZero" else str(value)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in ROMAN:
        while value >= worth and len(text) < LETTERS:
            text += sign
            value -= worth
    return text
