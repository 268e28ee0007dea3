"""One row becomes two, two become one, a row is added: the lines of the source go along."""

from collections.abc import Sequence
from typing import Any

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.database import db
from app.intake import queries
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations import steps
from app.intake.operations.cutting import NOWHERE, Cut, cut_lines, cut_measures, cut_text
from app.intake.operations.joining import joined
from app.intake.operations.numbering import check_numbers, number_field
from app.intake.operations.rereading import read_again
from app.intake.vocabulary import Decision
from app.wording import N_, Moved, Refusal

SPLIT = N_("把第%(number)s项拆成两项")
MERGED = N_("把第%(number)s项并入上一项")
ADDED = N_("新增一项")
Fresh = dict[int, tuple[str, str]]


def split(row: IntakeRow, cut: Cut, actor: Actor) -> IntakeRow:
    """Cut a row in two; the second one stands behind it and asks for its number."""
    document = row.document
    step = steps.begin(document, (SPLIT, _called(row)), [row])
    marks = steps.marks_of(document)
    moved, fresh = frozenset[int](), dict[int, tuple[str, str]]()
    if cut.kind == "line":
        moved, first, second, fresh = _cut_at_line(row, cut.at)
    else:
        cutters = {"measure": cut_measures, "text": cut_text}
        if cut.kind not in cutters:
            raise Refusal(NOWHERE)
        first, second = cutters[cut.kind](row.fields, cut.at)
    _unnumbered(second)
    row.fields, row.decision = first, Decision.OPEN
    new = _insert(document, row.position, second)
    steps.note(step, added=[new.id], marks=marks)
    _renumber(document, row.position, 1, moved, fresh)
    check_numbers(document, row.number, new.number)
    record(actor, IntakeAction.CORRECT, row, after={"split": new.position})
    return new


def _cut_at_line(
    row: IntakeRow, at: int
) -> tuple[frozenset[int], dict[str, Any], dict[str, Any], Fresh]:
    own = lines_of(row)
    before = [number for number in own if number < at]
    moved = [number for number in own if number >= at]
    if not before or not moved:
        raise Refusal(NOWHERE)
    head, tail = read_again(row.document, before), read_again(row.document, moved)
    texts = {line["number"]: line["text"] for line in row.document.lines if line["number"] in moved}
    first, second = cut_lines(row.fields, texts, head, tail)
    return frozenset(moved), first, second, tail.marks


def merge(row: IntakeRow, actor: Actor) -> IntakeRow:
    """Put a row into the one before it, which keeps its number."""
    document = row.document
    before = queries.row_at(document.id, row.position - 1)
    if before is None:
        raise Moved(N_("这是第一项，前面没有可并入的"))
    step = steps.begin(document, (MERGED, _called(row)), [before, row])
    steps.note(step, marks=steps.marks_of(document))
    numbers = (before.number, row.number)
    moved = frozenset(lines_of(row))
    before.fields = joined(before.fields, row.fields)
    before.number = before.fields["number"]["value"]
    before.decision = Decision.OPEN
    position = row.position
    db.session.delete(row)
    steps.shift(document, position, -1)
    _renumber(document, position - 1, -1, moved, {})
    check_numbers(document, *numbers)
    record(actor, IntakeAction.CORRECT, before, after={"merged": position})
    return before


def add(document: IntakeDocument, numbers: Sequence[int], after: int, actor: Actor) -> IntakeRow:
    """Make a row of lines that belong to none, read again, or an empty one behind a position."""
    chosen = frozenset(
        line["number"]
        for line in document.lines
        if line["number"] in numbers and line["item"] is None
    )
    step = steps.begin(document, (ADDED, {}))
    place = _place_of(document, min(chosen)) if chosen else after
    reading = read_again(document, sorted(chosen))
    marks = steps.marks_of(document)
    new = _insert(document, place, reading.fields)
    steps.note(step, added=[new.id], marks=marks)
    _renumber(document, place, 1, chosen, reading.marks)
    check_numbers(document, new.number)
    record(actor, IntakeAction.CORRECT, new, after={"added": sorted(chosen)})
    return new


def _place_of(document: IntakeDocument, line: int) -> int:
    """The position of the last row that stands before a line."""
    earlier = [each["item"] for each in document.lines if each["number"] < line]
    return max((item + 1 for item in earlier if item is not None), default=0)


def _insert(document: IntakeDocument, after: int, fields: dict[str, Any]) -> IntakeRow:
    steps.shift(document, after, 1)
    row = IntakeRow(
        document_id=document.id,
        position=after + 1,
        number=fields["number"]["value"],
        fields=fields,
    )
    db.session.add(row)
    db.session.flush()
    return row


def _renumber(
    document: IntakeDocument, position: int, by: int, moved: frozenset[int], fresh: Fresh
) -> None:
    """Let lines of later rows follow them; `moved` ones go to the row behind or before."""
    target = position if by > 0 else position - 1
    found: steps.Marks = []
    for line in document.lines:
        state, label, item = line["state"], line["label"], line["item"]
        if line["number"] in moved:
            state, label = fresh.get(line["number"], (state, label))
            item = target if state == "mapped" else None
        elif item is not None and item >= position:
            item += by
        found.append([state, label, item])
    steps.mark(document, found)


def lines_of(row: IntakeRow) -> Sequence[int]:
    """Numbers of the lines that belong to a row."""
    lines = row.document.lines
    return [line["number"] for line in lines if line["item"] == row.position - 1]


def _unnumbered(fields: dict[str, Any]) -> None:
    if "number" not in fields:
        fields["number"] = number_field(None, [])


def _called(row: IntakeRow) -> dict[str, Any]:
    return {"number": row.number or f"#{row.position}"}
