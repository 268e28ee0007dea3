"""Lines of a page to paragraphs: a line that fills the width goes on in the next."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from app.intake.parsing.reading.furniture import TextLine
from app.intake.parsing.reading.known import begins_anew

SLACK: Final = 2.2
"""Widths of a character by which a full line may fall short of the margin."""
INDENT: Final = 1.2
LEAST_FULL: Final = 3
FULL_SHARE: Final = 0.25
ENDINGS: Final = "。！？!?；;：:"


def margin_of(lines: Sequence[TextLine], width: float) -> float:
    """Where full lines end: where several do; else the left margin again at the right."""
    furthest = max(line.x1 for line in lines)
    ending = sum(furthest - line.x1 < line.bottom - line.top for line in lines)
    if ending >= max(LEAST_FULL, len(lines) * FULL_SHARE):
        return furthest
    return max(furthest, width - min(line.x0 for line in lines))


def paragraphs_of(lines: Sequence[TextLine], width: float) -> Iterator[tuple[str, int]]:
    """Yield each paragraph with the page that it begins on; the width is that of the page."""
    if not lines:
        return
    margin = margin_of(lines, width)
    left = min(line.x0 for line in lines)
    text, page = lines[0].text, lines[0].page
    for before, line in pairwise(lines):
        anew = begins_anew(text, line.text)
        if not anew and _goes_on(before, line, margin, left):
            text += gap(text, line.text) + line.text
        else:
            yield text, page
            text, page = line.text, line.page
    yield text, page


def _goes_on(before: TextLine, line: TextLine, margin: float, left: float) -> bool:
    """The line before reached the margin, and this one is not indented behind a full stop."""
    size = max(line.bottom - line.top, 1.0)
    if margin - before.x1 >= SLACK * size:
        return False
    return before.text[-1:] not in ENDINGS or line.x0 - left <= INDENT * size


def gap(before: str, after: str) -> str:
    """What stands between two lines that are joined: nothing in Chinese."""
    both = before[-1:].isascii() and after[:1].isascii()
    return " " if both and before[-1:].isalnum() and after[:1].isalpha() else ""
