"""Quantified targets in running text: 到2025年,清洁取暖率达到52%以上."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from dataclasses import replace
from datetime import date
from typing import Final

from app.intake.parsing.dates import date_before
from app.intake.parsing.result import Indicator

NUMBER: Final = r"(?P<value>\d+(?:\.\d+)?)"
MASS: Final = "蒸吨|吨|亩|公顷|千瓦时|千瓦|元|人|户|辆|株|立方米|平方米|平方公里|标准煤"
COUNTED: Final = "公里|米|平方公里|平方米|立方米|分贝|个|家|处|座|条|套|项|件|次|台|宗|所|户|辆|头|人|天|倍|片|口|眼|类|分"
UNIT: Final = (
    r"(?P<unit>%|％|‰|个?百分点|(?:微克|毫克|纳克|千克|克)(?:(?:/|每)(?:立方米|平方米|升))?"
    rf"|(?:万|亿)?(?:{MASS})(?:/(?:年|日|天|月|小时))?|万?(?:{COUNTED}))?"
)
BEYOND: Final = r"(?P<beyond>以上|及以上|以下|及以下|以内|之内|左右)?"
PER: Final = r"(?:每(?P<per>立方米|升|公顷|亩|人|年|日)\s*)?"
RISING: Final = "达到|达|提高到|提高至|提升到|提升至|增加到|增加至|增长到|上升到|恢复到|扩大到|不低于|不少于|不小于|高于|超过|大于|突破|保持在|稳定在|维持在|≥|>=|>"
FALLING: Final = "降至|降到|降低到|降低至|下降到|下降至|减少到|减少至|压减到|压减至|控制在|控制到|不超过|不高于|不大于|低于|小于|少于|≤|<=|<"
CHANGING: Final = "提升|提高|增加|增长|上升|下降|降低|减少|削减|压减|减排"
EXACT: Final = "保持|稳定保持|为|等于|="
AMOUNT: Final = rf"\s*(?:约|近|年均)?{PER}{NUMBER}\s*{UNIT}{BEYOND}"
NAME: Final = r"(?P<name>[^,，。；;：:!！?？\n]{2,60}?)"
NAMED: Final = re.compile(
    rf"{NAME}(?:(?:稳定|分别|均|全部|持续|力争|努力|基本)*)"
    rf"(?P<verb>{RISING}|{FALLING}|{CHANGING}|{EXACT})(?:了)?{AMOUNT}"
    rf"(?P<second>(?:和|、)\d+(?:\.\d+)?\s*(?:[%％]|[一-龥]{{1,3}}))?"
)
SHARE: Final = re.compile(
    rf"(?P<name>占[^,，。；;：:\d]{{2,40}}){NUMBER}\s*(?P<unit>[%％]){BEYOND}"
)
FULL: Final = re.compile(
    rf"(?P<name>[^,，。；;：:\d]{{2,60}}?(?:率|比例|比重|覆盖率)){NUMBER}\s*(?P<unit>[%％]){BEYOND}"
)
DONE: Final = re.compile(
    rf"(?P<least>至少)?(?:新建|建成|建设|新增|完成|改造|创建|治理|修复|整治|淘汰|关停|安装|打造|绿化){AMOUNT}(?:的)?(?P<name>[^,，。；;：:\d]{{2,40}})"
)
BUILT: Final = re.compile(
    rf"(?P<name>(?:新建|建成|建设|新增|完成|改造|创建|整治|淘汰|治理|修复|关停|安装)[^,，。；;：:、\d]{{2,30}}?){AMOUNT}(?=[,，。；;、]|$)"
)
LISTED: Final = re.compile(
    rf"(?:含|其中|包括|、)(?P<name>[^,，。；;：:、\d]{{3,30}}?){AMOUNT}(?=[,，。；;、]|$)"
)
PREFIX: Final = re.compile(
    r"^(?:完成(?=[^率度])|(?:到|至|在|于)?\s*(?:\d{4}\s*年?(?:年?底|末|\d{1,2}月(?:底)?)?前?|[“\"]?十[三四五六]五[”\"]?末?期?)\s*|力争|确保|努力|实现|使|全面|基本|其中|并|且|含|包括|将|把|推动|要求|、)+"
)
NOT_A_NAME: Final = re.compile(r"^(?:以|及|或|和|与|约|近|不)|(?:年|月|日|个)$|原则上|严控")
FORBIDDING: Final = re.compile(r"不再|不得|禁止|严控|严禁")
SENTENCE: Final = re.compile(r"[^。；;！!\n]+")
SIGNS: Final = {
    **dict.fromkeys((*RISING.split("|"), *CHANGING.split("|")), ">="),
    **dict.fromkeys(FALLING.split("|"), "<="),
    **dict.fromkeys(("高于", "超过", "大于", "突破", ">"), ">"),
    **dict.fromkeys(("低于", "小于", "少于", "<"), "<"),
}
AT_MOST: Final = frozenset({"以下", "及以下", "以内", "之内"})
LEAST_NAME: Final = 2


def read_indicators(text: str, due_on: date | None = None) -> list[Indicator]:
    """Return the targets in a text; a clause without a date takes the one before it."""
    found: list[Indicator] = []
    for sentence in SENTENCE.finditer(text):
        found.extend(_in_sentence(sentence[0], due_on))
    return found


def _in_sentence(sentence: str, due_on: date | None) -> list[Indicator]:
    taken: list[tuple[int, int, Indicator]] = []
    if not any(char.isdigit() for char in sentence):
        return []
    for pattern in (NAMED, SHARE, FULL, LISTED, DONE, BUILT):
        for match in pattern.finditer(sentence):
            first, last = match.start("value"), match.end()
            if any(first < end and start < last for start, end, _ in taken) or _forbidden(match):
                continue
            when = date_before(sentence, match.start("value")) or due_on
            taken.extend((first, last, each) for each in _indicators(match, when))
    taken.sort(key=lambda each: each[0])
    return _shares([indicator for _, _, indicator in taken])


def _shares(found: list[Indicator]) -> list[Indicator]:
    """占耕地面积80% is a share of what was named before it."""
    named: list[Indicator] = []
    for each in found:
        if each.name.startswith("占") and named:
            each = replace(each, name=named[-1].name + each.name)  # noqa: PLW2901  # its full name
        named.append(each)
    return named


def _forbidden(match: re.Match[str]) -> bool:
    """不再新建40蒸吨以下锅炉 forbids; a count of a thing done needs a unit."""
    if match.re in (DONE, BUILT, LISTED) and not match["unit"]:
        return True
    before = match.string[max(0, match.start() - 4) : match.start()] + match[0][:6]
    return FORBIDDING.search(before) is not None


def _indicators(match: re.Match[str], due_on: date | None) -> list[Indicator]:
    groups = match.groupdict()
    if _is_date(match):
        return []
    name, unit = _name(groups["name"]), _unit(groups)
    if len(name) < LEAST_NAME or NOT_A_NAME.search(name):
        return []
    text = match[0].lstrip("、,， ")
    names, values = [name], [groups["value"]]
    if second := groups.get("second"):
        values.append(re.sub(r"[^\d.]", "", second))
        names = _shared(name)
    comparison = _comparison(groups)
    return [
        Indicator(each, comparison, _value(value), unit, due_on, text)
        for each, value in zip(
            names * len(values) if len(names) == 1 else names, values, strict=False
        )
    ]


def _is_date(match: re.Match[str]) -> bool:
    """2025年 after a verb is a date, not a value."""
    following = match.string[match.end("value") : match.end("value") + 2].lstrip()
    return following[:1] in ("年", "月", "日", "号", "时") and not match["unit"]


def _shared(name: str) -> list[str]:
    """甲、乙重点工程减排量 is two names over one tail."""
    parts = re.split(r"[、和]", name, maxsplit=1)
    if len(parts) == 1:
        return [name]
    tail = re.search(r"(?:重点|排放|减排|总量|浓度|比例|工程|面积).*$", parts[1])
    return [parts[0] + (tail[0] if tail else ""), parts[1]]


def _name(text: str) -> str:
    name = PREFIX.sub("", text.strip()).strip("、,， ")
    return re.sub(
        r"(?:的|要|应|将|须|均|分别|稳定|持续|全部|同比|较\d{4}年|并.{1,8})+$", "", name
    ).strip('“”"')


def _unit(groups: dict[str, str | None]) -> str:
    unit = (groups.get("unit") or "").replace("％", "%")
    per = groups.get("per")
    return f"{unit}/{per}" if per else unit


def _value(text: str) -> float:
    value = float(text)
    return int(value) if value.is_integer() else value


def _comparison(groups: dict[str, str | None]) -> str:
    """What follows the figure wins over the verb before it."""
    beyond = groups.get("beyond") or ("以上" if groups.get("least") else "")
    if beyond:
        return "<=" if beyond in AT_MOST else "=" if beyond == "左右" else ">="
    return SIGNS.get(groups.get("verb") or "", "=")
