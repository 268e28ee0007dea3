"""What a field becomes when a person types something else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.access.actor import Part
from app.intake.models import IntakeRow
from app.intake.operations.deadlines import typed_deadline
from app.intake.operations.directory import MISSING_UNIT, directory_for, staged_units
from app.intake.parsing.units import UnitRole, read_units
from app.wording import N_, Refusal

NEEDED: Final = frozenset({"number", "problem", "aspect", "category"})
TEXTS: Final = NEEDED | {
    "target", "remarks", "progress", "difficulty", "next_step", "percent", "status", "lamp",
}  # fmt: skip
LISTS: Final = frozenset({"people", "sites", "links", "indicators"})
EMPTY: Final[Mapping[str, Any]] = {"value": None, "raw": None, "lines": [], "doubts": []}
UNKNOWN_DATE = N_("“%(typed)s”不是日期，请写成2026年11月30日或2026-11-30")
DOERS: Final = (Part.LEAD.value, Part.RESPONSIBLE.value)


@dataclass(frozen=True)
class TypedMeasure:
    """One measure as a person leaves it; `was` is its place before, if it had one."""

    text: str
    units: str
    deadline: str
    was: int | None = None


def corrected(row: IntakeRow, name: str, typed: str) -> dict[str, Any]:
    """Return a field with the value that a person typed."""
    field = row.fields.get(name, EMPTY)
    if name == "deadline":
        return {**field, "value": _typed(typed, field["value"]), "doubts": []}
    if name not in TEXTS:
        raise Refusal(N_("这个字段不能改"))
    if not typed and name in NEEDED:
        raise Refusal(N_("请填写，不能空着"))
    return {**field, "value": typed or None, "doubts": []}


def _typed(typed: str, kept: Mapping[str, Any] | None) -> dict[str, Any]:
    read = typed_deadline(typed, kept["raw"] if kept else None)
    if read is None:
        raise Refusal(UNKNOWN_DATE, typed=typed)
    return read


def with_part(row: IntakeRow, part: Part, typed: str) -> dict[str, Any]:
    """Return the units with those of one part replaced by the names typed."""
    field = row.fields["units"]
    phrase = read_units(typed, UnitRole(part.value))
    lines = {f"{part.value}_units": field["lines"]}
    item: dict[str, Any] = {f"{each.value}_units": [] for each in Part} | {
        "lines": lines,
        "raw": {},
    }
    item[f"{part.value}_units"] = phrase.names()
    fresh = staged_units(item, directory_for(row.area))
    others = [each for each in field["value"] if each["part"] != part.value]
    doubts = [each for each in field["doubts"] if not each["about"].startswith(f"{part.value}:")]
    doubts = [each for each in doubts if each["code"] != "missing-unit"]
    doubts += [each for each in fresh["doubts"] if each["code"] != "missing-unit"]
    value = sorted(
        [*others, *fresh["value"]], key=lambda each: list(Part).index(Part(each["part"]))
    )
    if not any(each["part"] in DOERS for each in value):
        doubts.append(MISSING_UNIT.to_json())
    return {**field, "value": value, "doubts": doubts}


def with_measures(row: IntakeRow, typed: Sequence[TypedMeasure]) -> dict[str, Any]:
    """Return the measures as they were left; doubts go with those whose deadline stayed."""
    field = row.fields.get("measures", EMPTY)
    before: Sequence[Mapping[str, Any]] = field["value"] or ()
    kept = [each for each in typed if each.text.strip()]
    value = [_measure(each, before) for each in kept]
    doubts = [
        {**doubt, "about": str(place)}
        for place, (each, after) in enumerate(zip(kept, value, strict=True))
        for doubt in field["doubts"]
        if str(each.was) == doubt["about"] and after["deadline"] == _was(each, before)["deadline"]
    ]
    return {**field, "value": value, "doubts": doubts}


def _was(typed: TypedMeasure, before: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    known = typed.was is not None and 0 <= typed.was < len(before)
    return before[typed.was or 0] if known else {"text": "", "units": [], "deadline": None}


def _measure(typed: TypedMeasure, before: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    was, wanted = _was(typed, before), typed.deadline.strip()
    deadline = was["deadline"]
    if wanted != shown_deadline(deadline):
        deadline = _typed(wanted, None) if wanted else None
    names = was["units"]
    if typed.units.strip() != "、".join(names):
        names = read_units(typed.units).names()
    return {**was, "text": typed.text.strip(), "units": list(names), "deadline": deadline}


def shown_deadline(kept: Mapping[str, Any] | None) -> str:
    """A deadline as a form shows it: its day, or its wording where it has none."""
    return str(kept["due_on"] or kept["raw"]) if kept else ""


def with_entries(row: IntakeRow, name: str, kept: Sequence[int]) -> dict[str, Any]:
    """Return people, sites, links or indicators without those that a person left out."""
    field = row.fields.get(name)
    if field is None or name not in LISTS:
        raise Refusal(N_("这个字段不能改"))
    value = [each for place, each in enumerate(field["value"]) if place in kept]
    return {**field, "value": value}


def with_numbers(row: IntakeRow, typed: Mapping[str, str]) -> dict[str, Any]:
    """Return the numbers at other levels."""
    field = row.fields.get("other_numbers", EMPTY)
    value = [
        {"level": level, "number": number.strip()}
        for level, number in typed.items()
        if number.strip()
    ]
    return {**field, "value": value}
