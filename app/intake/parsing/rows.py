"""Rows of one task in a table: each measure with the unit and the date of its own row."""

from dataclasses import replace
from typing import Final

from app.intake.parsing.items import UNITS, ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.remembered import read_deadline, read_units
from app.intake.parsing.result import Measure

OWN: Final = (Field.MEASURE_UNITS, Field.MEASURE_DEADLINE)


def with_own(measure: Measure, draft: ItemDraft, part: ItemDraft, year: int | None) -> Measure:
    """Give a measure what its row says, where the rows of the task differ in it."""
    units = part.of(Field.MEASURE_UNITS)
    if not units and varying(draft, Field.RESPONSIBLE):
        units = part.of(*UNITS - {Field.SUPERVISING, Field.ACCEPTANCE})
    dates = part.of(Field.MEASURE_DEADLINE)
    if not dates and varying(draft, Field.DEADLINE):
        dates = part.of(Field.DEADLINE)
    names = [name for piece in units for name in read_units(piece.text).names()]
    return replace(
        measure,
        units=measure.units or tuple(dict.fromkeys(names)),
        deadline=measure.deadline or (read_deadline(dates[0].text, year) if dates else None),
    )


def varying(draft: ItemDraft, field: Field) -> bool:
    """Whether the rows of a task say different things in a column."""
    said = {tuple(piece.text for piece in part.of(field)) for part in (draft, *draft.rows)}
    return len(said) > 1
