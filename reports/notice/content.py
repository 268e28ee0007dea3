"""What a public notice contains."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Row:
    """One heading of the notice and what stands under it."""

    name: str
    text: str


@dataclass(frozen=True)
class Notice:
    """A notice as it was released; nothing else is drawn."""

    number: str
    title: str
    lead: str
    rows: tuple[Row, ...]
    window: str
    contact: str
    office: str
    issued_on: date

    def paragraphs(self) -> list[tuple[str, str]]:
        """Return kind and text of each paragraph in the order of the page."""
        parts = [("text", self.lead)]
        for place, row in enumerate(self.rows):
            parts.append(("heading", f"{DIGITS[place]}、{row.name}"))
            parts += [("text", line) for line in row.text.splitlines() if line.strip()]
        parts.append(("heading", f"{DIGITS[len(self.rows)]}、公示期和异议"))
        return [*parts, ("text", f"{self.window}。{OBJECT}"), ("text", self.contact)]

    @property
    def day(self) -> str:
        return f"{self.issued_on.year}年{self.issued_on.month}月{self.issued_on.day}日"


DIGITS = "一二三四五六七八九十"
OBJECT = "首日和末日都计入。期内对整改情况有异议的，可在公示网页提出，也可来信来电。"
