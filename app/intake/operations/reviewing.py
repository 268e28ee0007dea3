"""What a person makes of the rows: settle doubts, correct fields, drop and keep."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from app.access.actions import IntakeAction
from app.access.actor import Actor, Part
from app.audit.operations import record
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations.settling import corrected, settled, with_part
from app.intake.vocabulary import Decision
from app.intake.workflow import IMPORT_WORKFLOW
from app.wording import N_, Moved, Refusal


def settle(
    row: IntakeRow, doubt: tuple[str, str], chosen: Sequence[int], typed: str, actor: Actor
) -> None:
    """Settle one doubt (field, about) by its options or by what was typed."""
    name, about = doubt
    field = row.fields.get(name)
    asked = next((each for each in (field or {}).get("doubts", ()) if each["about"] == about), None)
    if field is None or asked is None:
        raise Moved(N_("这一处存疑已经处理过了"))
    change(row, name, settled(row, name, asked, (chosen, typed)), actor)


def correct_field(row: IntakeRow, name: str, typed: str, actor: Actor) -> None:
    """Replace a field by what a person typed."""
    change(row, name, corrected(row, name, typed.strip()), actor)


def correct_units(row: IntakeRow, part: Part, typed: str, actor: Actor) -> None:
    """Replace the units of one part by the names typed; unknown names are asked about."""
    change(row, "units", with_part(row, part, typed), actor)


def change(row: IntakeRow, name: str, field: dict[str, Any], actor: Actor) -> None:
    """Keep a changed field; the printed wording and the lines stay with it."""
    _open(row.document)
    before = row.fields.get(name, {}).get("value")
    row.fields = {**row.fields, name: {**field, "by": actor.name}}
    if name == "number":
        row.number = field["value"]
        check_numbers(row.document)
    after = {name: field["value"]}
    record(actor, IntakeAction.CORRECT, row, before={name: before}, after=after)


def check_numbers(document: IntakeDocument) -> None:
    """Two rows that are kept must not share a number; a doubt goes when its cause went."""
    kept = [row for row in document.rows if row.decision is not Decision.DROPPED]
    counted = Counter(row.number for row in kept)
    for row in document.rows:
        doubts = row.fields["number"]["doubts"]
        rest = [each for each in doubts if each["code"] != "duplicate-number"]
        if row.number is not None and counted[row.number] > 1 and row in kept:
            rest.append(_same_number(row.number, counted[row.number]))
        if rest != doubts:
            row.fields = {**row.fields, "number": {**row.fields["number"], "doubts": rest}}


def _same_number(number: str, count: int) -> dict[str, Any]:
    message = N_("文件里有%(count)s项编号都是%(number)s，请改成不同的编号")
    values = {"count": count, "number": number}
    return {
        "code": "duplicate-number",
        "message": message,
        "values": values,
        "about": "",
        "options": [],
        "several": False,
    }


def decide(row: IntakeRow, decision: Decision, actor: Actor) -> None:
    """Accept a row, leave it out, or take it back."""
    _open(row.document)
    if decision is Decision.ACCEPTED and row.doubts:
        raise Refusal(N_("本项还有%(count)s处存疑，处理完才能采纳"), count=len(row.doubts))
    before, row.decision = row.decision, decision
    check_numbers(row.document)
    record(
        actor, IntakeAction.CORRECT, row, before={"decision": before}, after={"decision": decision}
    )


def accept_certain(document: IntakeDocument, actor: Actor) -> int:
    """Accept every row in which nothing is doubtful; return how many."""
    _open(document)
    certain = [row for row in document.rows if row.decision is Decision.OPEN and not row.doubts]
    for row in certain:
        row.decision = Decision.ACCEPTED
    if certain:
        after = {"accepted": [row.position for row in certain]}
        record(actor, IntakeAction.CORRECT, document, after=after)
    return len(certain)


def set_lines_aside(document: IntakeDocument, numbers: Sequence[int], actor: Actor) -> None:
    """Say of lines that nothing explained that they are not needed."""
    _open(document)
    wanted = frozenset(numbers)
    document.lines = [
        {**line, "state": "ignored", "label": "by-hand"}
        if line["number"] in wanted and line["state"] == "unexplained"
        else line
        for line in document.lines
    ]
    record(actor, IntakeAction.CORRECT, document, after={"set_aside": sorted(wanted)})


def _open(document: IntakeDocument) -> None:
    IMPORT_WORKFLOW.after(document.state, IntakeAction.CORRECT)
