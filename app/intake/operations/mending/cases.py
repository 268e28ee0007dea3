"""Petition cases that were mended in Excel come back, sealed again in their places."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO, Final

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.intake.models import IntakeCase, IntakeDocument
from app.intake.operations.cases.staging import about_number, case_view, seal_case
from app.intake.operations.mending.reading import returned
from app.intake.operations.moving import move
from app.intake.snapshot.case_columns import CASES
from app.intake.vocabulary import Decision
from app.petitions.queries import taken_numbers

CARRIED: Final = frozenset(
    {each.staged_as for each in CASES.columns} | {"issues", "personal_data", "needs_review"}
)
"""What the workbook has columns for, and what is read out of them."""


def bring_cases_again(
    document: IntakeDocument, stream: BinaryIO, filename: str, actor: Actor
) -> Sequence[IntakeCase]:
    """Replace the cases that a workbook brings back; the caller has the right to read them."""
    found = returned(document, stream, filename, CASES)
    places = found.places(document.cases)
    back = {row.id for row, _ in places}
    others = [case_view(row).case["number"] for row in document.cases if row.id not in back]
    numbers = Counter([*others, *(item["number"] for _, item in places)])
    taken = taken_numbers(document.rectification_list.inspection_id)
    for place, (row, item) in enumerate(places):
        own = [each for each in found.findings if each["item"] == place]
        _replace(row, item, [*own, *about_number(item["number"], numbers, taken)])
    mended = [row.position for row, _ in places]
    move(document, IntakeAction.CORRECT, actor, mended=mended, **found.told)
    return [row for row, _ in places]


def _replace(
    row: IntakeCase, item: Mapping[str, Any], findings: Sequence[Mapping[str, Any]]
) -> None:
    """Take over what came back; each field keeps its place in the first document."""
    old = case_view(row).case
    case = {**old, **{name: item[name] for name in CARRIED}}
    seal_case(row, case, [{**each, "line": _line(old, each)} for each in findings])
    row.decision = Decision.OPEN


def _line(old: Mapping[str, Any], finding: Mapping[str, Any]) -> int:
    lines: Sequence[int] = old["lines"].get(finding["field"] or "", [])
    return min(lines, default=int(old["source"][0]))
