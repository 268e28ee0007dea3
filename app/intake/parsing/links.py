"""Other items that an item names: merged with, carried over from, the same deadline as."""

import re
from collections.abc import Iterable
from typing import Final

from app.intake.parsing.numerals import NUMERAL
from app.intake.parsing.result import Link

SENTENCE: Final = re.compile(r"[^。；;()（）]+")
ITEM: Final = rf"(?:第|序号|任务|问题)\s*{NUMERAL}\s*(?:项|号|条)?"
KINDS: Final = (
    ("merged", re.compile(rf"(?:与|同|和|并入)[^。；;]*{ITEM}[^。；;]*(?:合并|一并|并案|统筹)|合并[^。；;]*{ITEM}|并入[^。；;]*{ITEM}")),
    ("carried_over", re.compile(r"[^。；;]*(?:未完成)?(?:转入|结转|延续|纳入本轮|剩余.{0,6}纳入|上一?轮.{0,8}未完成)[^。；;]*")),
    ("same_deadline", re.compile(rf"(?:同|与|参照|按)\s*{ITEM}(?:时限|一致|相同)?")),
)


def read_links(texts: Iterable[str | None]) -> list[Link]:
    found: list[Link] = []
    for text in texts:
        for clause in SENTENCE.findall(text or ""):
            kind = next((kind for kind, pattern in KINDS if pattern.search(clause)), None)
            if kind and (link := Link(kind, clause.strip())) not in found:
                found.append(link)
    return found
