"""Saved web pages to lines: the content, not what stands around it; tables as they are merged."""

import re
from typing import Final

from lxml import html
from lxml.html import HtmlElement

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.encoding import decode
from app.intake.parsing.reading.page_content import content_of, strip, title_of
from app.intake.parsing.reading.page_tables import is_data, read_table
from app.intake.parsing.reading.page_words import (
    BLOCKS,
    DEEPEST,
    inline,
    item_label,
    number_lists,
    plain,
)
from app.wording import N_

CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE
)
HEAD: Final = 4096


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
    title = title_of(root)
    strip(root)
    number_lists(root)
    if body is None or not body.text_content().strip():
        raise UnreadableFile(N_("网页里没有文字；请用浏览器打开，另存为完整网页后再上传"))
    reader = _Reader(Raw())
    content = content_of(body)
    if title and title not in " ".join(content.text_content().split()):
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
        elif element.tag == "table" and is_data(element):
            self.flush()
            self._tables += 1
            read_table(element, self.raw, self._tables)
        elif element.tag in BLOCKS:
            self.flush()
            self._words.append(item_label(element))
            self._inside(element, depth)
            self.flush()
        else:
            self._inside(element, depth)

    def _inside(self, element: HtmlElement, depth: int) -> None:
        if element.tag == "pre":
            self._words.append(element.text_content())
            return
        self._words.append(inline(element.text))
        for child in element:
            if child.tag == "br":
                self._words.append("\n")
            else:
                self.walk(child, depth + 1)
            self._words.append(inline(child.tail))

    def flush(self) -> None:
        """End a paragraph; a line break inside makes several."""
        for part in plain("".join(self._words)).split("\n"):
            if part:
                self._paragraphs += 1
                self.raw.paragraph(part, f"第{self._paragraphs}段")
        self._words = []
