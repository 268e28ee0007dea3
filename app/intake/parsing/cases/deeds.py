"""Deeds with their numbers in running text: 责令整改3家, 对2家企业立案处罚, 约谈5人."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.amounts import COUNT, count_of

GAP: Final = r"[^,，;；。、:：\d一二三四五六七八九十两]{0,14}?"
JOIN: Final = r"[^,，;；。、:：\d]{0,16}?"
FIRMS: Final = r"(?:家次|家|户次|户|起|件次|件|宗|例|份|个(?=单位|企业|项目|案))"
CASES: Final = r"(?:件次|件|起|宗|例|案)"
PEOPLE: Final = r"(?:人次|人|名|位)"
LISTED: Final = r"[^,，;；。\d]{2,40}?等(?:相关|有关)?(?:责任)?(?:人员)?"
FURTHER: Final = re.compile(
    rf"[、,，和及](?P<role>[^,，;；。、\d]{{1,12}}?(?:人员|干部|人|[长员级任]|书记))(?P<n>{COUNT})\s*{PEOPLE}"
)
"""约谈所长1人、村书记1人: the deed is told once."""
TOTAL: Final = re.compile(r"(?:合计|共计|累计|总计|总共|一共|共)[^,，;；。、]{0,6}$")
RECTIFY: Final = r"(?:整改|改正|整治|停产|停业|停止|停工|关停|关闭|拆除|搬迁)"
PARTS: Final = (
    r"(?:党纪政务处分|党纪政纪处分|党纪处分|政务处分|政纪处分|行政处分|党政纪处分|纪律处分|组织处理|组织措施"
    r"|党内严重警告|严重警告|党内警告|政务警告|行政警告|警告处分|记大过|记过|降级|降职|撤职|免职|开除"
    r"|停职检查|停职|调离|诫勉谈话|诫勉|通报批评|批评教育|提醒谈话|谈话提醒|警示谈话|书面检查|作出检查|书面检讨|责令检查|立案审查)"
)


@dataclass(frozen=True)
class Deed:
    """One kind of deed: how it is named before its number, after it, and in what it is counted."""

    key: str
    named: str
    counted: str
    signs: tuple[str, ...]
    """One of these is in every text that tells of it; most texts tell of nothing."""


DEEDS: Final = (
    Deed("ordered", rf"责令(?:{JOIN}{RECTIFY})?|(?:限期|立即|督促)(?:整改|改正)|停产整治", FIRMS, ("责令", "整改", "改正", "停产整治")),
    Deed("criminal", r"立案侦查|刑事立案|移送(?:公安|司法)(?:机关|部门)?(?!.{0,6}拘留)|移交公安(?:机关|部门)?(?!.{0,6}拘留)|追究刑事责任|涉嫌(?:环境)?犯罪", CASES, ("立案", "公安", "司法", "刑事责任", "犯罪")),
    Deed("admin_detained", r"(?:行政|治安)拘留", PEOPLE, ("拘留",)),
    Deed("criminally_detained", r"(?<!行政[和及与、])刑事拘留|刑拘", PEOPLE, ("拘留", "刑拘")),
    Deed("interviewed", r"约谈|约见谈话", PEOPLE, ("约谈", "约见")),
    Deed("penalty_cases", r"立案(?:查处|处罚|调查)?(?!侦查|审查)(?:并)?(?:实施)?(?:行政)?(?:处罚)?|(?:行政|依法|给予)?处罚(?!金额|款)", FIRMS, ("立案", "处罚")),
    Deed("held_accountable", r"(?<!未)(?<!不予)(?:追责问责|责任追究|追究责任|追责|问责)(?!情况)", PEOPLE, ("问责", "追究", "追责")),
    Deed("parts", PARTS, PEOPLE, ("处分", "组织", "警告", "过", "降", "职", "开除", "调离", "诫勉", "批评", "谈话", "检查", "检讨", "审查")),
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    key: str
    value: int
    total: bool
    """合计 or 共 stands before it: what came before is part of it."""


def read_deeds(text: str) -> list[Found]:
    """Return every deed that has its number, none of them twice."""
    told = _told(text)
    taken: set[int] = set()
    return [*_matches(text, told, AFTER, taken), *_matches(text, told, BEFORE, taken)]


def _told(text: str) -> list[Deed]:
    return [deed for deed in DEEDS if any(sign in text for sign in deed.signs)]


AFTER: Final = {
    deed.key: re.compile(
        rf"(?:{deed.named})(?:(?P<gap>{GAP})|{LISTED if deed.counted == PEOPLE else '(?!)'})(?P<n>{COUNT})\s*{deed.counted}(?!月|以)"
    )
    for deed in DEEDS
}
BEFORE: Final = {
    deed.key: re.compile(rf"(?P<n>{COUNT})\s*{deed.counted}(?!月|以){JOIN}(?:{deed.named})")
    for deed in DEEDS
}


def _matches(
    text: str, deeds: Sequence[Deed], patterns: Mapping[str, re.Pattern[str]], taken: set[int]
) -> Iterator[Found]:
    for key in (deed.key for deed in deeds):
        for match in patterns[key].finditer(text):
            value = count_of(match["n"])
            if value is None or match.start("n") in taken:
                continue
            taken.add(match.start("n"))
            before = text[max(0, match.start() - 12) : match.start("n")]
            yield Found(key, value, TOTAL.search(before) is not None)
            if match.groupdict().get("gap"):
                yield from _further(text, key, match.end(), taken)


def _further(text: str, key: str, end: int, taken: set[int]) -> Iterator[Found]:
    """Yield the other people of a list that names a deed once."""
    while (match := FURTHER.match(text, end)) and not _told(match["role"]):
        value = count_of(match["n"])
        if value is not None and match.start("n") not in taken:
            taken.add(match.start("n"))
            yield Found(key, value, total=False)
        end = match.end()
