"""Drafts of cases to cases: codes for words, counts, repeats, personal data, doubts."""

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.counts import count_key, read_counts
from app.intake.parsing.cases.drafts import CaseDraft, settle_status
from app.intake.parsing.cases.issues import read_issues
from app.intake.parsing.cases.labels import CaseField
from app.intake.parsing.cases.privacy import personal_data
from app.intake.parsing.cases.remarks import ASIDE, remarks_of, remarks_of_others
from app.intake.parsing.cases.values import (
    BATCH,
    batch_of,
    case_numbers,
    channel_of,
    day_of,
    is_nothing,
    next_batch,
    pollution_types,
    read_number,
    repeated_numbers,
    status_of,
)
from app.intake.parsing.cases.verdicts import is_pending, together, verdict_of, whole_verdict
from app.intake.parsing.remembered import read_units
from app.intake.parsing.result import Finding, ParsedCase
from app.wording import N_

TEXTS: Final = (
    CaseField.CONTENT, CaseField.AREA, CaseField.INVESTIGATION, CaseField.HANDLING,
    CaseField.ACCOUNTABILITY, CaseField.TARGET,
)  # fmt: skip
ENDED: Final = re.compile(r"(?:^|[,，。;；])(?:目前|该件|现)?(已办结|阶段性办结|未办结)[。.]?$")
LONGEST_STATUS: Final = 10
"""A longer text tells what was done, too."""
YES: Final = frozenset({"是", "重点", "重点件", "√", "Y", "y", "有", "★", "*", "▲"})


def assemble_case(draft: CaseDraft, index: int, account: Account) -> ParsedCase:
    """Turn one draft into a case; what is doubtful is found, never guessed."""
    draft = settle_status(draft)
    case = ParsedCase(needs_review=draft.guessed, batch=draft.batch)
    maker = _Maker(case, draft, index, account)
    maker.identity()
    for name in TEXTS:
        setattr(case, name.value, maker.said(name))
    maker.words()
    maker.further()
    maker.trace()
    return case


class _Maker:
    def __init__(self, case: ParsedCase, draft: CaseDraft, index: int, account: Account) -> None:
        self._case, self._draft, self._index, self._account = case, draft, index, account

    def said(self, name: CaseField) -> str | None:
        text = self._draft.text(name)
        return None if text is None or is_nothing(text) else text

    def identity(self) -> None:
        case = self._case
        sequence = self.said(CaseField.SEQUENCE)
        case.sequence = sequence.strip(".、") if sequence else None
        if number := self.said(CaseField.NUMBER):
            case.number, case.priority, batch = read_number(number)
            if batch is not None and case.batch is None:
                case.batch = {"number": batch}
        elif CaseField.NUMBER in self._draft.columns:
            self._find(CaseField.NUMBER, "missing-number", N_("这一件没有受理编号，请补上"))
        marked = self.said(CaseField.PRIORITY)
        case.priority = case.priority or (marked or "").strip() in YES
        case.channel = channel_of(case.number, self.said(CaseField.CHANNEL))
        case.batch = self._batch() or case.batch

    def _batch(self) -> dict[str, int | str] | None:
        """A column of its own, or the batch that the text says it was published with."""
        if column := self.said(CaseField.BATCH):
            found = batch_of(column if BATCH.search(column) else f"第{column}批")
            days = (day_of(each.text) for each in self._draft.of(CaseField.DATE))
            return next((next_batch(day, found) for day in days if day), found)
        content = self.said(CaseField.CONTENT) or ""
        return batch_of(content[:20]) if content[:1] in "(（【[" else None

    def words(self) -> None:
        case = self._case
        if types := self.said(CaseField.TYPES):
            case.pollution_types = pollution_types(types)
        case.substantiated = self._verdict()
        if (said := self._status()) is not None:
            case.status = status_of(said)
            if case.handling is None and len(said) > LONGEST_STATUS:
                case.handling = said
            elif case.status is None:
                self._find(CaseField.STATUS, "unknown-status", N_("办结情况写法不认识，请选定"))
        if units := self.said(CaseField.UNITS):
            phrase = read_units(units)
            case.units = list(dict.fromkeys(each.name for each in phrase.units))

    def _verdict(self) -> str | None:
        if said := self.said(CaseField.SUBSTANTIATED):
            found = verdict_of(said)
            if found is None and not is_pending(said):
                message = N_("是否属实的写法不认识，请选定")
                self._find(CaseField.SUBSTANTIATED, "unknown-verdict", message)
            return found
        if CaseField.SUBSTANTIATED in self._draft.columns:
            return None
        return whole_verdict(self._case.investigation or self._case.handling or "")

    def _status(self) -> str | None:
        """Its column; where there is none, the last words of the deeds, or the remarks of 2017."""
        if CaseField.STATUS in self._draft.columns or self.said(CaseField.STATUS):
            return self.said(CaseField.STATUS)
        if ended := ENDED.search(self._case.handling or ""):
            return ended[1]
        remarks = self.said(CaseField.REMARKS) or ""
        return remarks if len(remarks) <= LONGEST_STATUS and status_of(remarks) else None

    def further(self) -> None:
        case, draft = self._case, self._draft
        columns = {
            piece.label: piece.text for piece in draft.of(CaseField.OTHER) if count_key(piece.label)
        }
        reading = read_counts([case.handling, case.investigation], case.accountability, columns)
        case.counts = reading.counts
        if reading.differing:
            message = N_("数量栏与文字写的数不一致，按数量栏计，请核对")
            self._find(CaseField.HANDLING, "counts-differ", message)
        self._issues()
        texts = [text for name in TEXTS if (text := getattr(case, name.value))]
        named = case_numbers(self.said(CaseField.REPEATS) or "", case.number)
        case.repeats = list(dict.fromkeys([*named, *repeated_numbers(texts, case.number)]))
        taken = self._status() if CaseField.STATUS not in draft.columns else None
        case.remarks = remarks_of(draft, taken)
        told = {name.value: getattr(case, name.value) for name in TEXTS}
        case.personal_data = personal_data(told | {"remarks": remarks_of_others(draft)})

    def _issues(self) -> None:
        """The issues with their units; where each has a verdict, so has the whole."""
        case = self._case
        case.issues = read_issues(case.content, case.investigation, case.handling)
        if case.issues and not case.units:
            units = [unit for issue in case.issues for unit in issue["units"]]
            case.units = list(dict.fromkeys(units))
        if case.issues and CaseField.SUBSTANTIATED not in self._draft.columns:
            said = [issue["substantiated"] for issue in case.issues]
            case.substantiated = case.substantiated or together(said)

    def trace(self) -> None:
        """Say of each field from which lines it comes, and of each line what it was read as."""
        case = self._case
        for piece in self._draft.pieces:
            name = "remarks" if piece.field in ASIDE else piece.field.value
            self._account.map(piece.lines, name, self._index)
            if piece.text and name not in case.raw:
                case.raw[name], case.lines[name] = piece.text, list(piece.lines)
            elif piece.text:
                lines = case.lines.setdefault(name, [])
                lines += [line for line in piece.lines if line not in lines]
                case.raw[name] += f"\n{piece.text}"
        if self._draft.origin:
            case.raw["origin"] = self._draft.origin
        numbers = self._draft.lines or [0]
        case.source = (min(numbers), max(numbers))
        if self._account.mended.intersection(numbers):
            case.needs_review = True

    def _find(self, name: CaseField, code: str, message: str) -> None:
        pieces = self._draft.of(name) or self._draft.pieces
        line = next((number for piece in pieces for number in piece.lines), 0)
        text = pieces[0].text[:80] if pieces and pieces[0].field is name else ""
        self._case.needs_review = True
        finding = Finding(line, code, text, message, self._index, name.value)
        self._account.find(finding)


def same_case_numbers(cases: Sequence[ParsedCase], account: Account) -> None:
    """Report a number that stands twice: published again, or mistyped."""
    first: set[str] = set()
    for index, case in enumerate(cases):
        if case.number is not None and case.number in first:
            message = N_("同一受理编号在文件中出现两次，请核对")
            line = case.source[0]
            account.find(Finding(line, "duplicate-number", case.number, message, index, "number"))
            case.needs_review = True
        if case.number is not None:
            first.add(case.number)
