"""What a document is: a plan, a list of petition cases, or a notice."""

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.lines import Block, Paragraph

SAMPLE: Final = 4000
CASES: Final = re.compile(
    r"受理\s?编号|转办和边督边改|边督边改(?:情况|公开)|信访(?:举报)?(?:问题|案件|事项)(?:受理|交办|办理|转办)|(?<![A-Za-z0-9])[DX]\d?[A-Z]{0,4}20\d{8,12}|交办问题基本情况|信访举报件|举报件|来电\s*\d+\s*件|来信\s*\d+\s*件|信访件|群众反映[:：]|举报内容[:：]|举报污染类型|拆分件|重复件"
)
CLOSING: Final = re.compile(r"\d\s*件\S{0,12}(?:已办结|办理结果)|办结\d+件")
NOTICE: Final = re.compile(
    r"公示(?:时间|期间|日期|期为|期限|期)|(?:销号|完成情况|整改情况|验收).{0,12}公示|公示.{0,12}说明|挂牌督办的通知|督.{0,4}函〔|关于督办|情况的通报"
)


def guess_kind(blocks: Sequence[Block]) -> str:
    """Guess from words that only one kind of document uses."""
    text = ""
    for block in blocks:
        parts = (
            [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
        )
        text += "\n" + "\n".join(parts)
        if len(text) > SAMPLE:
            break
    if CASES.search(text[:SAMPLE]) or CLOSING.search(text[:SAMPLE]):
        return "cases"
    return "notice" if NOTICE.search(text) else "plan"
