"""The text of a letter set in lines, and the lines in pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reports.breaking import break_lines
from reports.fonts import naming
from reports.letter.content import Letter
from reports.letter.page import (
    BODY,
    COPY,
    EM,
    FIRST_BASELINE,
    HEADING,
    LEFT,
    LINES,
    LOWEST_FIRST,
    MEASURE,
    PITCH,
    RIGHT,
    seal,
)
from reports.pen import Pen, Style

INDENT = "　　"


@dataclass(frozen=True)
class Line:
    """One line of the grid and how it is drawn, given its baseline."""

    draw: Callable[[Pen, float], None]
    kept: bool = False
    """It stays on one page with the line after it."""


def body_lines(pen: Pen, letter: Letter) -> list[Line]:
    lines = _set(pen, letter.addressed, "主送", BODY) if letter.recipients else []
    for place, (level, text) in enumerate(letter.body, start=1):
        style = HEADING if level == 1 else BODY
        for line in _set(pen, INDENT + text, f"正文第{place}段", style):
            lines.append(Line(line.draw, kept=level == 1))
    return lines


def closing_lines(pen: Pen, letter: Letter) -> list[Line]:
    """Attachments, signature, date and contact, which are not parted."""
    lines = [_blank(), *_attachments(pen, letter)] if letter.attachments else []
    with naming("落款"):
        name, day = pen.width(letter.head, BODY), pen.width(letter.day, BODY)
    right = RIGHT - (4 * EM if name <= day + 8 * EM else 0)
    middle = right - (day if name <= day + 8 * EM else name) / 2
    lines += [
        _blank(),
        _blank(),
        Line(lambda pen, y: pen.centre(middle, y, letter.head, BODY)),
        Line(lambda pen, y: _dated(pen, (middle, y), letter)),
    ]
    if letter.contact:
        lines += [_blank(), *_set(pen, f"{INDENT}（{letter.contact}）", "联系人", BODY)]
    return lines


def copy_lines(pen: Pen, letter: Letter) -> tuple[str, ...]:
    if not letter.copies:
        return ()
    with naming("抄送"):
        return pen.lines(letter.copied, COPY, MEASURE - 2 * COPY.size)


def pages(lines: list[Line], closing: list[Line], copies: int, first: float) -> list[list[Line]]:
    """Divide the lines; signature and copies share a page with at least two lines of text."""
    room = int((LOWEST_FIRST - first) / PITCH) + 1
    found: list[list[Line]] = [[]]
    ended = [*lines, *closing]
    last_text = max(len(lines) - 2, 0)
    for place, line in enumerate(ended):
        needed = len(ended) - place + copies if place == last_text else 2 if line.kept else 1
        if found[-1] and len(found[-1]) + min(needed, LINES) > room:
            found.append([])
            room = LINES
        found[-1].append(line)
    return found


def baselines(page: int, first: float) -> Iterator[float]:
    start = first if page == 1 else FIRST_BASELINE
    return (start + place * PITCH for place in range(1000))


def _attachments(pen: Pen, letter: Letter) -> list[Line]:
    return [line for name in letter.attached for line in _set(pen, INDENT + name, "附件说明", BODY)]


def _dated(pen: Pen, at: tuple[float, float], letter: Letter) -> None:
    x, y = at
    if letter.draft or letter.signed_on:
        seal(pen, x, y - PITCH / 2)
    pen.centre(x, y, letter.day, BODY)


def _set(pen: Pen, text: str, where: str, style: Style) -> list[Line]:
    with naming(where):
        found = break_lines(text, MEASURE + 0.01, lambda part: pen.width(part, style))
    return [_text(line, style) for line in found]


def _text(text: str, style: Style) -> Line:
    return Line(lambda pen, y: _write(pen, y, text, style))


def _write(pen: Pen, y: float, text: str, style: Style) -> None:
    pen.text(LEFT, y, text, style)


def _blank() -> Line:
    return Line(lambda _pen, _y: None)
