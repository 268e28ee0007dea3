"""Saved web pages to lines: the content, not what stands around it; tables as they are merged."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Iterator
from typing import Final

from lxml import html
from lxml.html import HtmlElement

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.lines import Cell, Row
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.encoding import decode
from app.wording import N_

CHARSET: Final = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)  # fmt: skip
HEAD: Final = 4096
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
BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "tr",
        "td",
        "th",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "center",
        "fieldset",
        "figure",
        "figcaption",
        "address",
        "hr",
        "body",
        "html",
        "caption",
    ]
)
HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HEADINGS: Final = ("h1", "h2")
SHARE: Final = 0.6
"""A part that holds this much of the text is the content."""
DEEPEST: Final = 250
LONGEST_AROUND: Final = 1_500
"""Characters; whatever it is called, a longer part is no furniture."""
WIDEST: Final = 60
ROWS: Final = 65_534
CELLS_OF_A_TABLE: Final = 2


def read_html(data: bytes) -> Raw:
    """Read the content of a page in reading order."""
    text = _decoded(data)
    try:
        root = html.document_fromstring(
            text, parser=html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        )
    except (ValueError, html.etree.LxmlError) as error:
        raise damaged() from error
    body: HtmlElement | None = root.find("body")
    _strip(root)
    if body is None or not body.text_content().strip():
        raise UnreadableFile(N_("网页里没有文字；请用浏览器打开，另存为完整网页后再上传"))
    reader = _Reader(Raw())
    content = _content(body)
    if content is not body and (title := _title(body, content)):
        reader.raw.paragraph(title, "标题")
    reader.walk(content)
    reader.flush()
    return reader.raw


def _decoded(data: bytes) -> str:
    """By the page's own declaration where that reads without loss, else by what reads best."""
    declared = CHARSET.search(data[:HEAD])
    name = declared[1].decode("ascii").lower() if declared else ""
    name = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name)
    if name and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode(name)
        except (LookupError, UnicodeDecodeError):
            text = decode(data)
    else:
        text = decode(data)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))


def _strip(root: HtmlElement) -> None:
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


def _content(body: HtmlElement) -> HtmlElement:
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


def _title(body: HtmlElement, content: HtmlElement) -> str:
    """The heading of the page, where it stands outside the content."""
    for name in HEADINGS:
        for heading in body.iter(name):
            inside = any(parent is content for parent in heading.iterancestors())
            text = " ".join(heading.text_content().split())
            if text:
                return "" if inside else text
    return ""


class _Reader:
    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self._words: list[str] = []
        self._paragraphs = 0
        self._tables = 0

    def walk(self, element: HtmlElement, depth: int = 0) -> None:
        """Read an element and what stands in it; text runs on until a block begins."""
        if depth > DEEPEST:
            self._words.append(element.text_content())
        elif element.tag == "table" and _is_data(element):
            self.flush()
            self._table(element)
        elif element.tag in BLOCKS:
            self.flush()
            self._words.append(_item_label(element))
            self._inside(element, depth)
            self.flush()
        else:
            self._inside(element, depth)

    def _inside(self, element: HtmlElement, depth: int) -> None:
        if element.tag == "pre":
            self._words.append(element.text_content())
            return
        self._words.append(_inline(element.text))
        for child in element:
            if child.tag == "br":
                self._words.append("\n")
            else:
                self.walk(child, depth + 1)
            self._words.append(_inline(child.tail))

    def flush(self) -> None:
        """End a paragraph; a line break inside makes several."""
        for part in _plain("".join(self._words)).split("\n"):
            if part:
                self._paragraphs += 1
                self.raw.paragraph(part, f"第{self._paragraphs}段")
        self._words = []

    def _table(self, element: HtmlElement) -> None:
        self._tables += 1
        spans: dict[int, tuple[int, Cell]] = {}
        for number, row in enumerate(_rows(element), start=1):
            place = f"表{self._tables}第{number}行"
            cells = self._row(row, spans, place)
            if any(cell.text for cell in cells):
                self.raw.blocks.append(Row(tuple(cells), self._tables))

    def _row(self, row: HtmlElement, spans: dict[int, tuple[int, Cell]], place: str) -> list[Cell]:
        cells: list[Cell] = []
        for element in (each for each in row if each.tag in ("td", "th")):
            _fill(cells, spans)
            text = _cell_text(element)
            cell = Cell(text, (self.raw.line(text, f"{place}第{len(cells) + 1}列"),))
            again = Cell(text, cell.lines, repeated=True)
            wide, high = _span(element, "colspan"), _span(element, "rowspan", ROWS)
            for step in range(wide):
                if high > 1:
                    spans[len(cells)] = (high - 1, again)
                cells.append(again if step else cell)
        _fill(cells, spans)
        return cells


def _fill(cells: list[Cell], spans: dict[int, tuple[int, Cell]]) -> None:
    """Cells that reach down from the rows above."""
    while len(cells) in spans:
        left, cell = spans.pop(len(cells))
        if left > 1:
            spans[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _span(element: HtmlElement, name: str, most: int = WIDEST) -> int:
    value = element.get(name, "1").strip()
    return max(1, min(int(value), most)) if value.isascii() and value.isdecimal() else 1


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _is_data(table: HtmlElement) -> bool:
    """A table of rows and columns; one that lays out the page holds tables or single cells."""
    if table.find(".//table") is not None:
        return False
    widths = [len([cell for cell in row if cell.tag in ("td", "th")]) for row in _rows(table)]
    return max(widths, default=0) >= CELLS_OF_A_TABLE


def _cell_text(element: HtmlElement) -> str:
    words: list[str] = []
    _words_of(element, words)
    lines = [line for line in _plain("".join(words)).split("\n") if line]
    return "\n".join(lines)


def _words_of(element: HtmlElement, words: list[str], depth: int = 0) -> None:
    words.append(_inline(element.text))
    for child in element:
        edge = "\n" if child.tag in BLOCKS or child.tag == "br" else ""
        words.append(edge + _item_label(child))
        if depth < DEEPEST:
            _words_of(child, words, depth + 1)
        words.append(edge if child.tag in BLOCKS else "")
        words.append(_inline(child.tail))


def _item_label(element: HtmlElement) -> str:
    """The number that a browser shows before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    start = parent.get("start", "1")
    place = [child for child in parent if child.tag == "li"].index(element)
    return f"{(int(start) if start.isascii() and start.isdecimal() else 1) + place}."


def _inline(text: str | None) -> str:
    """A line break in the source of a page is a blank, and none between Chinese characters."""
    if not text:
        return ""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])", "", text))


def _plain(text: str) -> str:
    lines = (re.sub(r"[ \t\r\f\v\xa0]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(lines)
