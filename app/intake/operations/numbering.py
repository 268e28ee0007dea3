"""Two rows that are kept must not share a number; a doubt goes when its cause went."""

from collections.abc import Sequence
from typing import Any

from app.database import db
from app.intake import queries
from app.intake.drafts import Doubt, staged_field
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.vocabulary import Decision
from app.wording import N_

SAME_NUMBER = N_("文件里有%(count)s项编号都是%(number)s，请改成不同的编号")


def number_field(number: str | None, lines: Sequence[int], count: int = 1) -> dict[str, Any]:
    """Return the number of an item as it is kept, with what is doubtful about it."""
    return staged_field(number, lines, _doubts(number, count))


def _doubts(number: str | None, count: int) -> list[Doubt]:
    if number is None:
        return [Doubt("missing-number", N_("没有编号，请填写"))]
    if count > 1:
        return [_same_number(number, count)]
    return []


def _same_number(number: str, count: int) -> Doubt:
    return Doubt("duplicate-number", SAME_NUMBER, {"count": count, "number": number})


def check_numbers(document: IntakeDocument, *numbers: str | None) -> None:
    """Look again at the rows that carry one of these numbers."""
    db.session.flush()
    for number in {number for number in numbers if number is not None}:
        _check_same(queries.rows_numbered(document.id, number))


def check_all_numbers(document: IntakeDocument) -> None:
    """Look again at every row."""
    for number in {row.number for row in document.rows}:
        _check_same([row for row in document.rows if row.number == number])


def _check_same(rows: Sequence[IntakeRow]) -> None:
    kept = [row for row in rows if row.decision is not Decision.DROPPED]
    for row in rows:
        _check(row, len(kept) if row in kept else 1)


def _check(row: IntakeRow, count: int) -> None:
    doubts = row.fields["number"]["doubts"]
    rest = [each for each in doubts if each["code"] != "duplicate-number"]
    if count > 1 and row.number is not None:
        rest.append(_same_number(row.number, count).to_json())
    if rest != doubts:
        row.fields = {**row.fields, "number": {**row.fields["number"], "doubts": rest}}
