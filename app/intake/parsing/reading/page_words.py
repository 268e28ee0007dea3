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
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start", "1")
    place = [child for child in parent if child.tag == "li"].index(element)
    return f"{(int(start) if start.isascii() and start.isdecimal() else 1) + place}."


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
