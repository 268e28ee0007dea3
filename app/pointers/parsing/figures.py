"""Figures in a text, and phrases that stand where a figure should."""

import re
from typing import Final

from app.pointers.drafts import Span

NO_FIGURE: Final = re.compile(
    r"\d{4}年|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号](?!线)|\d{1,2}[:：]\d{2}"  # dates and hours
    r"|第[\d一二三四五六七八九十]+[项条款期周批次轮]|[〔（(]\d{4}[〕）)]\d*号?|十[二三四五]五"
)
"""What is written with figures and measures nothing."""
UNITS: Final = "个处家座台套公里吨亩条户件项名口次米辆万亿成倍所宗起方根株块段批艘只头桶"
FIGURE: Final = re.compile(
    rf"\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+(?=[{UNITS}])|全部|均已|百分之"
)
VAGUE: Final = re.compile(
    r"高度重视|进一步|(?:已|不断|持续|切实|全面|着力)(?:加强|加大|强化|提升|改善|推进|优化|完善|落实|开展)"
    r"|(?:有序|稳步|积极|大力|扎实|深入|加快|全力|统筹)(?:推进|开展|实施|落实|整改)"
    r"|(?:取得|收到)(?:了)?(?:明显|显著|初步|阶段性|积极)?(?:成效|进展|效果)"
    r"|长效机制|常态化|压实责任|加大力度|认真(?:落实|组织|开展)|正在(?:推进|开展|进行|抓紧)"
    r"|基本(?:完成|达到)|得到(?:有效|明显|较大)?(?:改善|提升|遏制|控制)"
)


def figures(text: str) -> set[str]:
    """Return the figures of a text that measure something: no dates, no numbers of articles."""
    return {found.group() for found in FIGURE.finditer(NO_FIGURE.sub("　", text))}


def is_quantified(target: str) -> bool:
    """Whether a target says how much."""
    return any(figure[0].isdigit() for figure in figures(target))


def vague_phrases(text: str) -> tuple[Span, ...]:
    """Return where a text strengthens, deepens and attaches importance."""
    return tuple(found.span() for found in VAGUE.finditer(text))


def only_vague(text: str) -> bool:
    """Whether a text has such phrases and not one figure."""
    return bool(vague_phrases(text)) and not figures(text)
