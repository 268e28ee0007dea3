"""Tables without borders: text that ran together, cut by case number."""

# a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.cutting import Cutter, Sheet, places_of
from app.intake.parsing.cases.drafts import CaseDraft
from app.intake.parsing.cases.labels import CaseField
from app.intake.parsing.cases.values import batch_of, next_batch
from app.intake.parsing.lines import Paragraph

START: Final = re.compile(
    r"(?<![与和同及、,，为至:：(（“于跟批号见系是由将A-Z\d])(?P<sequence>\d{1,4})?\s*[*＊★▲]?(?P<number>[A-Z]\d?[A-Z]{1,4}20\d{6}\d{2,6}|[DXW]\d{6}[-－]\d{2,4}(?:[-－]\d{1,2})?)(?P<mark>\s*[*＊★▲])?"
)
HEADED: Final = re.compile(r"受理\s*编号|交办问题|基本情况|调查核实|是否属实|是否办结")
LEAST_HEADED: Final = 2
LEAST_HEAD: Final = 16
HEAD_START: Final = re.compile(r"序\s*号\s*受理\s*编号|受理\s*编号")


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
    sheet = Sheet("目标" in text[:begin], places_of(bodies))
    drafts = []
    for match, end, body in zip(starts, ends, bodies, strict=True):
        last = match.end() + len(text[match.end() : end].rstrip())
        lines = _lines(origins, match.start(), last)
        draft = _begun(match, lines)
        draft.batch = batch
        Cutter(draft, lines, sheet).cut(body)
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
