"""Paragraphs that hold several tasks, 任务1:… 时限:… 任务2:… 时限:…: cut where each begins."""

import re
from collections.abc import Iterator
from typing import Final

from app.intake.parsing.lines import Paragraph
from app.intake.parsing.markers import Kind, Marker, read_marker
from app.intake.parsing.numerals import CHINESE, arabic
from app.intake.parsing.pieces import LONG_TEXT, labels_in
from app.intake.parsing.walking import CORE

SHORTEST: Final = 24
NUMBER: Final = rf"(\d{{1,3}}|{CHINESE}{{1,4}})"
BEFORE: Final = r"(?<=[\s。；;])"


def apart(paragraph: Paragraph) -> list[Paragraph]:
    """Return the tasks of a paragraph, each as a paragraph of the same line."""
    text = paragraph.text
    if not SHORTEST <= len(text) <= LONG_TEXT:
        return [paragraph]
    marker = read_marker(text)
    spots = _counted(text, marker) if marker else _repeated(text)
    ends = [*spots, len(text)]
    parts = [text[first:last].strip() for first, last in zip([0, *spots], ends, strict=True)]
    return [Paragraph(part, paragraph.lines) for part in parts]


def _counted(text: str, marker: Marker) -> list[int]:
    """Where the number that begins the text goes on."""
    if not marker.number.isdecimal():
        return []
    numbers = list(_numbers(text, marker))
    if marker.kind is Kind.TASK or not numbers:
        return _in_turn(numbers, int(marker.number))
    return _before_labels(text, numbers, int(marker.number))


def _numbers(text: str, marker: Marker) -> Iterator[tuple[int, str]]:
    """Yield position and value of each number printed like the first one."""
    head = text[: len(text) - len(marker.rest)].rstrip()
    printed = re.search(NUMBER, head)
    if printed is None or not marker.rest:
        return
    before, after = head[: printed.start()], head[printed.end() :]
    pattern = re.compile(f"{BEFORE}{re.escape(before)}{NUMBER}{re.escape(after)}(?!\\d)")
    for match in pattern.finditer(text, len(head)):
        yield match.start(), arabic(match[1])


def _in_turn(numbers: list[tuple[int, str]], number: int) -> list[int]:
    spots = []
    for spot, value in numbers:
        if value == str(number + 1):
            number += 1
            spots.append(spot)
    return spots


def _before_labels(text: str, numbers: list[tuple[int, str]], number: int) -> list[int]:
    """The last number in turn before a label comes again: those before it count measures."""
    spots: list[int] = []
    seen: set[str] = set()
    for start, _, name, field in labels_in(text):
        if field not in CORE:
            continue
        if name in seen:
            last = spots[-1] if spots else 0
            fitting = [spot for spot, value in numbers if value == str(number + 1)]
            between = [spot for spot in fitting if last < spot < start]
            if not between:
                return []
            spots.append(between[-1])
            number, seen = number + 1, set()
        seen.add(name)
    return spots


def _repeated(text: str) -> list[int]:
    """Without numbers: where the label that begins the text comes again, with others between."""
    found = list(labels_in(text))
    if not found or found[0][0] != 0 or found[0][3] not in CORE:
        return []
    spots = [start for start, _, name, _ in found[1:] if name == found[0][2]]
    return spots if spots and len(found) > 2 * len(spots) else []
