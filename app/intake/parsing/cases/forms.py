"""Cases written as labels with their values, one below the other or in one sentence."""

# a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.drafts import CaseDraft
from app.intake.parsing.cases.labels import CaseField, case_field
from app.intake.parsing.cases.values import batch_of, next_batch
from app.intake.parsing.frame import TAIL
from app.intake.parsing.lines import Paragraph, Row

LABEL: Final = re.compile(
    r"(?:^|(?<=[。；;\s]))[【\[〔]?(?P<label>[一-龥][一-龥()（）、/\s]{1,18}?)[】\]〕]?\s*[:：]\s*|【(?P<boxed>[一-龥]{2,16})】\s*[:：]?\s*"
)
ORDINAL: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,3}[.、．](?!\d)|[(（][一二三四五六七八九十\d]{1,3}[)）])\s*"
)
NUMBER: Final = r"(?:\d{1,3}[-－]\d{1,4}|[A-Z]{1,3}\d?[A-Z]{0,4}\d{6}[-－\d]*[*＊★▲]?)"
BRACKETED: Final = re.compile(
    rf"(?:关于)?(?:反映|举报|投诉)?(?P<content>[^()（）]{{4,120}}?)[(（](?:(?:信访|举报|受理|交办|转办)*(?:编|件)?号)[:：]?\s*(?P<number>{NUMBER})[)）][:：]?"
)
BARE: Final = re.compile(
    r"[A-Z]{1,3}\d?[A-Z]{0,4}\d{6}[-－\d]*[*＊★▲]?(?:[(（](?:重点|合办|拆分|重复)[^()（）]{0,8}[)）])?"
)
QUOTED: Final = re.compile(r"[“\"](?P<text>[^“”\"]{4,100})[”\"]")
HEADED: Final = re.compile(
    r"第?(?P<led>[A-Z]{1,3}\d?[A-Z]{0,4}\d{6}[-－\d]*[*＊★▲]?)号?(?:信访|举报|交办|转办)+(?:案)?件|"
    r"(?:信访件|举报件|交办件|转办件|信访举报件|案件|编号|受理编号)\s*(?:第)?(?P<number>\d{1,3}[-－]\d{1,4}|[A-Z]{1,3}\d?[A-Z]{0,4}\d{6}[-－\d]*[*＊★▲]?)(?:号)?\s*(?:的)?(?:办理|处理|查处|调查|核查|整改)?(?:处理)?(?:情况|结果)?"
)
HEAD_LENGTH: Final = 60
LEAST_LABELS: Final = 2
HOTLINE: Final = re.compile(r"群众反映|市民反映|网友反映|来电反映|诉求")
STARTS: Final = (CaseField.NUMBER, CaseField.SEQUENCE)
BLANK_VALUE: Final = 40


def form_cases(
    paragraphs: Sequence[Paragraph], account: Account
) -> tuple[list[CaseDraft], list[Paragraph]]:
    """Return cases, and the paragraphs that belong to none."""
    reader = _FormReader(account)
    for paragraph in paragraphs:
        reader.take(paragraph)
    return reader.drafts, reader.left


def form_rows(rows: Sequence[Row]) -> list[Paragraph]:
    """Rows of a table in which a label stands beside its value, as labelled lines."""
    found = []
    for row in rows:
        cells = [cell for cell in row.cells if not cell.repeated]
        for label, value in zip(cells[::2], [*cells[1::2], None], strict=False):
            if case_field(label.text) is not None and value is not None:
                lines = tuple(dict.fromkeys((*label.lines, *value.lines)))
                found.append(Paragraph(f"{label.text.strip(':：')}:{value.text}", lines))
            else:
                found += [
                    Paragraph(each.text, each.lines)
                    for each in (label, value)
                    if each and each.text
                ]
    return found


def is_case_form(rows: Sequence[Row]) -> bool:
    """Most rows begin with a label of a case, and what follows it is none."""
    led = [row for row in rows if _is_pair(row)]
    return bool(led) and len(led) * 2 >= len(rows)


def _is_pair(row: Row) -> bool:
    cells = [cell.text for cell in row.cells if not cell.repeated]
    values = [text for text in cells[1::2] if text]
    return (
        len(cells) > 1
        and case_field(cells[0]) is not None
        and not any(case_field(text) is not None for text in values)
    )


class _FormReader:
    def __init__(self, account: Account) -> None:
        self.drafts: list[CaseDraft] = []
        self.left: list[Paragraph] = []
        self._account = account
        self._batch: dict[str, int | str] | None = None
        self._open = False

    def take(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        pieces = _pieces(text)
        if not pieces and (head := _head(text)):
            self._begin()
            for field, said in head.items():
                self.drafts[-1].add(field, said, paragraph.lines)
        elif pieces:
            self._labelled(pieces, paragraph)
        elif self.drafts and TAIL.fullmatch(text):
            self._open = False
            self._account.ignore(paragraph.lines, "notice-text")
        elif self._open and self.drafts[-1].pieces and not batch_of(text[:HEAD_LENGTH]):
            self._goes_on(text, paragraph)
        else:
            self._batch = next_batch(text, self._batch)
            self._open = False
            self.left.append(paragraph)

    def _begin(self) -> None:
        self.drafts.append(CaseDraft(batch=self._batch))
        self._open = True

    def _labelled(self, pieces: list[tuple[CaseField | None, str, str]], at: Paragraph) -> None:
        for field, label, value in pieces:
            if field is None:
                if self._open:
                    self._goes_on(value, at)
                continue
            if self._is_new(field):
                self._begin()
            self.drafts[-1].add(field, value, at.lines, label)

    def _is_new(self, field: CaseField) -> bool:
        """A number begins a case; so does the content where the case has one already."""
        if not self._open or not self.drafts:
            return True
        present = {piece.field for piece in self.drafts[-1].pieces}
        if field in STARTS:
            return bool(present - {CaseField.SEQUENCE, CaseField.BATCH, CaseField.DATE})
        answered = present & {CaseField.HANDLING, CaseField.INVESTIGATION, CaseField.STATUS}
        return field is CaseField.CONTENT and field in present and bool(answered)

    def _goes_on(self, text: str, at: Paragraph) -> None:
        """A further paragraph of the text above; behind a date it tells what was complained of."""
        draft = self.drafts[-1]
        last = draft.pieces[-1]
        if last.field is CaseField.NUMBER and not draft.of(CaseField.CONTENT):
            draft.add(CaseField.CONTENT, text, at.lines)
        elif last.field in (CaseField.DATE, CaseField.OTHER) and draft.of(CaseField.CONTENT):
            later = draft.of(CaseField.HANDLING)
            draft.add(CaseField.HANDLING if later else CaseField.CONTENT, text, at.lines)
        else:
            draft.add(last.field, text, at.lines, last.label)


def _head(text: str) -> dict[CaseField, str]:
    """交办信访件X处理情况, 关于反映“…”的问题(受理编号:X): the number, the complaint with it."""
    if named := BRACKETED.fullmatch(ORDINAL.sub("", text, count=1)):
        quoted = QUOTED.search(named["content"])
        content = quoted["text"] if quoted else named["content"].strip()
        return {CaseField.NUMBER: named["number"], CaseField.CONTENT: content}
    if bare := BARE.fullmatch(ORDINAL.sub("", text, count=1)):
        return {CaseField.NUMBER: bare[0]}
    headed = HEADED.search(text) if len(text) <= HEAD_LENGTH else None
    return {CaseField.NUMBER: headed["number"] or headed["led"]} if headed else {}


def _pieces(text: str) -> list[tuple[CaseField | None, str, str]]:
    """Cut a paragraph at its labels: field, label, value; what stands before the first has none."""
    body = ORDINAL.sub("", text, count=1)
    if body != text and (field := case_field(body)) is not None:
        return [(field, body, "")]
    found = [
        (match, field)
        for match in LABEL.finditer(body)
        if (field := case_field(match["label"] or match["boxed"])) is not None
    ]
    if not found:
        return []
    pieces: list[tuple[CaseField | None, str, str]] = []
    if head := body[: found[0][0].start()].strip():
        pieces.append((None, "", head))
    ends = [match.start() for match, _ in found[1:]] + [len(body)]
    for (match, field), end in zip(found, ends, strict=True):
        label = "".join((match["label"] or match["boxed"]).split())
        pieces.append((field, label, body[match.end() : end].strip()))
    return pieces


def is_form_text(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether labels of cases stand before their values in this text."""
    fields = {field for paragraph in paragraphs for field, _, _ in _pieces(paragraph.text) if field}
    telling = fields & {CaseField.CONTENT, CaseField.NUMBER}
    return len(fields) >= LEAST_LABELS and (
        bool(telling) or any(_head(paragraph.text) for paragraph in paragraphs)
    )
