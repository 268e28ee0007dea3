"""Documents that a target or a measure wants to be made, and whether evidence shows them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MADE: Final = "出台|印发|制定|制订|编制|建立|形成|发布|修订|公布"
NOUNS: Final = (
    "实施方案", "工作方案", "方案", "管理办法", "办法", "制度", "规划", "计划", "名录", "清单",
    "台账", "规程", "预案", "标准", "细则", "意见", "评估报告", "报告", "导则", "目录", "条例",
)  # fmt: skip
NAMED: Final = re.compile(
    rf"(?:{MADE})(?P<what>[^，。；;,、]{{0,24}}?(?P<noun>{'|'.join(NOUNS)}))(?!要求|规定|确定|明确)"
)
AFTERWARDS: Final = re.compile(
    rf"完成(?P<what>[^，。；;,、]{{0,24}}?(?P<noun>{'|'.join(NOUNS)}))的?(?:{MADE})"
)
"""The verb may follow: 完成砂石场名录编制."""
REFERRED: Final = re.compile(r"(?:按照|依据|根据|对照|落实|严格执行|依照)[^，。；;]{0,16}$|已$")
"""A document that is only referred to need not be made."""
OWN_PAPER: Final = re.compile(r"自查报告|整改报告|情况报告|销号申请")
LONGEST_HEAD: Final = 2


@dataclass(frozen=True)
class NamedDocument:
    """A document as it is called, and the word for its kind."""

    name: str
    noun: str


def named_documents(texts: Iterable[str]) -> list[NamedDocument]:
    """Return the documents that these texts want, each once."""
    found: dict[str, NamedDocument] = {}
    for text in texts:
        for match in (*NAMED.finditer(text), *AFTERWARDS.finditer(text)):
            if not REFERRED.search(text[: match.start()]):
                name = match["what"].strip("《》“”了并的 ")
                found.setdefault(name, NamedDocument(name, match["noun"]))
    return list(found.values())


def shows(document: NamedDocument, name: str) -> bool:
    """Whether a file so named is such a document; a unit's own paper about its work is not."""
    kind = document.noun[-LONGEST_HEAD:]
    return kind in OWN_PAPER.sub("", name)
