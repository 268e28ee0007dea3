"""Lists inside a text: 1.…2.…, (1)…(2)…, ①…②…, 一是…二是…: cut where the count goes on."""

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.numerals import CHINESE, CIRCLES, number_of

STYLES: Final = (
    re.compile(r"[(（]\s*(\d{1,2})\s*[)）]\s*[、.．]?\s*"),
    re.compile(rf"[(（]\s*({CHINESE}{{1,3}})\s*[)）]\s*[、.．]?\s*"),
    re.compile(r"(?<![\d.．:年月\-－/])(\d{1,2})\s*(?:[、．]|[.](?=(?:19|20)\d\d年|[^\d]|$))\s*"),
    re.compile(r"(?<!\d)(?<![(（])(\d{1,2})[)）]\s*[、.．]?\s*"),
    re.compile(rf"([{''.join(CIRCLES)}])\s*[、.．]?\s*"),
    re.compile(rf"(?:(?<=[。；;，,：:\n\s])|^)({CHINESE}{{1,2}})、\s*"),
    re.compile(rf"(?:(?<=[。；;，,：:\n\s])|^)第({CHINESE}{{1,2}})[,，、]\s*"),
    re.compile(rf"(?:(?<=[。；;，,：:\n\s])|^)({CHINESE}{{1,2}})(?=是|要)是?"),
)
LONGEST: Final = 60_000
SENTENCE_END: Final = "。；;：:！!？?）)\n "


def enumerated(text: str) -> list[str]:
    """Return the members of the outermost list, without their numbers; nothing if there is none."""
    spots = _spots(text[:LONGEST])
    if not spots:
        return []
    ends = [first for first, _ in spots[1:]] + [len(text)]
    return [text[last:end].strip() for (_, last), end in zip(spots, ends, strict=True)]


def lead_in(text: str) -> str:
    """Return what stands before the list: 到2025年完成下列工作:."""
    spots = _spots(text[:LONGEST])
    return text[: spots[0][0]].strip() if spots else text


def _spots(text: str) -> Sequence[tuple[int, int]]:
    runs = [run for style in STYLES if (run := _run(text, style))]
    return min(runs, key=lambda run: run[0][0]) if runs else []


def _run(text: str, style: re.Pattern[str]) -> list[tuple[int, int]]:
    """Follow one style from 1 upwards; numbers out of turn belong to the text."""
    found: list[tuple[int, int]] = []
    for match in style.finditer(text):
        fits = number_of(match[1]) == len(found) + 1
        if fits and (not found or _ends_before(text, match.start())):
            found.append((match.start(), match.end()))
    return found if found and (len(found) > 1 or found[0][0] == 0) else []


def _ends_before(text: str, position: int) -> bool:
    """A later number stands after the end of a sentence, or after a blank."""
    return text[position - 1] in SENTENCE_END or text[position] in "(（①②③④⑤⑥⑦⑧⑨⑩"
