"""Whether a complaint is so: the words of a column, of a sentence, of all issues together."""

import re
from collections.abc import Iterable
from typing import Final

from app.intake.parsing.numerals import CHINESE, number_of

WORD: Final = (
    r"(?:不完全属实|不全属实|基本不属实|不属实|不实|大部分属实|部分属实|部分不属实|基本属实|属实)"
)
VERDICTS: Final = (
    ("partly", re.compile(r"(?<!大)部分(?:不?属实|真实|查实)|不完?全属实|^部分(?:是)?$")),
    ("no", re.compile(r"不属实|不实|未查实|不真实|^否|查无实据")),
    ("largely", re.compile(r"基本(?:属实|真实)|大部分属实|^基本$")),
    ("yes", re.compile(r"属实|查实|真实|^是")),
)
SAID: Final = re.compile(
    rf"(?<![否如若个件项条未])(?<!是否基本)(?<!认定)(?<!证明){WORD}(?!性|与否|的部分)"
)
COUNTED: Final = re.compile(
    rf"(?P<n>\d{{1,2}}|{CHINESE}{{1,2}})[个件项条](?:问题)?(?:均)?(?P<word>{WORD})"
)
WHOLE: Final = re.compile(
    rf"(?:整体|总体|综合|该(?:信访|举报)?件|举报(?:内容|问题)|反映(?:的)?问题|信访(?:问题|件|内容))"
    rf"(?:定性|判定|认定|情况)?(?:为|是|:|：)?\s*({WORD})"
)
LAST: Final = re.compile(r"(?:^|[。；;\n])\s*(?:综上[，,]?)?(部分属实|大部分属实)[。.]?\s*$")
"""A last sentence that says no more than 部分属实 tells of the whole."""
PENDING: Final = re.compile(
    r"(?:正在|尚在|仍在|待|尚未|还在)?(?:调查|核查|核实|查办|办理)(?:中|处理)?"
)


def verdict_of(text: str) -> str | None:
    """Return the code of a cell; 属实 of one issue and 不属实 of another are 部分属实 together."""
    bare = re.sub(r"[\s。.;；]", "", text)
    if whole := WHOLE.findall(bare):
        return _code(whole[-1])
    said = [_code(word) for word in SAID.findall(bare)]
    return together(said) if len(said) > 1 else _code(bare)


def is_pending(text: str) -> bool:
    """Nobody can say yet: no verdict, and nothing to ask about."""
    return PENDING.fullmatch(text.strip("。 ")) is not None


def together(verdicts: Iterable[str | None]) -> str | None:
    """Return the verdict of the whole where each of its issues has one."""
    said = set(verdicts)
    if None in said or not said:
        return None
    return said.pop() if len(said) == 1 else "partly"


def last_verdict(section: str) -> str | None:
    """Return what the answer to one issue ends with."""
    words = SAID.findall(section)
    return _code(words[-1]) if words else None


def shared_verdict(text: str, count: int) -> str | None:
    """Return the verdict that a text gives to all of so many issues: 2个问题均属实."""
    found = [match["word"] for match in COUNTED.finditer(text) if number_of(match["n"]) == count]
    return _code(found[-1]) if found else None


def whole_verdict(text: str) -> str | None:
    """Return the verdict of a text: of the whole where it says so, else the only one it gives."""
    if found := WHOLE.findall(text) or LAST.findall(text):
        return _code(found[-1])
    said = {_code(word) for word in SAID.findall(text)}
    return said.pop() if len(said) == 1 else None


def _code(text: str) -> str | None:
    return next((word for word, pattern in VERDICTS if pattern.search(text)), None)
