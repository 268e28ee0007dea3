"""Whether a line begins with a label or a number: readers ask before the text is cleaned."""

import re
from functools import cache, lru_cache
from typing import Final

from opencc import OpenCC

from app.intake.parsing.cases.labels import case_field
from app.intake.parsing.labels import field_of
from app.intake.parsing.markers import read_marker
from app.intake.parsing.reading.cleaning import tidy

LONGEST: Final = 36
LABELLED: Final = re.compile(
    r"[【\[〔]?([一-龥]{2,12})[】\]〕]?[:：]|[【\[〔]([一-龥]{2,12})[】\]〕]"
)
HALF: Final = re.compile(
    r"(?:整改|最后|最终|最迟|拟|应|办理|辦理|问题|第一|市直|省直|承办|承辦|主办|主辦|落实|落實|属地|屬地|主体|主體|主要|市级|市級|省级|省級|县级|縣級|区级|區級|责任|責任|牵头|牽頭|配合|协办|協辦|协同|協同|参与|參與"
    r"|行业|行業|主管|督导|督導|督办|督辦|督促|指导|指導|监督|監督|验收|驗收|销号|銷號|完成|计划|計劃|工作|目标|目標|具体|具體"
    r"|重点|重點|办结|辦結|实施|實施|包抓|存在|反馈|反饋|治理|目前|最新|时间|時間|时限|時限|[【\[〔])+$"
)
"""The first half of a label that the end of a line cut."""
BRACKETS: Final = str.maketrans("（）", "()")
UNFINISHED: Final = "；;,，、"
REFERRING: Final = "同与和及第见"
LOOKED_AT: Final = 60
LOOKED_BACK: Final = 160


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """A label of a plan or of a case, as printed."""
    text = tidy(text)
    if not text or len(text) > LONGEST or text.isascii():
        return False
    return _names(text) or _names(_simplified(text))


def _simplified(text: str) -> str:
    return str(_converter().convert(text))


def _names(text: str) -> bool:
    return field_of(text) is not None or case_field(text) is not None


def begins_anew(before: str, text: str) -> bool:
    """Whether a line below a full one begins a paragraph: with a number, or with a whole label."""
    if _is_open(before) or before[-1:] in REFERRING:
        return False
    if read_marker(text) is not None or read_marker(_simplified(text[:LOOKED_AT])) is not None:
        return True
    label = LABELLED.match(text)
    name = label and (label[1] or label[2])
    if name is None or before[-1:] in UNFINISHED or not is_label(name):
        return False
    half = HALF.search(before[-LONGEST:])
    return half is None or not is_label(half[0].lstrip("【[〔") + name)


def _is_open(text: str) -> bool:
    """A bracket that the line does not close."""
    tail = text[-LOOKED_BACK:].translate(BRACKETS)
    return tail.rfind("(") > tail.rfind(")")
