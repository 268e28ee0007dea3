"""Figures in running text: 当日收到举报18件(来电11件、来信7件);累计394件(来电251件)."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.intake.parsing.amounts import ARABIC, CHINESE, half_width, value_of

UNIT: Final = r"(?:亿元|万元|千元|元|件次|家次|人次|批次|件|家|户|人|名|起|宗|个(?:百分点|问题)?|项|条|批|处|例|案|次|份|吨|%|％|‰)"
NUMBER: Final = rf"(?:{ARABIC}|(?<![第一-龥]){CHINESE}(?={UNIT}))"
COUNT: Final = re.compile(
    rf"(?<![第\d\-—~])(?P<n>{ARABIC})\s*(?:(?P<unit>{UNIT})(?![年月日号时:：.])|(?![年月日号时\d:：.批]))"
)
DATE: Final = re.compile(
    r"(?:\d{2,4}年)?\d{1,2}月\d{1,2}[日号]?|\d{4}年(?:\d{1,2}月)?|\d{1,2}月(?:份|底|末)?(?!内)|\d{1,2}[日号](?=[,，至前止、\d]|$)"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[:：时]\d{0,2}分?|[A-Za-z]{1,4}\d[\dA-Za-z-]{3,}|12345|12369|〔\d{4}〕\s*\d+号|PM\s*2\.5|PM\s*10"
)
ORDINAL: Final = r"第[\d一二三四五六七八九十百]+"
BATCH: Final = re.compile(
    rf"(?P<range>{ORDINAL}(?:批)?(?:至|到|-|—|~){ORDINAL.replace('第', '第?')}批)|(?P<batch>{ORDINAL}批)"
)
CUMULATIVE: Final = re.compile(r"累计|截至|截止|至今|以来|日止|总计收到|(?:月|日|前)止")
CURRENT: Final = re.compile(r"当日|当天|今日|本日|本批|本周|本月|当月|本期|当批|本次|昨日")
ENDS: Final = re.compile(r"[。;；\n!！]")
PARTS: Final = re.compile(r"[,，、:：()（）]|$")
NOISE: Final = re.compile(
    r"^(?:其中|以上|上述|本轮|(?:督察|进驻)期间|含|涉及|反映|来自|包括|包含|其余|另有?|还有|以及|及|和|与|即|按照?[^,，。]{0,20}分为?|我[省市县区]|全[省市县区旗]|(?:中央|省|市|县|国家)?(?:第[一二三四五六七八九十]+)?(?:生态环境保护|环保)?督[察查]组(?:向|给|对)?(?:我[省市县区])?"
    r"|向我[省市县区]|累计|截至|截止|至今|目前|当日|当天|今日|本日|本批|本周|本月|当月|本期|本次|共计?|总共|一共|合计为?|总计"
    r"|收到|接到|接收|受理了?|移交|转来|交来|已?转办(?=.)|交办(?=.)|分别|止|日|,|，|:|：|的|了|对|"
    r"第[\d一二三四五六七八九十百]+批?(?:(?:至|到|-|—|~)第?[\d一二三四五六七八九十百]+批)?)+"
)
TAIL: Final = re.compile(
    r"(?:的有|分别为|合计为|为|有|是|达到|达|共计|共|计|约|各|了|数量|总数|占|:|：|\s)+$"
)
AFTER: Final = re.compile(r"^(?:属于?|为|是|系|的|由|已被|被)*(?P<name>[一-龥]{2,12})")
SHARED: Final = re.compile(
    rf"(?P<names>[^\d。;；:：()（）]{{2,60}}?)(?:分别|依次)(?:为|是|有|达)?(?P<values>{ARABIC}\s*{UNIT}(?:(?:[、,，]|和|及){ARABIC}\s*{UNIT}){{1,12}})"
)
RUN: Final = re.compile(r"[一-龥)）]{2,14}\d{2,}(?=\s*[一-龥]{2,14}\d|\s*$|[。;；])")
RUNS: Final = re.compile(r"(?:[一-龥]{2,14}\d{1,8}\s*){2,}")
SINGLE: Final = re.compile(r"(?<!\d)(\d)(?=\s*[一-龥]|\s*$)")
SINGLES: Final = re.compile(r"(?:[一-龥]{2,14}(?<![第至件批])\d(?!\d)\s*(?=[一-龥。;；]|$)){3,}")
"""东河区1西河区2北山县3 can be cut in one way only."""
THOUSANDS: Final = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
SUMMED: Final = re.compile(r"(?:总)?(?:共计?|合计)")
SHARE: Final = re.compile(r"(?:约?占(?:比|总数|总量|全部)?[^\d]{0,8})$")
LABEL_LENGTH: Final = 24


@dataclass(frozen=True)
class Figure:
    label: str
    value: float
    unit: str
    scope: str = ""
    """累计, 第三批, 当日: whose figure this is; no part of the label where one scope is all."""

    def to_json(self) -> dict[str, str | float]:
        return {"label": self.label, "value": self.value, "unit": self.unit}


@dataclass(frozen=True)
class Told:
    """A figure where it stands: what opened before it tells totals from parts."""

    figure: Figure
    opened: str
    """The signs before its clause: ( or : or ), or nothing."""
    sentence: int = 0


def number(text: str) -> float:
    value = value_of(text)
    plain = float(value or 0)
    return int(plain) if plain.is_integer() else plain


def undecidable_run(text: str) -> str | None:
    """Return names and digits that run on without units: 临港区12青屏区22 can be cut in many ways."""
    plain = DATE.sub(lambda match: "," * len(match[0]), half_width(text))
    for match in RUNS.finditer(plain):
        if RUN.search(match[0]) and not re.search(rf"\d\s*{UNIT}", match[0]):
            return text[match.start() : match.end()].strip()
    return None


def read_text(text: str) -> list[Told]:
    """Return the figures of a paragraph in order."""
    plain = THOUSANDS.sub("", half_width(text))
    plain = DATE.sub(lambda match: "日" + " " * (len(match[0]) - 1), plain)
    plain = SINGLES.sub(lambda match: SINGLE.sub(r"\1件、", match[0]), plain)
    found: list[Told] = []
    scope = ""
    for index, sentence in enumerate(ENDS.split(plain)):
        for opened, clause in _clauses(_shared(sentence)):
            scope = scope_of(clause) or scope
            found.extend(Told(each, opened, index) for each in _clause(clause, scope, found))
    return _with_units(found)


def scope_of(clause: str) -> str:
    """Return 累计, the batch, or the day that a clause begins to speak of."""
    if CUMULATIVE.search(clause):
        return "累计"
    if match := BATCH.search(clause):
        return "累计" if match["range"] else match["batch"]
    match = CURRENT.search(clause)
    return match[0] if match else ""


def _shared(sentence: str) -> str:
    """来电、来信分别为11件、7件 becomes 来电11件、来信7件."""

    def told(match: re.Match[str]) -> str:
        names = re.split(r"[、,，和及]", match["names"])
        values = re.split(r"[、,，和及]", match["values"])
        if len(names) < len(values):
            return match[0]
        pairs = zip(names[-len(values) :], values, strict=True)
        return "、".join(name + value for name, value in pairs)

    return SHARED.sub(told, sentence)


def _clauses(sentence: str) -> Iterator[tuple[str, str]]:
    opened, first = "", 0
    for match in PARTS.finditer(sentence):
        clause = sentence[first : match.start()]
        yield opened, clause
        opened = match[0] if clause.strip() else opened + match[0]
        first = match.end()


def _clause(clause: str, scope: str, before: Sequence[Told]) -> Iterator[Figure]:
    start, label = 0, ""
    matches = [
        match
        for match in COUNT.finditer(clause)
        if match["unit"] or not clause[match.end() :].strip()
    ]
    for index, match in enumerate(matches):
        following = matches[index + 1].start() if index + 1 < len(matches) else len(clause)
        name = clause[start : match.start()].strip()
        if name or not start:
            label = _label(name, clause[match.end() : following], scope)
        if SHARE.fullmatch(name) and before:
            label = f"{before[-1].figure.label}占比"
        start = match.end()
        if label:
            unit = (match["unit"] or "").replace("％", "%")
            yield Figure(label, number(match["n"]), unit, scope)


def _label(before: str, after: str, scope: str) -> str:
    name = clean_name(before)
    if name:
        return name
    if scope_of(before):
        return scope
    following = AFTER.match(after)
    if following:
        return following["name"]
    return "合计" if SUMMED.fullmatch(before) else ""


def clean_name(text: str) -> str:
    """The words before a number without 其中, 共, 收到 and whose figure it is."""
    bare = re.sub(r"\s+", "", text).strip("“”\"'")
    name = TAIL.sub("", NOISE.sub("", bare))
    if not name:
        kept = re.search(r"(?:收到|受理|交办|转办|移交|接到)$", bare)
        return "" if kept is None or scope_of(bare) else kept[0]
    return name if len(name) <= LABEL_LENGTH else ""


def _with_units(found: Sequence[Told]) -> list[Told]:
    """来电11、来信7件: a number without a unit takes that of the next one, or is none."""
    kept: list[Told] = []
    unit = ""
    for told in reversed(found):
        unit = told.figure.unit or unit
        if unit:
            kept.append(replace(told, figure=replace(told.figure, unit=unit)))
    return kept[::-1]
