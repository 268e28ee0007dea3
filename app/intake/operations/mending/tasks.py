"""Rows of tasks that were mended in Excel come back: each replaces the one it was taken from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO, Final

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations import steps
from app.intake.operations.directory import directory_for
from app.intake.operations.mending.reading import Returned, returned
from app.intake.operations.numbering import check_all_numbers
from app.intake.operations.reviewing import decide
from app.intake.operations.staging import Staging, fields_of
from app.intake.snapshot.task_columns import TASKS
from app.intake.vocabulary import Decision
from app.wording import N_

Place = tuple[IntakeRow, Mapping[str, Any]]
BROUGHT: Final = N_("用Excel改回%(count)s项")
CARRIED: Final = frozenset({each.staged_as for each in TASKS.columns} | {"deadline_details"})
"""Fields of a row that the workbook has columns for; the others stay as they are."""


def bring_again(
    document: IntakeDocument, stream: BinaryIO, filename: str, actor: Actor
) -> Sequence[IntakeRow]:
    """Replace the rows that a workbook brings back; all else of the review stays."""
    found = returned(document, stream, filename, TASKS)
    places = found.places(document.rows)
    steps.begin(document, (BROUGHT, {"count": len(places)}), [row for row, _ in places])
    staging = _staging(document, places, found)
    for row, item in places:
        _replace(row, fields_of(item, staging), actor)
    check_all_numbers(document)
    after = {"mended": [row.position for row, _ in places], **found.told}
    record(actor, IntakeAction.CORRECT, document, after=after)
    return [row for row, _ in places]


def _staging(document: IntakeDocument, places: Sequence[Place], found: Returned) -> Staging:
    back = {row.id for row, _ in places}
    numbers = Counter(row.number for row in document.rows if row.id not in back)
    numbers += Counter(item["number"] for _, item in places)
    texts = {line["number"]: line["text"] for line in found.lines}
    return Staging(document, directory_for(document.area), numbers, texts)


def _replace(row: IntakeRow, fresh: Mapping[str, Any], actor: Actor) -> None:
    """Take over what came back; each field keeps its place in the first document."""
    fields = {name: field for name, field in row.fields.items() if name not in CARRIED}
    for name in CARRIED & fresh.keys():
        fields[name] = _field(row.fields.get(name), fresh[name], actor)
    row.fields, row.number = fields, fields["number"]["value"]
    row.decision = Decision.OPEN


def _field(old: Mapping[str, Any] | None, fresh: Mapping[str, Any], actor: Actor) -> dict[str, Any]:
    lines, raw = (old["lines"], old["raw"]) if old else ([], None)
    value = fresh["value"]
    if isinstance(value, list):  # units tell where each stands
        value = [{**each, "lines": lines} if "lines" in each else each for each in value]
    field = {**fresh, "value": value, "lines": lines, "raw": raw or fresh["raw"]}
    changed = old is None or old["value"] != value
    return {**field, "by": actor.name} if changed else field


def leave_out(document: IntakeDocument, actor: Actor) -> int:
    """Leave out every row that still has a doubt; return how many."""
    doubtful = [row for row in document.rows if row.doubts]
    for row in doubtful:
        decide(row, Decision.DROPPED, actor)
    return len(doubtful)
