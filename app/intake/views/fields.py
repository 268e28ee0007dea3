"""The fields beside the source: what has to be asked first, then what is certain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from app.access.actor import Part
from app.intake.models import IntakeRow
from app.intake.views.wording import (
    at_lines,
    deadline_words,
    measures_words,
    numbers_words,
    units_words,
)
from app.intake.vocabulary import FIELDS, MISSING, PARTS, Decision
from app.tasks.views.particulars import particular_words
from app.tasks.vocabulary import PARTICULARS
from app.web.formatting import listed
from app.wording import N_

TEXTS = ("number", "aspect", "category", "problem")
FIXED = frozenset({"deadline_details", "publicity", "notice", "counting"})
"""Shown as they were read; they follow from other fields or from the head of the document."""


@dataclass(frozen=True)
class Sure:
    """A field in which nothing is doubtful."""

    name: str
    label: str
    text: str
    at: str
    note: str = ""
    count: int = 0
    """Of how many entries, where it is a list."""

    @property
    def editable(self) -> bool:
        return self.name not in FIXED


def sure(row: IntakeRow) -> Sequence[Sure]:
    """Fields in which nothing is doubtful, in the order of the record."""
    return [each for each in _said(row) if each is not None]


def _said(row: IntakeRow) -> Iterator[Sure | None]:
    for name in TEXTS:
        yield _plain(row, name)
    yield from _units(row.fields["units"]["value"])
    yield _deadline(row)
    yield _plain(row, "target")
    yield _measures(row)
    for name, label in PARTICULARS.items():
        yield _particular(row, name, label)


def _is_asked(row: IntakeRow, field: Mapping[str, Any]) -> bool:
    """Nothing is asked of a row that is left out: it shows what it says."""
    return bool(field["doubts"]) and row.decision is not Decision.DROPPED


def _plain(row: IntakeRow, name: str) -> Sure | None:
    field = row.fields.get(name)
    if field is None or _is_asked(row, field):
        return None
    note = ""
    if name == "number":
        note = numbers_words(row.fields.get("other_numbers", {}).get("value"))
    value = str(field["value"] or "")
    text = _(value) if value == MISSING.get(name) else value
    return Sure(name, FIELDS[name], text, at_lines(field["lines"]), note)


def _deadline(row: IntakeRow) -> Sure | None:
    field = row.fields["deadline"]
    if _is_asked(row, field):
        return None
    return Sure(
        "deadline", FIELDS["deadline"], deadline_words(field["value"]), at_lines(field["lines"])
    )


def _measures(row: IntakeRow) -> Sure | None:
    field = row.fields.get("measures", {"value": [], "lines": []})
    value = field["value"] or []
    text = measures_words(value) if value else ""
    return Sure("measures", FIELDS["measures"], text, at_lines(field["lines"]), count=len(value))


def _particular(row: IntakeRow, name: str, label: str) -> Sure | None:
    field = row.fields.get(name)
    if field is None or not field["value"]:
        return None
    value = field["value"]
    count = len(value) if isinstance(value, list) else 0
    return Sure(name, label, particular_words(name, value), at_lines(field["lines"]), count=count)


def _units(units: Sequence[Mapping[str, Any]]) -> Iterator[Sure]:
    """The units of each part, and the one by which the task will be counted."""
    for part in Part:
        own = [unit for unit in units if unit["part"] == part.value]
        if text := units_words(units, part):
            lines = [line for unit in own for line in unit["lines"]]
            yield Sure(part.value, PARTS[part], text, at_lines(lines), _remembered(own))
    leading = [
        unit["label"]
        for part in (Part.LEAD, Part.RESPONSIBLE)
        for unit in units
        if unit["part"] == part.value and unit["label"]
    ]
    if leading:
        yield Sure("counting", N_("计数单位"), leading[0], "")


def _remembered(units: Sequence[Mapping[str, Any]]) -> str:
    """Names that were resolved only because the office resolved them before."""
    known = [unit for unit in units if unit.get("remembered")]
    return listed(
        _("“%(name)s”上次认作%(unit)s", name=unit["name"], unit=unit["label"]) for unit in known
    )
