"""The words of a saved page as a browser shows them: blanks, breaks, numbers of lists."""

import re
from typing import Final

from lxml.html import HtmlElement

BLOCKS: Final = frozenset(
    {
        "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul",
        "ol", "dl", "dt", "dd", "blockquote", "pre", "tr", "td", "th", "table", "tbody", "thead",
        "tfoot", "center", "fieldset", "figure", "figcaption", "address", "hr", "body", "html",
        "caption",
    }
)  # fmt: skip
DEEPEST: Final = 250
LABEL: Final = "data-label"
SHORT: Final = 40
DIGITS: Final = re.compile(r"[0-9]{1,6}")
NUMBERED: Final = re.compile(
    r"\s*(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、.．)）]|[①-⑳]|第[一二三四五六七八九十\d]{1,3}[条项])"
)


def inline(text: str | None) -> str:
    """A line break in the source of a page is a blank, and none between Chinese characters."""
    if not text:
        return ""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])", "", text))


def plain(text: str) -> str:
    lines = (re.sub(r"[ \t\r\f\v\xa0]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(lines)


def item_label(element: HtmlElement) -> str:
    """The number that a browser shows before an item of an ordered list."""
    return str(element.get(LABEL, ""))


def number_lists(root: HtmlElement) -> None:
    """Write down what a browser counts; an item that brings its own number keeps that."""
    for ordered in root.iter("ol"):
        number = _integer(ordered.get("start"), 1)
        for item in ordered.iterchildren("li"):
            number = _integer(item.get("value"), number)
            if not NUMBERED.match(item.text_content()[:SHORT]):
                item.set(LABEL, f"{number}.")
            number += 1


def _integer(value: str | None, default: int) -> int:
    return int(value) if value and DIGITS.fullmatch(value) else default


def cell_text(element: HtmlElement) -> str:
    words: list[str] = []
    _words_of(element, words)
    lines = [line for line in plain("".join(words)).split("\n") if line]
    return "\n".join(lines)


def _words_of(element: HtmlElement, words: list[str], depth: int = 0) -> None:
    words.append(inline(element.text))
    for child in element:
        edge = "\n" if child.tag in BLOCKS or child.tag == "br" else ""
        words.append(edge + item_label(child))
        if depth < DEEPEST:
            _words_of(child, words, depth + 1)
        words.append(edge if child.tag in BLOCKS else "")
        words.append(inline(child.tail))
