"""Drafts to items: the text of each field read into its value, every doubt a finding."""

from dataclasses import dataclass, replace
from typing import Final

from app.deadlines.phrases import Deadline
from app.intake.parsing.account import Account
from app.intake.parsing.articles import (
    announced,
    article_deadline,
    is_narrative,
    narrated,
    read_articles,
)
from app.intake.parsing.crew import read_crew, says_more_than_names
from app.intake.parsing.doubts import TOLD, doubts_of
from app.intake.parsing.dues import with_day
from app.intake.parsing.enumerations import enumerated
from app.intake.parsing.indicators import read_indicators
from app.intake.parsing.items import ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.links import read_links
from app.intake.parsing.markers import other_numbers
from app.intake.parsing.measures import joined, read_measure, read_measures, whole_measure
from app.intake.parsing.pieces import compact_label
from app.intake.parsing.remembered import read_deadline
from app.intake.parsing.result import ParsedItem
from app.intake.parsing.rows import OWN, varying, with_own
from app.intake.parsing.said import problem_of, problem_pieces, stated, text_of
from app.intake.parsing.sites import read_sites, settle_sites
from app.intake.parsing.states import read_marks, read_progress
from app.intake.parsing.tables import read_number
from app.intake.parsing.values import read_status

AS_PRINTED: Final = (
    (Field.DIFFICULTY, "difficulty"),
    (Field.NEXT_STEP, "next_step"),
)
REMARKED: Final = (
    Field.OTHER, Field.PUBLICITY, Field.HEADING, Field.SITE_NUMBER, Field.OFFICE,
)  # fmt: skip


@dataclass(frozen=True)
class Desk:
    """What assembling one document needs beside the drafts."""

    account: Account
    year: int | None = None


def assemble(draft: ItemDraft, index: int, desk: Desk) -> ParsedItem:
    """Read one draft; later steps use what earlier ones found."""
    item = ParsedItem(
        number=draft.number,
        other_numbers=[{"level": level, "number": number} for level, number in draft.others],
        aspect=draft.aspect,
        category=draft.category,
    )
    _identity(draft, item)
    _texts(draft, item)
    for dated in (_deadline, _measures, _body):
        dated(draft, item, desk)
    for step in (read_progress, read_marks, _remarks):
        step(draft, item)
    if item.deadline is None and item.progress and not draft.of(Field.DEADLINE):
        item.deadline = announced(item.progress, desk.year)
    read_crew(draft, item)
    item.sites = read_sites(draft, desk.year)
    settle_sites(draft, item)
    item.links = read_links([item.problem, item.target, item.remarks, item.raw.get("deadline")])
    _indicators(draft, item)
    _provenance(draft, item, index, desk)
    return item


def _identity(draft: ItemDraft, item: ParsedItem) -> None:
    printed, item.problem = problem_of(draft)
    item.number = item.number or printed
    if item.problem is None and (places := draft.of(Field.SITE)) and not draft.rows:
        item.problem = stated(places)
    if item.number is None and (printed := stated(draft.of(Field.NUMBER))):
        item.number, others = read_number(printed)
        item.other_numbers += [{"level": level, "number": number} for level, number in others]
    item.other_numbers += _others(draft)
    if draft.origin:
        item.raw["origin"] = draft.origin
    item.aspect = item.aspect or stated(draft.of(Field.ASPECT))
    item.category = item.category or stated(draft.of(Field.CATEGORY))


def _others(draft: ItemDraft) -> list[dict[str, str]]:
    """Read 省序号9、市序号二 in one column, or the column 省序号, into levels and numbers."""
    found: list[tuple[str, str]] = []
    for piece in draft.of(Field.OTHER_NUMBERS):
        if printed := stated([piece]):
            number = read_number(printed)[0] or printed
            levels = other_numbers(f"{compact_label(piece.label)}1")
            found += other_numbers(printed) or [(level, number) for level, _ in levels]
    return [{"level": level, "number": number} for level, number in found]


def _texts(draft: ItemDraft, item: ParsedItem) -> None:
    item.target = stated(draft.of(Field.TARGET))
    for field, name in AS_PRINTED:
        pieces = draft.of(field)
        setattr(item, name, stated(pieces) or ("无" if text_of(pieces) == "无" else None))


def _deadline(draft: ItemDraft, item: ParsedItem, desk: Desk) -> None:
    pieces, day = draft.of(Field.DEADLINE), text_of(draft.of(Field.DUE)).strip()
    if not pieces and not day:
        return
    raw = text_of(pieces).strip().rstrip("。；;")
    read = _with_original(read_deadline(raw, desk.year), draft, desk)
    item.deadline = with_day(read, day) if day else read
    item.raw["deadline"] = raw
    if day:
        item.raw["due_date"] = day
    if "已" in raw and read_status(raw) == "completed" and item.deadline.due_on is None:
        item.status = "completed"


def _with_original(deadline: Deadline, draft: ItemDraft, desk: Desk) -> Deadline:
    pieces = draft.of(Field.ORIGINAL)
    if not pieces or deadline.original is not None:
        return deadline
    return replace(deadline, original=read_deadline(text_of(pieces), desk.year))


def _measures(draft: ItemDraft, item: ParsedItem, desk: Desk) -> None:
    if not draft.rows and not draft.of(*OWN):
        item.measures = read_measures(draft.of(Field.MEASURES), desk.year)
        return
    for part in (draft, *draft.rows):
        found = read_measures(part.of(Field.MEASURES), desk.year)
        item.measures.extend(with_own(measure, draft, part, desk.year) for measure in found)
    if draft.rows and varying(draft, Field.DEADLINE):
        item.deadline = None


def _body(draft: ItemDraft, item: ParsedItem, desk: Desk) -> None:
    """The text under a heading: what is to be done, or what was done."""
    pieces = draft.of(Field.BODY)
    if not pieces:
        if not draft.of(Field.DEADLINE) and draft.to_do:
            item.deadline = article_deadline(text_of(draft.to_do), desk.year)
        return
    body = "\n".join(piece.text for piece in pieces)
    if is_narrative(body):
        item.progress, item.status, deadline = narrated(body, desk.year)
        item.measures = item.measures or [
            read_measure(text, desk.year) for text in enumerated(body)
        ]
        item.deadline = item.deadline or deadline
        return
    if not item.measures:
        read = read_articles if not draft.labelled else whole_measure
        item.measures = read(body, desk.year)
    if not draft.of(Field.DEADLINE):
        item.deadline = article_deadline(body, desk.year)


def _remarks(draft: ItemDraft, item: ParsedItem) -> None:
    """Whatever has no key of its own keeps its label, in the order of the document."""
    problem = problem_pieces(draft)
    parts: list[str] = []
    for piece in draft.pieces:
        text = stated([piece])
        named = piece.field is Field.PROBLEM and piece not in problem
        used = piece.field is Field.HEADING and item.problem == joined(piece.text)
        if text is None or used:
            continue
        if named or piece.field is Field.REMARKS:
            parts.append(text)
        elif piece.field in REMARKED or says_more_than_names(piece):
            parts.append(f"{compact_label(piece.label)}:{text}")
    item.remarks = ";".join(parts) or None


def _indicators(draft: ItemDraft, item: ParsedItem) -> None:
    due_on = item.deadline.due_on if item.deadline else None
    texts = [text_of(draft.to_do), item.target or ""]
    if not is_narrative(texts[0]):
        item.indicators = [each for text in texts for each in read_indicators(text, due_on)]


def _provenance(draft: ItemDraft, item: ParsedItem, index: int, desk: Desk) -> None:
    lines = sorted({line for part in (draft, *draft.rows) for line in part.lines})
    item.source = (lines[0], lines[-1]) if lines else (0, 0)
    if not draft.of(Field.NUMBER):
        item.lines["number"] = draft.lines[:1]
    for piece in (piece for part in (draft, *draft.rows) for piece in part.pieces):
        name = str(piece.field or "problem")
        known = item.lines.setdefault(name, [])
        known.extend(line for line in piece.lines if line not in known)
        desk.account.map(piece.lines, name, index)
    if not draft.of(Field.NUMBER):
        desk.account.map(draft.lines[:1], "number" if draft.number else "problem", index)
    for finding in doubts_of(item, index, desk.account):
        item.needs_review = item.needs_review or finding.code not in TOLD
        desk.account.find(finding)
    item.needs_review = item.needs_review or not desk.account.mended.isdisjoint(lines)
