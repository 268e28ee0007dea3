"""What a letter says: who to whom, under which number, in which paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

DIGITS = "零一二三四五六七八九十"
TEN = 10


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; level 1 is set as 一、, level 2 as （一）, level 3 as 1., 0 as plain text."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class Letter:
    """All that stands on the pages; what is empty is left out."""

    head: str
    """Full name of the issuing unit, red at the top and below as the signature."""
    number: str
    title: str
    recipients: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    signed_on: date | None
    copies: tuple[str, ...] = ()
    urgency: str = ""
    attachments: tuple[str, ...] = ()
    contact: str = ""
    draft: bool = False

    @property
    def body(self) -> Iterator[tuple[int, str]]:
        """Yield level and text of each paragraph with the numeral of its level."""
        counts = [0, 0, 0, 0]
        for paragraph in self.paragraphs:
            level = paragraph.level
            if level:  # plain text stands under a heading and does not begin the count again
                counts[level] += 1
                counts[level + 1 :] = [0] * (3 - level)
            yield level, _numeral(level, counts[level]) + paragraph.text

    @property
    def addressed(self) -> str:
        return f"{'，'.join(self.recipients)}：" if self.recipients else ""

    @property
    def attached(self) -> tuple[str, ...]:
        if len(self.attachments) == 1:
            return (f"附件：{self.attachments[0]}",)
        return tuple(
            f"{'附件：' if place == 1 else '　　　'}{place}.{name}"
            for place, name in enumerate(self.attachments, start=1)
        )

    @property
    def day(self) -> str:
        day = self.signed_on
        return f"{day.year}年{day.month}月{day.day}日" if day else "　　　　年　月　日"

    @property
    def copied(self) -> str:
        return f"抄送：{'，'.join(self.copies)}。" if self.copies else ""


def chinese(number: int) -> str:
    """Return 一 … 九十九."""
    tens, ones = divmod(number, TEN)
    if not tens:
        return DIGITS[number]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def _numeral(level: int, count: int) -> str:
    if level == 0:
        return ""
    return (f"{chinese(count)}、", f"（{chinese(count)}）", f"{count}.")[level - 1]
