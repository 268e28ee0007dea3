"""Tables without borders: text that ran together, cut by case number; cells one below the other."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.drafts import CaseDraft
from app.intake.parsing.cases.labels import CaseField, case_field
from app.intake.parsing.cases.values import batch_of
from app.intake.parsing.lines import Cell, Paragraph, Row

START: Final = re.compile(
    r"(?P<sequence>\d{1,4})?\s*[*＊★▲]?(?P<number>[A-Z]\d?[A-Z]{1,4}20\d{6}\d{2,6}|[DXW]\d{6}[-－]\d{2,4}(?:[-－]\d{1,2})?)(?P<mark>\s*[*＊★▲])?"
)
TYPE: Final = r"(?:水|大气|噪声|噪音|土壤|生态|固废|固体废物|垃圾|辐射|扬尘|油烟|异味|恶臭|海洋|重金属|其他|其它)(?:污染|破坏)?"
PLACED: Final = re.compile(
    rf"(?P<area>(?:[一-龥]{{2,5}}(?:市|州|盟))?[一-龥]{{1,8}}?(?:新区|开发区|高新区|经开区|示范区|度假区|区|县|市|旗))"
    rf"(?P<types>{TYPE}(?:[、,，;；/ ]{TYPE})*)(?=[一-龥\d\s(（“\"])"
)
VERDICT: Final = re.compile(
    r"(?<=[。；;.!！)）\s])(?P<word>基本属实|部分属实|不属实|属实)(?![。，,；;、)）\s]*(?:部分|整体))"
)
STATUS: Final = re.compile(
    r"(?:^|(?<=[。；;.!！)）\s]))(?P<word>阶段性办结|已办结|未办结|正在办理|办理中|是|否)(?P<blame>[^。]{0,80}。?)\s*$"
)
LEAST_RUN: Final = 4
ENDINGS: Final = "。！？；;!?.” "


def flattened_cases(
    paragraphs: Sequence[Paragraph], account: Account
) -> tuple[list[CaseDraft], list[Paragraph]]:
    """Cut running text at its case numbers; every cut is a guess that a person looks at."""
    text, origins = _run_together(paragraphs)
    starts = list(START.finditer(text))
    if not starts:
        return [], list(paragraphs)
    head = [each for each, begin in origins if begin + len(each.text) <= starts[0].start()]
    batch = next((found for each in head if (found := batch_of(each.text))), None)
    has_target = "目标" in text[: starts[0].start()]
    drafts = []
    for index, match in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(text)
        lines = _lines(origins, match.start(), end)
        drafts.append(_cut(match, text[match.end() : end], lines, has_target=has_target))
        drafts[-1].batch = batch
    for paragraph in head:
        _head_line(paragraph, account)
    return drafts, []


def _run_together(paragraphs: Sequence[Paragraph]) -> tuple[str, list[tuple[Paragraph, int]]]:
    text, origins = "", []
    for paragraph in paragraphs:
        origins.append((paragraph, len(text)))
        text += paragraph.text
    return text, origins


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


def _cut(match: re.Match[str], body: str, lines: tuple[int, ...], *, has_target: bool) -> CaseDraft:
    draft = CaseDraft(guessed=True)
    if match["sequence"]:
        draft.add(CaseField.SEQUENCE, match["sequence"], lines)
    draft.add(CaseField.NUMBER, match["number"] + (match["mark"] or ""), lines)
    rest = body.strip()
    if placed := _placed(rest):
        draft.add(CaseField.CONTENT, rest[: placed.start()].strip(), lines)
        draft.add(CaseField.AREA, placed["area"], lines)
        draft.add(CaseField.TYPES, placed["types"], lines)
        rest = rest[placed.end() :].strip()
    verdict = VERDICT.search(rest)
    if verdict is None:
        draft.add(CaseField.INVESTIGATION if placed else CaseField.CONTENT, rest, lines)
        return draft
    draft.add(CaseField.INVESTIGATION, rest[: verdict.start()].strip(), lines)
    draft.add(CaseField.SUBSTANTIATED, verdict["word"], lines)
    _after_verdict(draft, rest[verdict.end() :].strip(), lines, has_target=has_target)
    return draft


def _placed(text: str) -> re.Match[str] | None:
    """The area and the types behind it, at the start of a sentence if there is such a place."""
    found = list(PLACED.finditer(text))
    ended = [match for match in found if match.start() and text[match.start() - 1] in ENDINGS]
    return next(iter(ended or found), None)


def _after_verdict(
    draft: CaseDraft, text: str, lines: tuple[int, ...], *, has_target: bool
) -> None:
    if ended := STATUS.search(text):
        draft.add(CaseField.STATUS, ended["word"], lines)
        draft.add(CaseField.ACCOUNTABILITY, ended["blame"].strip(), lines)
        text = text[: ended.start()].strip()
    if has_target:
        parts = [part for part in re.split(r"(?<=[。；;])\s+", text, maxsplit=1) if part]
        if len(parts) == 1:
            parts = [part for part in re.split(r"(?<=。)", text, maxsplit=1) if part]
        draft.add(CaseField.TARGET, parts[0].strip() if parts else "", lines)
        text = parts[1] if len(parts) > 1 else ""
    draft.add(CaseField.HANDLING, text.strip(), lines)


def cells_below_each_other(paragraphs: Sequence[Paragraph]) -> list[Row]:
    """Rows of a table whose cells stand one on each line: as many labels, then values in turn."""
    start = next(
        (i for i in range(len(paragraphs)) if _header_run(paragraphs, i) >= LEAST_RUN), None
    )
    if start is None:
        return []
    width = _header_run(paragraphs, start)
    header = paragraphs[start : start + width]
    rows = [Row(tuple(Cell(each.text, each.lines) for each in header), 1, pasted=True)]
    first = header[-1].lines[-1] + 1
    cells = {each.lines[0]: each for each in paragraphs[start + width :]}
    last = max(cells, default=0)
    while first <= last:
        found = [cells.get(number) for number in range(first, first + width)]
        if found[0] is None:
            first += 1
            continue
        row = [Cell(each.text, each.lines) if each else Cell("", ()) for each in found]
        rows.append(Row(tuple(row), 1, pasted=True))
        first += width
    return rows


def _header_run(paragraphs: Sequence[Paragraph], start: int) -> int:
    count = 0
    for paragraph in paragraphs[start:]:
        if case_field(paragraph.text) is None:
            break
        count += 1
    return count
