"""A case of several issues: each with its text, verdict, handling and units."""

# a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from app.intake.parsing.cases.verdicts import last_verdict, shared_verdict
from app.intake.parsing.numerals import CHINESE, number_of
from app.intake.parsing.remembered import read_units

OPENED: Final = r"(?:^|(?<=[。；;\n\s,，：:”\"]))"
MARKERS: Final = tuple(
    re.compile(OPENED + pattern)
    for pattern in (
        rf"(?:(?:反映|举报)?问题|第)\s*(?P<n>\d{{1,2}}|{CHINESE}{{1,3}})(?:个问题|(?=[:：、.，,]|(?:基本|部分|不)?属实))\s*[:：、.，,]?\s*",
        rf"(?P<n>{CHINESE}{{1,3}})、\s*",
        rf"[(（](?P<n>{CHINESE}{{1,3}}|\d{{1,2}})[)）]\s*",
        r"(?P<n>\d{1,2})[.．、](?!\d)\s*",
        r"(?P<n>[①-⑳])\s*",
        rf"(?P<n>{CHINESE}{{1,2}})是(?!否)\s*",
    )
)
"""Ways to number issues, the most telling ones first."""
FIRST: Final = re.compile(r"(?:(?<!\d)1|一)[)）:：、.．,，是]|(?:第|问题)[1一]|①")
"""The first number of every list; most texts have none."""
TOPIC: Final = re.compile(r"(?:关于|针对|反映|举报)?[“\"]?(.{1,60}?)[”\"]?(?:的)?问题")
UNITS: Final = re.compile(
    r"[(（](?:牵头|主要)?(?:责任|承办|办理|整改|主办)(?:单位|部门|主体)[:：]([^()（）]{2,120})[)）]"
)
LEAST: Final = 2


def read_issues(
    content: str | None, investigation: str | None, handling: str | None
) -> list[dict[str, Any]]:
    """Return the issues of a case; none for a case of one."""
    items = _numbered(content, lambda parts: _is_first(content or "", parts))
    sections = _numbered(
        investigation,
        lambda parts: len(parts) == len(items) or all(map(_is_answer, parts)),
    )
    if not items and not sections:
        return []
    if items and len(items) != len(sections):
        sections = [""] * len(items)
    deeds = _numbered(handling, lambda parts: len(parts) == (len(items) or len(sections)))
    return _issues(items or list(map(_topic, sections)), sections, deeds, investigation or "")


def _issues(
    texts: Sequence[str], sections: Sequence[str], deeds: Sequence[str], whole: str
) -> list[dict[str, Any]]:
    said = [last_verdict(section) for section in sections]
    shared = None if any(said) else shared_verdict(whole, len(texts))
    return [
        {
            "text": text.strip(" \n;；。,，"),
            "pollution_types": [],
            "substantiated": verdict or shared,
            "handling": handling.strip(" \n;；") or None,
            "units": _units(section),
        }
        for text, section, verdict, handling in zip(
            texts, sections, said, deeds or [""] * len(texts), strict=True
        )
    ]


def _numbered(text: str | None, fits: Callable[[list[str]], bool]) -> list[str]:
    """Cut a text at the first kind of numbers that runs 1, 2, 3 and whose parts fit."""
    for marker in MARKERS if text and FIRST.search(text) else ():
        parts = _cut(marker, text or "")
        if len(parts) >= LEAST and fits(parts):
            return parts
    return []


def _cut(marker: re.Pattern[str], text: str) -> list[str]:
    starts: list[re.Match[str]] = []
    for match in marker.finditer(text):
        if number_of(match["n"]) == len(starts) + 1:
            starts.append(match)
    ends = [*(match.start() for match in starts[1:]), len(text)]
    return [text[match.end() : end] for match, end in zip(starts, ends, strict=False)]


def _is_first(content: str, parts: Sequence[str]) -> bool:
    """The list is what the complaint says, not a part of its last sentence."""
    return len("".join(parts)) * LEAST >= len(content) and all(part.strip() for part in parts)


def _is_answer(section: str) -> bool:
    """It says what it is about, or whether that is so."""
    return (bool(TOPIC.match(section)) and section.lstrip('“"')[:2] in ABOUT) or bool(
        last_verdict(section)
    )


ABOUT: Final = ("关于", "针对", "反映", "举报")


def _topic(section: str) -> str:
    found = TOPIC.match(section)
    return found[1] if found else re.split(r"[。,，]", section, maxsplit=1)[0]


def _units(section: str) -> list[str]:
    named = UNITS.search(section)
    return [each.name for each in read_units(named[1]).units] if named else []
