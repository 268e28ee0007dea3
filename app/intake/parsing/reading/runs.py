"""The text of one Word paragraph, whatever it is wrapped in, and the boxes anchored to it."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from app.intake.parsing.reading.xml import W

COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED: Final = frozenset(
    {
        f"{W}del",
        f"{W}moveFrom",
        f"{W}pPr",
        f"{W}rPr",
        f"{W}sdtPr",
        f"{W}drawing",
        f"{W}pict",
        f"{W}object",
        f"{W}instrText",
        f"{W}rt",
        f"{COMPATIBILITY}AlternateContent",
    }
)
TEXTS: Final = (f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}


def text_of(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in TEXTS:
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in SKIPPED and not _hidden(child):
            yield from _pieces(child)


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "1") not in ("0", "false")


def boxes_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Text boxes once: a fallback beside them repeats the same text."""
    for box in paragraph.iter(f"{W}txbxContent"):
        outer = [ancestor.tag for ancestor in box.iterancestors()]
        inner = outer[: outer.index(f"{W}p")]
        if f"{COMPATIBILITY}Fallback" not in inner and not _nested(box, paragraph):
            yield box


def _nested(box: etree._Element, paragraph: etree._Element) -> bool:
    """A box within a box is read with the outer one."""
    for ancestor in box.iterancestors():
        if ancestor is paragraph:
            return False
        if ancestor.tag == f"{W}txbxContent":
            return True
    return False
