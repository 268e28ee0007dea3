"""Telling the deadline that stands from the one before an extension."""

import re

LABEL = (
    r"原(?!则)(?:定|计划|整改|规定|确定|方案|任务|要求|完成|批准|承诺|时限|期限|时间|节点|日期|的)*"
    r"(?:为|是|于|在)?:?"
)
BRACKETED = re.compile(rf"[(【〔\[]{LABEL}(?P<original>[^()【】〔〕\[\]]+)[)】〕\]]")
SHIFTED = re.compile(
    rf"(?P<label>{LABEL})?(?:由|从)?(?P<original>[^()]+?)[,;(]*"
    r"(?:经[^,;]{0,16},?|现|已|申请|后|拟|批准|同意)*"
    r"(?:延期|调整|延长|顺延|变更|推迟|展期|延后|延)(?:至|为|到)(?P<current>[^()]+)\)?。?"
)
LEADING = re.compile(rf"{LABEL}(?P<original>[^,;。()]+)(?:[,;。]现?)?(?P<current>.*)")
TRAILING = re.compile(rf"(?P<current>.+?)[,;。]{LABEL}(?P<original>[^()]+)")


def parted(text: str) -> tuple[str, str | None]:
    """Return the current wording and the original one, if the phrase names both."""
    inside = BRACKETED.search(text)
    if inside:
        return text[: inside.start()] + text[inside.end() :], inside["original"]
    for pattern in (SHIFTED, LEADING, TRAILING):
        match = pattern.fullmatch(text)
        if match:
            return match["current"], match["original"]
    return text, None
