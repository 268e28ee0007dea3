"""What a person makes of the rows: settle doubts, correct fields, drop and keep."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.access.actions import IntakeAction
from app.access.actor import Actor, Part
from app.audit.operations import record
from app.intake import queries
from app.intake.drafts import Answer, question_of
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations import steps
from app.intake.operations.correcting import (
    TypedMeasure,
    corrected,
    with_entries,
    with_measures,
    with_numbers,
    with_part,
)
from app.intake.operations.directory import directory_for
from app.intake.operations.names import remember
from app.intake.operations.numbering import check_numbers
from app.intake.operations.settling import chosen_units, settled
from app.intake.vocabulary import FIELDS, Decision
from app.wording import N_, Moved, Refusal

Place = tuple[IntakeRow, str, Mapping[str, Any]]
"""A doubt with its row and field."""
SETTLED = N_("处理第%(number)s项的存疑")
CORRECTED = N_("改第%(number)s项的“%(field)s”")
DECIDED = {
    Decision.ACCEPTED: N_("采纳第%(number)s项"),
    Decision.DROPPED: N_("第%(number)s项不入账"),
    Decision.OPEN: N_("恢复第%(number)s项"),
}
ALL_CERTAIN = N_("采纳没有存疑的%(count)s项")
SET_ASIDE = N_("%(count)s行不入账")


def settle(row: IntakeRow, place: tuple[str, str], answer: Answer, actor: Actor) -> int:
    """Settle one doubt (field, about), and those that ask the same; return how many more."""
    name, about = place
    field = row.fields.get(name)
    asked = next((each for each in (field or {}).get("doubts", ()) if each["about"] == about), None)
    if field is None or asked is None:
        raise Moved(N_("这一处存疑已经处理过了"))
    same = _alike(row, name, asked)
    settled_too = same if _everywhere(asked, answer) else []
    rows = {each.id: each for each in (row, *(other for other, _, _ in same))}
    step = steps.begin(row.document, (SETTLED, _called(row)), list(rows.values()))
    known = directory_for(row.area) if name == "units" else None
    for other, other_name, doubt in [(row, name, asked), *settled_too]:
        _put(other, other_name, settled(other, other_name, doubt, answer, known), actor)
    if known is not None:
        chosen = chosen_units(asked, answer, known)
        if asked["code"] == "unknown-unit":
            steps.note(
                step, names=remember(row.document, asked["values"]["name"], chosen[0], actor)
            )
        if not settled_too:
            _propose(same, chosen)
    after = {name: row.fields[name]["value"], "also": [each.position for each, _, _ in settled_too]}
    record(actor, IntakeAction.CORRECT, row, before={name: field["value"]}, after=after)
    return len(settled_too)


def _everywhere(asked: Mapping[str, Any], answer: Answer) -> bool:
    """One printed name means one unit in the whole import; other answers spread when asked to."""
    if asked["code"] in ("unknown-unit", "placeless-unit"):
        return True
    return answer.everywhere and (asked["code"] == "wildcard-unit" or not answer.typed.strip())


def _alike(row: IntakeRow, name: str, asked: Mapping[str, Any]) -> list[Place]:
    """Other doubts of the import that ask the same."""
    wanted = question_of(asked)
    if asked["code"] != "wildcard-unit" and not asked["options"] and name != "units":
        return []
    outlines = queries.row_outlines(row.document_id)
    rows = queries.rows_with_ids([each.id for each in outlines if wanted in each.asked])
    return [
        (other, other_name, doubt)
        for other in rows
        for other_name, field in other.fields.items()
        for doubt in field["doubts"]
        if question_of(doubt) == wanted and doubt is not asked and doubt["code"] == asked["code"]
    ]


def _propose(same: Sequence[Place], chosen: Sequence[int]) -> None:
    """Offer elsewhere what was chosen here: a wildcard is remembered within its import alone."""
    for row, name, doubt in same:
        field = row.fields[name]
        doubts = [
            {**each, "proposed": list(chosen)} if each == doubt else each
            for each in field["doubts"]
        ]
        row.fields = {**row.fields, name: {**field, "doubts": doubts}}


def correct_field(row: IntakeRow, name: str, typed: str, actor: Actor) -> None:
    """Replace a field by what a person typed."""
    change(row, name, corrected(row, name, typed.strip()), actor)


def correct_units(row: IntakeRow, part: Part, typed: str, actor: Actor) -> None:
    """Replace the units of one part by the names typed; unknown names are asked about."""
    change(row, "units", with_part(row, part, typed), actor)


def correct_measures(row: IntakeRow, typed: Sequence[TypedMeasure], actor: Actor) -> None:
    """Replace the measures by those typed; one without text goes."""
    change(row, "measures", with_measures(row, typed), actor)


def correct_entries(row: IntakeRow, name: str, kept: Sequence[int], actor: Actor) -> None:
    """Leave out people, sites, links or indicators that were read wrongly."""
    change(row, name, with_entries(row, name, kept), actor)


def correct_numbers(row: IntakeRow, typed: Mapping[str, str], actor: Actor) -> None:
    """Replace the numbers at other levels."""
    change(row, "other_numbers", with_numbers(row, typed), actor)


def change(row: IntakeRow, name: str, field: dict[str, Any], actor: Actor) -> None:
    """Keep a changed field; the printed wording and the lines stay with it."""
    before = row.fields.get(name, {}).get("value")
    said = {**_called(row), "field": FIELDS.get(name, name)}
    steps.begin(row.document, (CORRECTED, said), [row])
    _put(row, name, field, actor)
    record(actor, IntakeAction.CORRECT, row, before={name: before}, after={name: field["value"]})


def _put(row: IntakeRow, name: str, field: dict[str, Any], actor: Actor) -> None:
    row.fields = {**row.fields, name: {**field, "by": actor.name}}
    if name == "number":
        before, row.number = row.number, field["value"]
        check_numbers(row.document, before, row.number)


def _called(row: IntakeRow) -> dict[str, Any]:
    return {"number": row.number or f"#{row.position}"}


def decide(row: IntakeRow, decision: Decision, actor: Actor) -> None:
    """Accept a row, leave it out, or take it back."""
    steps.begin(row.document, (DECIDED[decision], _called(row)), [row], ("decision",))
    if decision is Decision.ACCEPTED and row.doubts:
        raise Refusal(N_("本项还有%(count)s处存疑，处理完才能采纳"), count=len(row.doubts))
    before, row.decision = row.decision, decision
    check_numbers(row.document, row.number)
    record(
        actor, IntakeAction.CORRECT, row, before={"decision": before}, after={"decision": decision}
    )


def accept_certain(document: IntakeDocument, actor: Actor) -> int:
    """Accept every row in which nothing is doubtful; return how many."""
    certain = [row for row in queries.open_rows(document.id) if not row.asked]
    steps.begin(document, (ALL_CERTAIN, {"count": len(certain)}), certain, ("decision",))
    for row in certain:
        row.decision = Decision.ACCEPTED
    if certain:
        after = {"accepted": [row.position for row in certain]}
        record(actor, IntakeAction.CORRECT, document, after=after)
    return len(certain)


def set_lines_aside(document: IntakeDocument, numbers: Sequence[int], actor: Actor) -> None:
    """Say of lines that nothing explained that they are not needed."""
    step = steps.begin(document, (SET_ASIDE, {"count": len(numbers)}))
    steps.note(step, marks=steps.marks_of(document))
    wanted = frozenset(numbers)
    document.lines = [
        {**line, "state": "ignored", "label": "by-hand"}
        if line["number"] in wanted and line["state"] == "unexplained"
        else line
        for line in document.lines
    ]
    record(actor, IntakeAction.CORRECT, document, after={"set_aside": sorted(wanted)})
