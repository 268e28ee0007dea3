"""Lines of a page to paragraphs: a line that fills the width goes on in the next."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from app.intake.parsing.reading.furniture import TextLine
from app.intake.parsing.reading.known import begins_anew

SLACK: Final = 2.2
"""Widths of a character by which a full line may fall short of the margin."""
WHOLE: Final = re.compile(r"[\x21-\x7e]{2,}")
INDENT: Final = 1.2
FAR: Final = 6
"""Signatures and dates stand at the right."""
LEAST_FULL: Final = 3
FULL_SHARE: Final = 0.25
WIDE: Final = "FWA"
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
        full = margin - before.x1 < SLACK * _size(line) + _whole(line)
        if full and not begins_anew(text, line.text) and not _is_indented(before, line, left):
            text += gap(text, line.text) + line.text
        else:
            yield text, page
            text, page = line.text, line.page
    yield text, page


def _size(line: TextLine) -> float:
    return max(line.bottom - line.top, 1.0)


def _whole(line: TextLine) -> float:
    """Width of the digits and letters that a line begins with: they went down together."""
    run = WHOLE.match(line.text)
    return (len(run[0]) * _size(line) / 2) if run else 0.0


def _is_indented(before: TextLine, line: TextLine, left: float) -> bool:
    """Behind a full stop an indent begins a paragraph, however full the line above is."""
    indent = (line.x0 - left) / _size(line)
    return indent > FAR or (before.text[-1:] in ENDINGS and indent > INDENT)


def shown(text: str) -> int:
    """How wide a text is on paper: Chinese characters take two places."""
    return sum(2 if unicodedata.east_asian_width(sign) in WIDE else 1 for sign in text)


def gap(before: str, after: str) -> str:
    """What stands between two lines that are joined: nothing in Chinese."""
    both = before[-1:].isascii() and after[:1].isascii()
    return " " if both and before[-1:].isalnum() and after[:1].isalpha() else ""
