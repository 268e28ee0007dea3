"""Tables without borders: text that ran together, cut by case number."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.drafts import CaseDraft
from app.intake.parsing.cases.labels import CaseField
from app.intake.parsing.cases.values import batch_of, next_batch
from app.intake.parsing.lines import Paragraph

START: Final = re.compile(
    r"(?<![与和同及、,，为至:：(（“于跟批号见系是由将A-Z\d])(?P<sequence>\d{1,4})?\s*[*＊★▲]?(?P<number>[A-Z]\d?[A-Z]{1,4}20\d{6}\d{2,6}|[DXW]\d{6}[-－]\d{2,4}(?:[-－]\d{1,2})?)(?P<mark>\s*[*＊★▲])?"
)
TYPE: Final = r"(?:水|大气|噪声|噪音|土壤|生态|固废|固体废物|垃圾|辐射|扬尘|油烟|异味|恶臭|海洋|重金属|光|电磁辐射|畜禽养殖|养殖|餐饮油烟|建设项目|其他|其它)(?:污染|破坏)?"
TYPES: Final = rf"(?P<types>{TYPE}(?:[、,，;；/ ]{TYPE})*)(?=[一-龥\d\s(（“\"])"
COUNTY: Final = r"(?:[一-龥]{2,5}(?:市|州|盟))?[一-龥]{1,8}?(?:新区|开发区|高新区|经开区|示范区|度假区|区|县|市|旗)"
PLACED: Final = tuple(
    re.compile(rf"(?P<area>{place}(?:[、,，]{place})*){TYPES}")
    for place in (COUNTY, r"[一-龥]{1,8}?(?:镇|乡|街道|管委会|农场|市直)")
)
VERDICTS: Final = (
    re.compile(
        r"(?<=[。；;.!！)）\s])(?P<word>基本属实|部分属实|不属实|属实)(?![。，,；;、)）\s]*(?:部分|整体))"
    ),
    re.compile(
        r"(?<![个件项否体映况题性为])(?P<word>基本属实|部分属实|不属实|属实)(?![。，,；;、)）\s])"
    ),
)
"""Behind a sentence; else where no sign follows, as only a cell of its own has it."""
STATUSES: Final = (
    re.compile(
        r"(?:^|(?<=[。；;.!！)）\s]))(?P<word>阶段性办结|已办结|未办结|正在办理|办理中|是|否)(?P<blame>[^。]{0,80}。?)\s*$"
    ),
    re.compile(r"(?P<word>阶段性办结|已办结|未办结)(?P<blame>[^。,，;；]{0,30})\s*$"),
)
CITY: Final = re.compile(r"[一-龥]{2,5}?(?:市|州|盟)(?=.)")
HEADED: Final = re.compile(r"受理\s*编号|交办问题|基本情况|调查核实|是否属实|是否办结")
LEAST_HEADED: Final = 2
LEAST_HEAD: Final = 16
HEAD_START: Final = re.compile(r"序\s*号\s*受理\s*编号|受理\s*编号")
ENDINGS: Final = "。！？；;!?.” "


def is_flattened(paragraphs: Sequence[Paragraph]) -> bool:
    """Case numbers and verdicts in running text, below names of columns or at starts of lines."""
    text, origins = _run_together(paragraphs)
    first = START.search(text)
    if first is None or "属实" not in text[first.start() :]:
        return False
    head = set(HEADED.findall(text[: first.start()]))
    return len(head) >= LEAST_HEADED or first.start() in {begin for _, begin in origins}


def flattened_cases(
    paragraphs: Sequence[Paragraph], account: Account
) -> tuple[list[CaseDraft], list[Paragraph]]:
    """Cut running text at its case numbers; every cut is a guess that a person looks at."""
    text, origins = _run_together(paragraphs)
    starts = list(START.finditer(text))
    if not starts:
        return [], list(paragraphs)
    begin = starts[0].start()
    head = [each for each, first in origins if first + len(each.text) <= begin]
    batch: dict[str, int | str] | None = None
    for each in head:
        batch = next_batch(each.text, batch)
    ends = [*(match.start() for match in starts[1:]), len(text)]
    bodies = [text[match.end() : end].strip() for match, end in zip(starts, ends, strict=True)]
    sheet = Sheet("目标" in text[:begin], _places(bodies))
    drafts = []
    for match, end, body in zip(starts, ends, bodies, strict=True):
        last = match.end() + len(text[match.end() : end].rstrip())
        lines = _lines(origins, match.start(), last)
        draft = _begun(match, lines)
        draft.batch = batch
        _Cutter(draft, lines, sheet).cut(body)
        drafts.append(draft)
    for paragraph in head:
        _head_line(paragraph, account)
    return drafts, []


def _run_together(paragraphs: Sequence[Paragraph]) -> tuple[str, list[tuple[Paragraph, int]]]:
    text, origins = "", []
    for paragraph in paragraphs:
        origins.append((paragraph, len(text)))
        text += paragraph.text
    return _without_heads(text), origins


def _without_heads(text: str) -> str:
    """The names of the columns stand again on each page: blanks in their place."""
    first = HEAD_START.search(text)
    start = START.search(text, first.end()) if first else None
    if first is None or start is None:
        return text
    begin, end = first.start(), start.start()
    head = text[begin:end].strip()
    if len(head) < LEAST_HEAD:
        return text
    return text[:end] + text[end:].replace(head, " " * len(head))


def _lines(origins: Sequence[tuple[Paragraph, int]], first: int, last: int) -> tuple[int, ...]:
    found = [
        number
        for paragraph, begin in origins
        if begin < last and begin + len(paragraph.text) > first
        for number in paragraph.lines
    ]
    return tuple(found)


def _head_line(paragraph: Paragraph, account: Account) -> None:
    if batch_of(paragraph.text):
        account.map(paragraph.lines, "batch")
    elif _labels(paragraph.text):
        account.map(paragraph.lines, "header")
    else:
        account.ignore(paragraph.lines, "title")


def _labels(text: str) -> bool:
    """Names of columns, whole or broken over lines."""
    return bool(re.search(r"序号|受理|编号|问题|基本情况|区域|类型|属实|办结|处理|责任人", text))


def _begun(match: re.Match[str], lines: tuple[int, ...]) -> CaseDraft:
    draft = CaseDraft(guessed=True)
    if match["sequence"]:
        draft.add(CaseField.SEQUENCE, match["sequence"], lines)
    draft.add(CaseField.NUMBER, match["number"] + (match["mark"] or ""), lines)
    return draft


def _places(bodies: Sequence[str]) -> tuple[str, ...]:
    """Areas that stand behind a sentence, and their cities: they tell where others begin."""
    areas = [found["area"] for body in bodies if (found := _behind_sentence(body))]
    cities = [city[0] for area in areas if (city := CITY.match(area))]
    return tuple(dict.fromkeys([*areas, *cities]))


def _behind_sentence(text: str) -> re.Match[str] | None:
    found = (match for each in PLACED for match in each.finditer(text))
    return next((each for each in found if text[max(0, each.start() - 1)] in ENDINGS), None)


@dataclass(frozen=True)
class Sheet:
    """What the whole text tells of its rows."""

    has_target: bool
    places: tuple[str, ...]


class _Cutter:
    """Cuts the text of one case where its cells must have ended."""

    def __init__(self, draft: CaseDraft, lines: tuple[int, ...], sheet: Sheet) -> None:
        self._draft, self._lines, self._sheet = draft, lines, sheet

    def cut(self, text: str) -> None:
        placed = self._placed(text)
        if placed:
            self._add(CaseField.CONTENT, text[: placed.start()])
            self._add(CaseField.AREA, placed["area"])
            self._add(CaseField.TYPES, placed["types"])
            text = text[placed.end() :].strip()
        verdict = next((found for each in VERDICTS if (found := each.search(text))), None)
        if verdict is None:
            self._add(CaseField.INVESTIGATION if placed else CaseField.CONTENT, text)
            return
        self._add(CaseField.INVESTIGATION, text[: verdict.start()])
        self._add(CaseField.SUBSTANTIATED, verdict["word"])
        self._after_verdict(text[verdict.end() :].strip())

    def _add(self, name: CaseField, text: str) -> None:
        self._draft.add(name, text.strip(), self._lines)

    def _placed(self, text: str) -> re.Match[str] | None:
        """The area with the types behind it: behind a sentence, else a place known from others."""
        if found := _behind_sentence(text):
            return found
        known = "|".join(map(re.escape, self._sheet.places))
        district = r"(?:[一-龥]{1,6}?(?:区|县|市|旗))?"
        pattern = re.compile(rf"(?P<area>(?:{known}){district}){TYPES}") if known else PLACED[0]
        return pattern.search(text) or PLACED[0].search(text)

    def _after_verdict(self, text: str) -> None:
        if ended := next((found for each in STATUSES if (found := each.search(text))), None):
            self._add(CaseField.STATUS, ended["word"])
            self._add(CaseField.ACCOUNTABILITY, ended["blame"])
            text = text[: ended.start()].strip()
        if self._sheet.has_target:
            target, text = _target(text)
            self._add(CaseField.TARGET, target)
        self._add(CaseField.HANDLING, text)


def _target(text: str) -> tuple[str, str]:
    """The first cell of two: 无, up to a blank, or the first sentence."""
    for border in (
        r"^(?:无|/|[-—]+)[。.]?(?=[^需法证须])",
        r"[。；;](?=\s)",
        r"^[^。\s]+(?=\s)",
        r"^[^。]*。",
    ):
        if found := re.search(border, text):
            return text[: found.end()], text[found.end() :]
    return text, ""
