"""Tasks that a notice or a letter names together: 第6项、第9项、第13项整改任务."""

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.lines import Paragraph
from app.intake.parsing.notices.facts import COMPOUND, read_recipients
from app.intake.parsing.notices.special import ADDRESSED, state_deadline
from app.intake.parsing.numerals import arabic
from app.intake.parsing.result import ParsedItem

TOGETHER: Final = re.compile(
    rf"第\s*{COMPOUND}\s*[项号]?(?:(?:、|和|及|,|，)\s*第?\s*{COMPOUND}\s*[项号]?)+(?:整改)?(?:任务|问题|项)?"
)
ONE: Final = re.compile(rf"(?:第|[、和及,，])\s*(?P<number>{COMPOUND})(?=\s*[项号、和及,，整任问])")
EACH: Final = re.compile(
    r"(?:完成|进度|比例|进展)[^,，。；;\d]{0,10}分别(?:为|达)?(?P<values>\d{1,3}(?:\.\d+)?\s*[%％](?:[、,，和]\d{1,3}(?:\.\d+)?\s*[%％])+)"
)
ASKED: Final = re.compile(r"请")
LEAST: Final = 2


def items_together(paragraphs: Sequence[Paragraph], year: int | None) -> list[ParsedItem]:
    """Return an item for each number, with what is said of all of them and of each in turn."""
    texts = [each.text for each in paragraphs]
    whole = "\n".join(texts)
    naming = [each for each in paragraphs if TOGETHER.search(each.text)][-1:]
    named = TOGETHER.search(naming[0].text) if naming else None
    numbers = [arabic(match["number"]) for match in ONE.finditer(named[0])] if named else []
    if len(numbers) < LEAST:
        return []
    asked = ADDRESSED.search(whole) or ASKED.search(whole)
    percents = _percents(whole, len(numbers))
    items = []
    for number, percent in zip(numbers, percents, strict=True):
        item = ParsedItem(number=number, percent=percent, source=_source(paragraphs))
        item.responsible_units = read_recipients(texts) if asked else []
        item.lines["number"] = list(naming[0].lines)
        state_deadline(item, whole, year)
        items.append(item)
    return items


def _percents(text: str, count: int) -> list[str | None]:
    match = EACH.search(text)
    values = re.findall(r"[\d.]+\s*[%％]", match["values"]) if match else []
    return list(values) if len(values) == count else [None] * count


def _source(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    lines = [line for each in paragraphs for line in each.lines]
    return min(lines), max(lines)
