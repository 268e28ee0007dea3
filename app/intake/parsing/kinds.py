"""What a document is: a plan, a list of petition cases, or a notice."""

# a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.lines import Block, Paragraph

SAMPLE: Final = 4000
CASES: Final = re.compile(
    r"受理\s?编号|(?:信访|举报|交办件|转办件)编号|(?:信访|举报)内容[:：]|是否\s?属实|调查核实情况|转办和边督边改|(?<![A-Za-z0-9])[DX]\d?[A-Z]{0,4}20\d{8,12}|交办问题基本情况|(?:群众|市民|网友)反映[:：]|诉求(?:编号|内容|事项)[:：]|投诉(?:编号|内容)[:：]|举报内容[:：]|举报污染类型"
)
"""Only lists and counts of cases say this."""
COUNTS: Final = re.compile(
    r"边督边改(?:情况|公开)|来电[\s|,，、]+来信|(?:举报|信访)(?:受理|办理|交办|转办)情况|(?:行政区域|县区|区县|地区|乡镇|类别)[\s|,，]+(?:当日|本批|累计|来电|来信|件数|交办)|信访(?:举报)?(?:问题|案件|事项)(?:受理|交办|办理|转办)|举报件|信访件|拆分件|重复件|合办件|(?:交办|转办|移交)(?:件数|数量)|(?:举报|信访|污染)类型|(?:举报|信访|来信|来电|交办|转办|移交)[^,，。;；、\n]{0,14}?\d\s*件|\d\s*件\S{0,12}(?:已办结|办理结果)|办结\d+件"
    r"|(?:(?:水|大气|噪声|噪音|土壤|生态|固废|辐射|扬尘|油烟|其他)(?:污染)?[\s|、,，]+){3}"
)
"""What bulletins of cases count; a plan may speak of it too."""
PLAN: Final = re.compile(
    r"(?:责任|牵头|配合|协办|督导|督办|监管|整改|验收|销号|承办|落实|完成|办结|目标|主要|具体|重点|工作|治理|时间)(?:责任|整改|完成|实施)?"
    r"(?:单位|部门|主体|时限|期限|时间|要求|节点|目标|措施|举措|任务|方案|清单|台账|进展|落实情况)"
    r"|时限要求|时间要求|包[案保抓]领导|反馈意见|反馈问题|突出生态环境问题|整改情况|该问题(?:已|正在|属)"
)
NOTICE: Final = re.compile(
    r"公示(?:时间|期间|日期|期为|期限|期)|(?:销号|完成情况|整改情况|验收).{0,12}公示|公示.{0,12}说明|挂牌督办.{0,30}通知|督.{0,4}函[〔\[【(（]|关于督办|(?:督办|提醒|催办|预警)(?:函|通知书|单(?!位))|情况的通报|[红黄蓝亮](?:灯|牌)(?:的|情况)?.{0,10}通报|(?:任务|问题)公示|之日起公示"
)
WINDOW: Final = re.compile(r"公示(?:时间|期间|日期|期为|期限|期)")
LEAST: Final = 2


def guess_kind(blocks: Sequence[Block]) -> str:
    """Guess from words that only one kind of document uses."""
    text = _sample(blocks)
    if CASES.search(text):
        return "cases"
    planned = len(set(PLAN.findall(text))) >= LEAST or WINDOW.search(text)
    if COUNTS.search(text) and not planned:
        return "cases"
    return "notice" if NOTICE.search(text) else "plan"


def _sample(blocks: Sequence[Block]) -> str:
    text = ""
    for block in blocks:
        cells = [block] if isinstance(block, Paragraph) else block.cells
        text += "\n" + "\n".join(cell.text for cell in cells)
        if len(text) > SAMPLE:
            break
    return text[:SAMPLE]
