"""The fields beside the source: what has to be asked first, then what is certain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from app.access.actor import Part
from app.intake.models import IntakeRow
from app.intake.views.wording import deadline_words, measures_words, units_words
from app.intake.vocabulary import FIELDS, PARTS, Decision
from app.wording import N_

TEXTS = ("number", "aspect", "category", "problem", "target", "progress", "remarks")


@dataclass(frozen=True)
class Question:
    """One doubt with where it stands and what may be answered."""

    field: str
    label: str
    doubt: Mapping[str, Any]
    at: str
    free: bool
    """Whether something else may be typed."""
    proposed: bool
    """Whether the first answer is offered as chosen; a unit is never guessed."""


@dataclass(frozen=True)
class Sure:
    name: str
    label: str
    text: str
    at: str
    note: str = ""


def questions(row: IntakeRow) -> Sequence[Question]:
    if row.decision is Decision.DROPPED:
        return ()
    return [
        Question(
            field=name,
            label=_asked_of(name, doubt),
            doubt=doubt,
            at=_at(_lines_of(field, doubt)),
            free=not doubt["several"],
            proposed=name != "units",
        )
        for name, field in row.fields.items()
        for doubt in field["doubts"]
    ]


def _lines_of(field: Mapping[str, Any], doubt: Mapping[str, Any]) -> Sequence[int]:
    """Of the unit that is asked about, where it is about one; else of the whole field."""
    own = [
        line
        for unit in field["value"] or ()
        if isinstance(unit, dict) and f"{unit.get('part')}:{unit.get('name')}" == doubt["about"]
        for line in unit["lines"]
    ]
    return own or field["lines"]


def _asked_of(name: str, doubt: Mapping[str, Any]) -> str:
    """The label of a doubt: of the units' part, where it is about one."""
    part = (doubt["about"].split(":")[0] or "responsible") if name == "units" else name
    return FIELDS.get(part, name)


def sure(row: IntakeRow) -> Sequence[Sure]:
    """Fields in which nothing is doubtful, in the order of the record."""
    found = [
        Sure(
            name, FIELDS[name], str(row.fields[name]["value"] or ""), _at(row.fields[name]["lines"])
        )
        for name in TEXTS
        if name in row.fields and not row.fields[name]["doubts"]
    ]
    found += _units(row.fields["units"]["value"])
    if not row.fields["deadline"]["doubts"]:
        text = deadline_words(row.fields["deadline"]["value"])
        found.append(
            Sure("deadline", FIELDS["deadline"], text, _at(row.fields["deadline"]["lines"]))
        )
    measures = row.fields["measures"]
    if measures["value"]:
        text = measures_words(measures["value"])
        found.append(Sure("measures", FIELDS["measures"], text, _at(measures["lines"])))
    return found


def _units(units: Sequence[Mapping[str, Any]]) -> Iterator[Sure]:
    """The units of each part, and the one by which the task will be counted."""
    for part in Part:
        if text := units_words(units, part):
            own = [line for unit in units if unit["part"] == part.value for line in unit["lines"]]
            yield Sure(part.value, PARTS[part], text, _at(own))
    leading = [
        unit["label"]
        for part in (Part.LEAD, Part.RESPONSIBLE)
        for unit in units
        if unit["part"] == part.value
    ]
    if leading and leading[0]:
        yield Sure("", N_("计数单位"), leading[0], "")


def _at(lines: Sequence[int]) -> str:
    """第86行 or 83—85行."""
    if not lines:
        return ""
    first, last = min(lines), max(lines)
    if first == last:
        return str(_("第%(line)s行", line=first))
    return str(_("%(first)s—%(last)s行", first=first, last=last))
