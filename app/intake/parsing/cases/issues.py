"""A case of several issues: each with its text, verdict and units; the verdict of the whole."""

# a pattern in one line can be read; cut to the margin it cannot

import re
from typing import Any, Final

from app.intake.parsing.cases.values import verdict_of
from app.intake.parsing.remembered import read_units

SECTION: Final = re.compile(
    r"(?:^|(?<=[。；;\n\s]))(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))\s*"
    r"(?=关于|针对|反映|举报|“|\")"
)
TOPIC: Final = re.compile(r"(?:关于|针对|反映|举报)?[“\"]?(.{1,60}?)[”\"]?(?:的)?问题")
ITEM: Final = re.compile(
    r"(?:^|(?<=[;；。\n\s,，：:]))(?:\d{1,2}[.．、](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s*"
)
WORD: Final = r"(?:不属实|部分属实|基本属实|属实|不实)"
WHOLE: Final = re.compile(
    rf"(?:整体|总体|综合|该(?:信访|举报)?件|举报(?:内容|问题)|反映(?:的)?问题|信访(?:问题|件|内容))(?:定性|判定|认定|情况)?(?:为|是|:|：)?\s*({WORD})"
)
SINGLE: Final = re.compile(rf"(?<![一-龥]){WORD}(?![一-龥])|(?<=[。,，;；:：]){WORD}")
UNITS: Final = re.compile(
    r"[(（](?:牵头|主要)?(?:责任|承办|办理|整改|主办)(?:单位|部门|主体)[:：]([^()（）]{2,120})[)）]"
)
LEAST: Final = 2


def read_issues(content: str | None, investigation: str | None) -> list[dict[str, Any]]:
    """Return the issues of a case that was answered issue by issue; none for any other case."""
    sections = _cut(SECTION, investigation or "")
    items = _cut(ITEM, content or "")
    if len(sections) < LEAST:
        return []
    same = len(items) == len(sections)
    return [
        _issue(items[index] if same else _topic(section), section)
        for index, section in enumerate(sections)
    ]


def whole_verdict(investigation: str) -> str | None:
    """Return the verdict of a text: of the whole where it says so, else the only one it gives."""
    if found := WHOLE.findall(investigation):
        return verdict_of(found[-1])
    said = {verdict_of(word) for word in SINGLE.findall(investigation)}
    return said.pop() if len(said) == 1 else None


def _cut(pattern: re.Pattern[str], text: str) -> list[str]:
    starts = [match.span() for match in pattern.finditer(text)]
    if not starts:
        return []
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [text[begin:end].strip(" \n;；。") for (_, begin), end in zip(starts, ends, strict=True)]


def _topic(section: str) -> str:
    found = TOPIC.match(section)
    return found[1] if found else section.split("。", maxsplit=1)[0]


def _issue(text: str, section: str) -> dict[str, Any]:
    words = SINGLE.findall(section)
    named = UNITS.search(section)
    units = [each.name for each in read_units(named[1]).units] if named else []
    verdict = verdict_of(words[-1]) if words else None
    return {
        "text": text,
        "pollution_types": [],
        "substantiated": verdict,
        "handling": None,
        "units": units,
    }
