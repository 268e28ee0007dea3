"""Bulletins of cards and lamps: which unit got which card for which task."""

# a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.intake.parsing.lines import Paragraph
from app.intake.parsing.notices.facts import COMPOUND
from app.intake.parsing.numerals import arabic
from app.intake.parsing.remembered import read_units
from app.intake.parsing.result import ParsedItem
from app.intake.parsing.values import read_lamp

CARDS: Final = re.compile(
    r"(?P<lamp>[红黄蓝绿橙])(?:色)?(?:牌|灯|签)(?:预警|警告|警示|提醒)?[^:：,，。;；()（）]{0,10}(?:[(（][^()（）]{1,10}[)）])?\s*[:：]"
)
HEADING: Final = re.compile(r"[一二三四五六七八九十]{1,3}、")
TASK: Final = rf"第?\s*(?P<number>{COMPOUND})\s*(?:项|号)?(?:整改)?(?:任务|问题)?"
UNIT: Final = r"(?P<unit>[^,，、;；。:：()（）\d]{2,30}?)"
CARDED: Final = re.compile(
    rf"{UNIT}\s*[(（]\s*{TASK}\s*(?:[,，、;；]\s*(?P<rest>[^()（）]{{0,60}}))?[)）]"
)
LISTED: Final = re.compile(
    rf"{UNIT}\s*[:：]?\s*第\s*(?P<number>{COMPOUND})\s*(?:项|号)(?:整改)?(?:任务|问题)?"
    r"(?:[(（“\"](?P<problem>[^()（）“”\"]{2,60})[)）”\"])?(?:[,，]\s*(?P<rest>[^;；。\n]{0,60}))?(?=[;；。\n]|$)"
)
FURTHER: Final = re.compile(rf"第\s*({COMPOUND})\s*(?:项|号)(?:整改)?(?:任务|问题)?")
PERCENT: Final = re.compile(
    r"(?:完成|进度|比例|进展)[^,，;；\d]{0,8}(?P<percent>\d{1,3}(?:\.\d+)?\s*[%％])"
)


def carded_items(paragraphs: Sequence[Paragraph]) -> list[ParsedItem]:
    """Return a task for each 松湾区(第17项,累计2次) behind 黄牌, on its line or below it."""
    items: list[ParsedItem] = []
    lamp = ""
    for paragraph in paragraphs:
        heads = list(CARDS.finditer(paragraph.text))
        if not heads and HEADING.match(paragraph.text):
            lamp = ""
        spans = [(0, lamp), *((head.end(), head["lamp"]) for head in heads)]
        ends = [*(head.start() for head in heads), len(paragraph.text)]
        for (first, shown), end in zip(spans, ends, strict=True):
            if shown:
                items.extend(_carded(paragraph.text[first:end], shown, paragraph))
        lamp = spans[-1][1]
    return items


def _carded(text: str, lamp: str, paragraph: Paragraph) -> Iterator[ParsedItem]:
    found = list(CARDED.finditer(text))
    for match in found or LISTED.finditer(text):
        yield from _items(match, lamp, paragraph)


def _items(match: re.Match[str], lamp: str, paragraph: Paragraph) -> Iterator[ParsedItem]:
    """Yield one item for each number that stands with a unit."""
    lines = list(paragraph.lines)
    said = match["rest"] or ""
    percent = PERCENT.search(said)
    rest = PERCENT.sub("", FURTHER.sub("", said)).strip("、,，; ") or None
    for number in [match["number"], *FURTHER.findall(said)]:
        yield ParsedItem(
            number=arabic(number),
            problem=match.groupdict().get("problem"),
            responsible_units=list(read_units(match["unit"]).names()) or [match["unit"].strip()],
            percent=percent["percent"] if percent else None,
            lamp=read_lamp(lamp),
            remarks=rest,
            source=(lines[0], lines[-1]),
            raw={"lamp": f"{lamp}牌"},
            lines=dict.fromkeys(("number", "responsible_units", "lamp", "remarks"), lines),
        )
