"""A staged row as what a task is before it is one."""

from collections.abc import Sequence
from typing import Any

from app.access.actor import Part
from app.intake.drafts import deadline_of
from app.intake.models import IntakeRow
from app.intake.operations.particulars import particulars_of
from app.intake.operations.provenance import source_of
from app.tasks.drafts import MeasureDraft, TaskDraft
from app.tasks.vocabulary import NumberLevel
from app.wording import N_, Refusal

LEVELS = {level.value for level in NumberLevel}
NOBODY = 0


def draft_of(row: IntakeRow) -> TaskDraft:
    """Return the task that a row proposes; refuse one that nobody is responsible for."""
    draft = said_by(row)
    if draft.counting_unit_id == NOBODY:
        raise Refusal(N_("第%(number)s项没有写明责任单位，请选定"), number=draft.number)
    return draft


def said_by(row: IntakeRow) -> TaskDraft:
    """Return what a row says, however much it leaves out; unknown units are left out."""
    parts = _parts(row)
    return TaskDraft(
        number=value_of(row, "number"),
        aspect=value_of(row, "aspect"),
        category=value_of(row, "category"),
        problem=value_of(row, "problem"),
        target=value_of(row, "target"),
        deadline=deadline_of(value_of(row, "deadline")),
        parts=parts,
        counting_unit_id=counting_unit(parts),
        measures=tuple(_measure(each) for each in value_of(row, "measures") or ()),
        other_numbers={
            NumberLevel(each["level"]): each["number"]
            for each in value_of(row, "other_numbers") or ()
            if each["level"] in LEVELS
        },
        source=source_of(row),
        particulars=particulars_of(row.fields),
    )


def value_of(row: IntakeRow, name: str) -> Any:
    return row.fields.get(name, {}).get("value")


def _parts(row: IntakeRow) -> tuple[tuple[Part, int], ...]:
    units = [each for each in value_of(row, "units") or () if each["unit_id"] is not None]
    return tuple(dict.fromkeys((Part(each["part"]), int(each["unit_id"])) for each in units))


def counting_unit(parts: Sequence[tuple[Part, int]]) -> int:
    """The lead unit, else the first responsible one."""
    for wanted in (Part.LEAD, Part.RESPONSIBLE):
        for part, unit_id in parts:
            if part is wanted:
                return unit_id
    return NOBODY


def _measure(kept: dict[str, Any]) -> MeasureDraft:
    deadline = deadline_of(kept["deadline"]) if kept["deadline"] else None
    return MeasureDraft(kept["text"], "、".join(kept["units"]) or None, deadline)
