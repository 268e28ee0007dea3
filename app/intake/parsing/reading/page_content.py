"""What of a saved page is its content: not navigation, scripts, comments or hidden parts."""

import re
from typing import Final

from lxml.html import HtmlElement

UNREAD: Final = frozenset(
    {
        "script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside",
        "button", "input", "select", "option", "textarea", "iframe", "object", "svg", "canvas",
        "audio", "video", "dialog", "menu", "del", "s", "strike",
    }
)  # fmt: skip
AROUND: Final = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|crumbs?|bread|footer|foot|header|top(?:bar|nav)?|side(?:bar|nav)?|share|sharing|bdsharebuttonbox|related|recommend|copyright|toolbar|pagination|pager|search|login|banner|ad|ads|advert|comment|comments|print|qrcode|weixin|toolbox|location|position|dqwz)(?:$|[\s_-])",
    re.IGNORECASE,
)
MAIN: Final = re.compile(
    r"(?:^|[\s_-])(?:TRS_Editor|UCAPCONTENT|UCAP-CONTENT|pages_content|article(?:-?(?:content|body|con))?|zoom|content|main-?content|con_?text|news_?con(?:tent)?|detail(?:-?content)?|view|Custom_UnionStyle|xxgk_content|text|zwxl|nr)(?:$|[\s_-])",
    re.IGNORECASE,
)
HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
TITLE: Final = re.compile(
    r"(?:^|[\s_-])(?:(?:article|news|con|content|xl|h|wz|page)?[-_]?(?:title|tit|bt|biaoti))(?:$|[\s_-])",
    re.IGNORECASE,
)
LINKED: Final = ("div", "ul", "ol", "p", "td", "dl", "span", "center")
LEAST_LINKS: Final = 2
BESIDE: Final = re.compile(r"[\s|｜·>＞»/\\,，、\-—&\xa0]+")
LONGEST_BESIDE: Final = 6
"""Characters that a list of links has beside them."""
LONGEST_TITLE: Final = 120
SHARE: Final = 0.6
"""A part that holds this much of the text is the content."""
LONGEST_AROUND: Final = 1_500
"""Characters; whatever it is called, a longer part is no furniture."""


def strip(root: HtmlElement) -> None:
    """Take out what no reader of the page sees."""
    for element in list(root.iter()):
        if element.tag in ("html", "body") or element.getparent() is None:
            continue
        if any(asked(element) for asked in (_is_unread, _is_hidden, _is_around, _is_linked)):
            element.clear(keep_tail=True)
            element.tag = "span"


def _is_unread(element: HtmlElement) -> bool:
    """Some sites wrap the whole page in a form; one to search or to log in is short."""
    if element.tag == "form":
        return element.find(".//tr") is None and len(element.text_content()) < LONGEST_TITLE
    return element.tag in UNREAD


def _is_linked(element: HtmlElement) -> bool:
    """A list of links to elsewhere, whatever it is called."""
    if element.tag not in LINKED or element.find(".//a") is None:
        return False
    links = element.findall(".//a")
    text = element.text_content()
    if len(links) < LEAST_LINKS or len(text) > LONGEST_AROUND or element.find(".//tr") is not None:
        return False
    words = sum(len(BESIDE.sub("", link.text_content())) for link in links)
    return len(BESIDE.sub("", text)) - words <= LONGEST_BESIDE


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "")
    return "hidden" in element.attrib or bool(HIDDEN.search(style))


def _is_around(element: HtmlElement) -> bool:
    """By name a part of the page's furniture, and without a table of its own."""
    if element.tag not in ("div", "ul", "section", "p", "span", "table", "dl"):
        return False
    names = f"{_names(element)} {element.get('role', '')}"
    if not AROUND.search(names) or MAIN.search(names) or element.find(".//tr") is not None:
        return False
    return len(element.text_content()) < LONGEST_AROUND


def content_of(body: HtmlElement) -> HtmlElement:
    """The named container that holds most of the text; else the smallest part that does."""
    whole = _size(body)
    named = [
        element
        for element in body.iter("div", "article", "section", "main", "td")
        if MAIN.search(_names(element)) or element.tag in ("article", "main")
    ]
    held = [element for element in named if _size(element) > whole * SHARE]
    if held:
        return min(held, key=_size)
    return body


def _size(element: HtmlElement) -> int:
    """Characters of text outside links."""
    links = sum(len(link.text_content()) for link in element.iter("a"))
    return len("".join(element.text_content().split())) - links


def title_of(root: HtmlElement) -> str:
    """What the page says that its title is: to programs, in a heading, in a part so named."""
    for meta in root.iter("meta"):
        if meta.get("name", "").lower() == "articletitle" and meta.get("content", "").strip():
            return _words(meta.get("content", ""))
    named = (each for each in root.iter("div", "p", "span", "h3") if TITLE.search(_names(each)))
    for element in (*root.iter("h1"), *root.iter("h2"), *named):
        text = _words(element.text_content())
        if text and len(text) <= LONGEST_TITLE:
            return text
    return ""


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _words(text: str) -> str:
    return " ".join(text.split())
