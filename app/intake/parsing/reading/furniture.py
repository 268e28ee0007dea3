"""What stands around the text of every page: running heads, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.intake.parsing.markers import read_marker
from app.intake.parsing.noise import PAGE

DIGITS: Final = re.compile(r"\d+")
EDGE: Final = 3
"""Lines at the top and at the bottom of a page that may be furniture."""
LEAST_PAGES: Final = 2
NUMBER: Final = re.compile(r"\d{1,4}")
LONGEST: Final = 60
LABELLED: Final = re.compile(r"[【\[〔]?([一-龥]{2,12})[】\]〕]?[:：]")


@dataclass(frozen=True)
class TextLine:
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    page: int = 0

    def on(self, page: int) -> "TextLine":
        return replace(self, page=page)


class Furniture:
    """Learned from all pages: what stands at the same place at the edge of most of them."""

    def __init__(self, pages: Sequence[Sequence[TextLine]]) -> None:
        self._edges: dict[int, set[TextLine]] = {}
        self._last = {number: lines[-1] for number, lines in enumerate(pages, 1) if lines}
        counted: Counter[tuple[str, int]] = Counter()
        for number, lines in enumerate(pages, start=1):
            edge = {*lines[:EDGE], *lines[-EDGE:]}
            self._edges[number] = edge
            counted.update({_place(line) for line in edge if _may_be(line.text)})
        most = max(LEAST_PAGES, len(pages) // 2)
        self._often = {place for place, count in counted.items() if count >= most}

    def is_around(self, line: TextLine, page: int) -> bool:
        """Whether a line of this page is no part of the text."""
        if line not in self._edges.get(page, ()):
            return False
        if PAGE.fullmatch(line.text) or _place(line) in self._often:
            return True
        return line.text == str(page) and line == self._last.get(page)

    def reason(self, line: TextLine) -> str:
        bare = PAGE.fullmatch(line.text) or NUMBER.fullmatch(line.text)
        return "page-number" if bare else "running-head"


def _may_be(text: str) -> bool:
    """No item and no label with its value."""
    if NUMBER.fullmatch(text):
        return True
    return len(text) <= LONGEST and read_marker(text) is None and not LABELLED.match(text)


def _place(line: TextLine) -> tuple[str, int]:
    """The text, but for the number of the page, and how high it stands, in units of 4 points."""
    numbered = "页" in line.text or NUMBER.fullmatch(line.text)
    return DIGITS.sub("0", line.text) if numbered else line.text, round(line.top / 4)
