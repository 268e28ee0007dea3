"""Values that documents print in many ways: status, lamp, percent, nothing at all."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from typing import Final

NOTHING: Final = re.compile(r"[-—–_/\\、.。·…\s]*|无|略|暂无|/|不涉及|无此项")
STATUSES: Final = tuple(
    (re.compile(pattern), status)
    for pattern, status in (
        (r"(?:未|尚未|没有|暂未)(?:启动|开工|开展|实施|开始)", "not_started"),
        (
            r"(?:未|没有|尚未|未能)(?:达到?|完成)(?:序时|时序|进度)(?:进度|要求)?|滞后|慢于序时|落后|(?<![未无])(?:逾期|超期|超时限)",
            "behind_schedule",
        ),
        (r"(?:超过|快于|超前|超|优于)(?:于)?(?:序时|时序)进度|^超前$", "ahead_of_schedule"),
        (
            r"(?:达到|符合|按照?|满足|完成)?(?:了)?(?:序时|时序)(?:进度)?(?:推进|要求)|(?:序时|时序)进度|正常推进",
            "on_schedule",
        ),
        (r"(?:未|尚未|没有|暂未)(?:全部|全面)?(?:完成|销号|办结)", ""),
        (r"(?:基本|部分|阶段性)(?:完成|办结)|完成阶段性", ""),
        (r"(?:已|完成)?.{0,4}(?:交账)?销号|已(?:验收)?销号|已归档", "closed"),
        (
            r"(?:已经?|全部|全面|均已|按期|按时|如期|提前)(?:全部|全面|按期|按时|如期|提前)*完成|完成整改|整改(?:已)?(?:完成|到位)|^完成$|已整改|^已?办结",
            "completed",
        ),
    )
)
CONTINUED: Final = re.compile(r"并?(?:将)?(?:长期|持续)(?:坚持|整改|推进|保持|巩固)")
DAY: Final = r"(?:已?于)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|底)?"
PACE: Final = re.compile(
    r"(?:总体|目前|基本|均|已)*(?:未|没有|尚未)?(?:按照?|达到|符合|满足|滞后于?|落后于?|慢于|快于|超前于?|超过)(?:了)?(?:序时|时序)进度(?:要求|推进)?"
)
"""A clause that tells of the whole, wherever it stands."""
WHOLE: Final = re.compile(
    rf"{DAY}(?:整改任务|该问题|该项任务|该任务|问题|任务)?(?:(?:已经?|均已)|(?<=[日月旬底]))(?:全部|全面)?(?:完成整改|整改完成|整改到位|完成销号|验收销号|销号)"
)
PENDING: Final = re.compile(
    r"(?:尚?待|等待|拟|已?申请|正在|准备|报请|可以|具备|组织|启动).{0,4}销号(?:条件)?"
)
"""Closing that is asked for or under way is none."""
CLOSED: Final = re.compile(
    rf"{DAY}已?(?:完成整改|整改完成|整改到位)?(?:并|且|已)*(?:通过|完成|予以|按程序|按规定)*(?:现场|市级|省级|县级)?(?:验收|交账)*(?:并)?销号"
)
"""A clause that closes the whole."""
ALL_DONE: Final = re.compile(
    rf"{DAY}(?:目前|现)?(?:(?:已经?|均已|现已)|(?<=[日月旬底])(?=完成整改))(?:全部|全面|如期|按期|按时|提前)*完成(?:整改|整改任务|治理)?"
)
"""A first clause that says no more."""
LEADING: Final = 24
LAMPS: Final = (
    ("蓝🔵🟦", "blue"), ("绿🟢🟩", "green"), ("黄🟡🟨", "yellow"), ("红🔴🟥", "red"),
)  # fmt: skip
TURNED: Final = re.compile("转|变|升|降|改")
"""由黄转红: the last colour counts."""
LAMP_SIGN: Final = re.compile(
    r"(?:亮)?(?:[蓝绿黄红](?:灯|牌|签|色)?(?:预警|灯)?|[🔵🟦🟢🟩🟡🟨🔴🟥])(?:[(（].{0,6}[)）])?"
)
PERCENT: Final = re.compile(r"\d+(?:\.\d+)?\s*[%％]")
SHARE: Final = re.compile(r"[01](?:\.\d+)?|0?\.\d+")


def is_nothing(text: str) -> bool:
    """A dash, a slash, 无: the field is there and says nothing."""
    return NOTHING.fullmatch(text) is not None


def read_status(text: str) -> str | None:
    """Return the pace or state that a status field names; None for 整改中 and the like."""
    text = PENDING.sub("", text)
    for pattern, status in STATUSES:
        if pattern.search(text):
            return status or None
    return None


def status_of_progress(text: str) -> str | None:
    """Return what the first clause of a progress text says of the whole; None if it tells of parts."""
    clauses = [clause.strip() for clause in re.split(r"[。；;\n,，]", text) if clause.strip()]
    whole = [clause for clause in clauses if PACE.fullmatch(clause)]
    whole += [clause for clause in clauses[-1:] if WHOLE.fullmatch(clause)]
    whole += [clause for clause in clauses[:1] if ALL_DONE.fullmatch(clause)]
    if any(CLOSED.fullmatch(clause) for clause in clauses):
        return "closed"
    return _leading_status(text) or (read_status(whole[0]) if whole else None)


def _leading_status(text: str) -> str | None:
    first = CONTINUED.sub("", re.split(r"[。；;\n]", text, maxsplit=1)[0]).strip()
    if not first or len(first) > LEADING or re.search(r"\d", first):
        return None
    if re.search(
        r"(?:完成|办结)[^,，、]{2,}", re.sub(r"完成(?:整改|销号|任务|序时进度)|达到", "", first)
    ):
        return None
    return read_status(first)


def read_lamp(text: str) -> str | None:
    """Return the first colour that is named, by word or by sign."""
    found = [(text.find(sign), lamp) for signs, lamp in LAMPS for sign in signs if sign in text]
    chosen = max if TURNED.search(text) else min
    return chosen(found)[1] if found else None


def read_percent(text: str) -> str:
    """Keep a percentage as printed; a share out of a workbook becomes one."""
    text = text.strip()
    if SHARE.fullmatch(text) and "." in text:
        return f"{float(text) * 100:.10g}%"
    return "100%" if text == "1" else text
