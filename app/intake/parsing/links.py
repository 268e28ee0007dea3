"""Other items that an item names: merged with, carried over from, the same deadline as."""

import re
from collections.abc import Iterable
from typing import Final

from app.intake.parsing.numerals import NUMERAL
from app.intake.parsing.result import Link

SENTENCE: Final = re.compile(r"[^。；;()（）]+")
ITEM: Final = rf"(?:第|序号|任务|问题)\s*{NUMERAL}\s*(?:项|号|条)?"
OTHER: Final = re.compile(ITEM)
MERGED: Final = re.compile(r"合并|一并|并案|统筹|并入")
CARRIED: Final = re.compile(r"转入|结转|延续|纳入本轮|(?:上一?|前一?|第.)轮.{0,8}未完成")
SAME: Final = re.compile(
    rf"(?:同|与|参照|按照?|见)\s*{ITEM}(?:整改)?(?:任务|问题)?(?:的)?(?:整改|完成)?(?:时限|期限|时间)?(?:要求)?(?:保持)?(?:一致|相同|同步)?$"
)
LONGEST: Final = 300


def read_links(texts: Iterable[str | None]) -> list[Link]:
    """Return the items that these texts name, clause by clause."""
    found: list[Link] = []
    for text in texts:
        for clause in SENTENCE.findall(text or ""):
            kind = _kind(clause.strip()) if len(clause) <= LONGEST else None
            if kind and (link := Link(kind, clause.strip())) not in found:
                found.append(link)
    return found


def _kind(clause: str) -> str | None:
    if MERGED.search(clause) and OTHER.search(clause):
        return "merged"
    if CARRIED.search(clause):
        return "carried_over"
    return "same_deadline" if SAME.match(clause) else None
