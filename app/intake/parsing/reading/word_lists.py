"""In which automatic list a Word paragraph stands: by itself, by its style, by that one's base."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from app.intake.parsing.reading.numbering import Numbering, read_numbering
from app.intake.parsing.reading.xml import W

LONGEST_CHAIN: Final = 20


@dataclass(frozen=True)
class Style:
    base: str
    number: str | None
    level: int | None


class Lists:
    """Counts the paragraphs of a document that are numbered automatically."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._numbering: Numbering = read_numbering(numbering)
        self._styles = {} if styles is None else dict(map(_style, styles.iter(f"{W}style")))

    def label(self, paragraph: etree._Element, text: str) -> str:
        """Count one paragraph; a label that would run into a number of the text stands apart."""
        number, level = self._place(paragraph)
        label = self._numbering.next(number, level) if number else ""
        return f"{label} " if label[-1:].isascii() and text[:1].isdigit() and label else label

    def _place(self, paragraph: etree._Element) -> tuple[str | None, int]:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None, 0
        number, level = _numbered(properties)
        style = _value(properties, "pStyle")
        for _ in range(LONGEST_CHAIN):
            if (number is not None and level is not None) or style not in self._styles:
                break
            known = self._styles[style]
            number = known.number if number is None else number
            level = known.level if level is None else level
            style = known.base
        return number, level or 0


def _style(element: etree._Element) -> tuple[str, Style]:
    properties = element.find(f"{W}pPr")
    number, level = (None, None) if properties is None else _numbered(properties)
    return element.get(f"{W}styleId", ""), Style(_value(element, "basedOn") or "", number, level)


def _numbered(properties: etree._Element) -> tuple[str | None, int | None]:
    numbered = properties.find(f"{W}numPr")
    if numbered is None:
        return None, None
    level = _value(numbered, "ilvl")
    return _value(numbered, "numId"), int(level[:2]) if level and level.isdecimal() else None


def _value(parent: etree._Element, name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(f"{W}val")
