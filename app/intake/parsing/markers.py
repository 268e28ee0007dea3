"""Numbers at the head of a line: 一、 (一) 1. (1) ① 任务3: 序号八(市序号九) 第16项 17-3."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from app.intake.parsing.numerals import CHINESE, CIRCLES, NUMERAL, arabic


class Kind(IntEnum):
    """Ways of numbering, the outer ones first."""

    PART = 1
    CHINESE = 2
    CHINESE_PAREN = 3
    ARABIC = 4
    DECIMAL = 5
    """1.1, 2.3"""
    ARABIC_PAREN = 6
    CIRCLE = 7
    TASK = 8
    """任务17, 问题一, 序号八, 第16项: the word says that this is an item."""
    MEASURE = 9
    BULLET = 10
    """A sign instead of a number."""
    ORDINAL = 11
    """一是, 二是."""


LISTED_KINDS: Final = (Kind.ARABIC, Kind.DECIMAL)


@dataclass(frozen=True, slots=True)
class Marker:
    kind: Kind
    number: str
    rest: str
    others: tuple[tuple[str, str], ...] = ()
    """Numbers at other levels: ("city", "9")."""
    style: str = ""
    """How it is printed; runs of one list keep one style."""

    def is_measure_of(self, number: str | None) -> bool:
        """措施2, or 5-1 and 5.1 under the task 5."""
        if self.kind is Kind.MEASURE:
            return True
        inner = number is not None and self.number.startswith((f"{number}-", f"{number}."))
        return inner and self.kind in LISTED_KINDS


OPEN: Final = "[(（]"
CLOSE: Final = "[)）]"
END: Final = r"[、.．。,，:：]"
LEVELS: Final = {
    "国": "central", "央": "central", "省": "province", "区级": "county", "市": "city", "州": "city",
    "县": "county", "区": "county", "镇": "township",
}  # fmt: skip
OTHER: Final = re.compile(
    rf"(?P<level>国家|中央|省|自治区|市|州|盟|县|区|旗|镇)(?:级|督察|整改)?"
    rf"(?:清单|方案|台账|督察|反馈|整改|问题|任务)*(?:中的?)?(?:序号|编号|编码|项号|号|第)?(?P<number>\d+(?:-\d+)*|{CHINESE}{{1,6}})(?:项|号)?"
)
ANNOTATION: Final = (
    rf"(?:\s*{OPEN}(?P<others>[^()（）]{{0,40}}?(?:序号|编号|第|清单)[^()（）]{{1,40}}){CLOSE})?"
)
COMPOUND: Final = r"\d{1,4}(?:[-－.]\d{1,3})*"
BULLETS: Final = "●■◆▲★◇○•▪◎※►➢"
WORDS: Final = r"(?:反馈|整改|交办|存在|重点|具体|督察)?(?:任务|问题|事项|项目|点位|清单项)"
LISTS: Final = r"(?:整改|问题|任务|督察)*(?:清单|方案|台账|任务|问题)(?:中的?)?"

TASK_PATTERNS: Final = (
    re.compile(
        rf"{WORDS}\s*{OPEN}\s*(?P<number>{NUMERAL})\s*{CLOSE}(?P<others>)\s*[、.．:：]?\s*(?P<rest>.*)",
        re.DOTALL,
    ),
    re.compile(
        rf"(?:{WORDS}|序号|编号|第)?(?:序号|编号|编码)\s*[:：]?\s*(?P<number>{COMPOUND}|{CHINESE}{{1,6}})(?:号|项)?"
        rf"{ANNOTATION}\s*[、.．:：,，]?\s*(?P<rest>.*)",
        re.DOTALL,
    ),
    re.compile(
        rf"{WORDS}\s*(?P<number>{COMPOUND}|{CHINESE}{{1,6}}){ANNOTATION}\s*(?:[、.．:：]|\s|$)\s*(?P<rest>.*)",
        re.DOTALL,
    ),
    re.compile(
        rf"(?:{LISTS})?第\s*(?P<number>{NUMERAL})\s*(?:项|条|号|个)(?:整改)?(?:任务|问题|事项)?{ANNOTATION}"
        rf"\s*(?:[、.．:：,，]|\s)\s*(?P<rest>.*)",
        re.DOTALL,
    ),
    re.compile(
        rf"【[^】]{{0,16}}?(?:任务|问题|事项)\s*(?P<number>{NUMERAL})】(?P<others>)\s*(?P<rest>.*)",
        re.DOTALL,
    ),
    re.compile(
        rf"(?:{CHINESE}{{1,3}}\s*[-－—]?|\d{{1,3}}\s*[-－—])\s*{OPEN}{NUMERAL}{CLOSE}\s*[-－—]?\s*"
        rf"(?P<number>\d{{1,4}})(?P<others>)\s*[、.．:：]?\s*(?P<rest>.*)",
        re.DOTALL,
    ),
)
MEASURE_PATTERN: Final = re.compile(
    rf"(?:整改)?措施\s*(?P<number>{COMPOUND}|{CHINESE}{{1,3}})\s*[、.．:：]?\s*(?P<rest>.*)",
    re.DOTALL,
)
PART_PATTERN: Final = re.compile(
    rf"第(?P<number>{NUMERAL})(?:部分|章|篇|节|类|方面)\s*[、:：]?\s*(?P<rest>.*)", re.DOTALL
)
PLAIN_PATTERNS: Final = (
    (
        Kind.CHINESE,
        re.compile(rf"(?P<number>{CHINESE}{{1,5}})\s*[、.．]\s*(?P<rest>.*)", re.DOTALL),
    ),
    (
        Kind.CHINESE_PAREN,
        re.compile(
            rf"{OPEN}\s*(?P<number>{CHINESE}{{1,5}})\s*{CLOSE}\s*[、.．]?\s*(?P<rest>.*)", re.DOTALL
        ),
    ),
    (
        Kind.ARABIC_PAREN,
        re.compile(
            rf"{OPEN}\s*(?P<number>\d{{1,3}})\s*{CLOSE}\s*[、.．]?\s*(?P<rest>.*)", re.DOTALL
        ),
    ),
    (Kind.ARABIC_PAREN, re.compile(rf"(?P<number>\d{{1,3}}){CLOSE}\s*(?P<rest>.*)", re.DOTALL)),
    (
        Kind.DECIMAL,
        re.compile(
            r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})(?:\s*[、．:：]|(?=\s*[\u4e00-\u9fff“\"]))"
            r"(?!\s*(?:万|亿|元|吨|%|％|米|公里|个|倍|平方|立方|毫|微|千|亩|公顷|版|度))\s*(?P<rest>.*)",
            re.DOTALL,
        ),
    ),
    (
        Kind.ARABIC,
        re.compile(
            r"(?P<number>\d{1,4}(?:[-－]\d{1,3}){0,3})"
            r"(?:\s*[、．:：]|\s*[.](?=(?:19|20)\d\d年|\D|$)|(?=\s+[\u4e00-\u9fff“\"]))\s*(?P<rest>.*)",
            re.DOTALL,
        ),
    ),
    (Kind.BULLET, re.compile(rf"(?P<number>)[{BULLETS}]\s*(?P<rest>.+)", re.DOTALL)),
    (
        Kind.CIRCLE,
        re.compile(rf"(?P<number>[{''.join(CIRCLES)}])\s*[、.．]?\s*(?P<rest>.*)", re.DOTALL),
    ),
)
ORDINAL_PATTERN: Final = re.compile(rf"(?P<number>{CHINESE}{{1,2}})是\s*(?P<rest>.+)", re.DOTALL)
FIRST: Final = re.compile(
    rf"\s*(?:[{BULLETS}\d(（【第序编任问事项措整反交存重具督清点]|{CHINESE}|[{''.join(CIRCLES)}])"
)
SPACED: Final = re.compile(r"\d+\s+[年月日个项家处条]")


def read_marker(text: str) -> Marker | None:
    """Return the number at the head of a text, None if it has none."""
    if not FIRST.match(text):
        return None
    if text[0] in BULLETS and (inner := read_marker(text[1:].lstrip())):
        return inner
    for read in READERS:
        if marker := read(text):
            return marker
    return None


def read_ordinal(text: str) -> Marker | None:
    """Return the number of 二是…: in lists under a label it counts like any other."""
    match = ORDINAL_PATTERN.match(text)
    return Marker(Kind.ORDINAL, arabic(match["number"]), match["rest"]) if match else None


def _task(text: str) -> Marker | None:
    for pattern in TASK_PATTERNS:
        if match := pattern.match(text):
            found = match.groupdict()
            number = arabic(found["number"])
            return Marker(
                Kind.TASK, number, match["rest"].strip(), other_numbers(found["others"] or "")
            )
    return None


def _measure(text: str) -> Marker | None:
    match = MEASURE_PATTERN.match(text)
    return Marker(Kind.MEASURE, arabic(match["number"]), match["rest"].strip()) if match else None


def _part(text: str) -> Marker | None:
    match = PART_PATTERN.match(text)
    return Marker(Kind.PART, arabic(match["number"]), match["rest"].strip()) if match else None


def _plain(text: str) -> Marker | None:
    for kind, pattern in PLAIN_PATTERNS:
        match = pattern.match(text)
        if match and not SPACED.match(text):
            head = text[: match.start("rest")]
            style = "".join(
                char for char in head if not char.isspace() and char not in match["number"]
            )
            return Marker(kind, arabic(match["number"]), match["rest"].strip(), (), style)
    return None


READERS: Final[tuple[Callable[[str], Marker | None], ...]] = (_measure, _part, _task, _plain)


def other_numbers(text: str) -> tuple[tuple[str, str], ...]:
    """Read (市序号9、省序号二十三) into levels and numbers."""
    return tuple(
        (_level(match["level"]), arabic(match["number"])) for match in OTHER.finditer(text)
    )


def _level(word: str) -> str:
    if word == "自治区":
        return "province"
    if word == "盟":
        return "city"
    return LEVELS.get(word[0], LEVELS.get(word[-1], "county"))
