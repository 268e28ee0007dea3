"""What of a saved page is its content: not navigation, scripts, comments or hidden parts."""

import re
from typing import Final

from lxml.html import HtmlElement

UNREAD: Final = frozenset(
    {
        "script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside",
        "form", "button", "select", "option", "textarea", "iframe", "object", "svg", "canvas",
        "audio", "video", "dialog", "menu", "del", "s", "strike",
    }
)  # fmt: skip
AROUND: Final = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|crumbs?|bread|footer|foot|header|top(?:bar|nav)?|side(?:bar|nav)?|share|sharing|bdsharebuttonbox|related|recommend|copyright|toolbar|pagination|pager|search|login|banner|ad|ads|advert|comment|comments|print|qrcode|weixin|toolbox|location|position|dqwz|wz)(?:$|[\s_-])",
    re.IGNORECASE,
)
MAIN: Final = re.compile(
    r"(?:^|[\s_-])(?:TRS_Editor|UCAPCONTENT|UCAP-CONTENT|pages_content|article(?:-?(?:content|body|con))?|zoom|content|main-?content|con_?text|news_?con(?:tent)?|detail(?:-?content)?|view|Custom_UnionStyle|xxgk_content|text|zwxl|nr)(?:$|[\s_-])",
    re.IGNORECASE,
)
HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HEADINGS: Final = ("h1", "h2")
SHARE: Final = 0.6
"""A part that holds this much of the text is the content."""
LONGEST_AROUND: Final = 1_500
"""Characters; whatever it is called, a longer part is no furniture."""


def strip(root: HtmlElement) -> None:
    """Take out what no reader of the page sees."""
    for element in list(root.iter()):
        if element.tag in UNREAD or _is_hidden(element) or _is_around(element):
            tail, parent = element.tail, element.getparent()
            if parent is None or element.tag in ("html", "body"):
                continue
            element.clear()
            element.tag, element.tail = "span", tail


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "")
    return "hidden" in element.attrib or bool(HIDDEN.search(style))


def _is_around(element: HtmlElement) -> bool:
    """By name a part of the page's furniture, and without a table of its own."""
    if element.tag not in ("div", "ul", "section", "p", "span", "table", "dl"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    if not AROUND.search(names) or MAIN.search(names) or element.find(".//tr") is not None:
        return False
    return len(element.text_content()) < LONGEST_AROUND


def content_of(body: HtmlElement) -> HtmlElement:
    """The named container that holds most of the text; else the smallest part that does."""
    whole = _size(body)
    named = [
        element
        for element in body.iter("div", "article", "section", "main", "td")
        if MAIN.search(f"{element.get('class', '')} {element.get('id', '')}")
        or element.tag in ("article", "main")
    ]
    held = [element for element in named if _size(element) > whole * SHARE]
    if held:
        return min(held, key=_size)
    return body


def _size(element: HtmlElement) -> int:
    """Characters of text outside links."""
    links = sum(len(link.text_content()) for link in element.iter("a"))
    return len("".join(element.text_content().split())) - links


def title_of(body: HtmlElement, content: HtmlElement) -> str:
    """The heading of the page, where it stands outside the content."""
    for name in HEADINGS:
        for heading in body.iter(name):
            inside = any(parent is content for parent in heading.iterancestors())
            text = " ".join(heading.text_content().split())
            if text:
                return "" if inside else text
    return ""
