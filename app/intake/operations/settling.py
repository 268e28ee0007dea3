"""What a field becomes when a doubt is settled or a person types another value."""

from collections.abc import Sequence
from typing import Any

from app.access.actor import Part
from app.intake.drafts import Doubt
from app.intake.models import IntakeRow
from app.intake.operations.deadlines import typed_deadline
from app.intake.operations.directory import Directory, directory_for, staged_units
from app.intake.parsing.units import UnitRole, read_units
from app.tasks.queries import number_is_taken
from app.wording import N_, Refusal

Answer = tuple[Sequence[int], str]
NEEDED = frozenset({"number", "problem", "aspect", "category"})
TEXTS = NEEDED | {"target", "remarks", "progress"}
UNKNOWN_DATE = N_("“%(typed)s”不是日期，请写成2026年11月30日或2026-11-30")


def settled(row: IntakeRow, name: str, doubt: dict[str, Any], answer: Answer) -> dict[str, Any]:
    """Return the field with one doubt less."""
    field = row.fields[name]
    rest = {**field, "doubts": [each for each in field["doubts"] if each is not doubt]}
    if name == "units":
        return {**rest, "value": _with_units(row, doubt, answer)}
    if name == "measures":
        return {**rest, "value": _with_measure(field, doubt, answer)}
    if name == "deadline":
        return {**rest, "value": _deadline(field["value"], doubt, answer)}
    return corrected(row, name, answer[1].strip())


def corrected(row: IntakeRow, name: str, typed: str) -> dict[str, Any]:
    """Return a field with the value that a person typed."""
    field = row.fields.get(name, {"value": None, "raw": None, "lines": [], "doubts": []})
    if name == "deadline":
        return {**field, "value": _typed(typed, field["value"]), "doubts": []}
    if name not in TEXTS:
        raise Refusal(N_("这个字段不能改"))
    if not typed and name in NEEDED:
        raise Refusal(N_("请填写，不能空着"))
    if name == "number" and number_is_taken(row.document.list_id, typed):
        raise Refusal(N_("清单里已有第%(number)s项，请改编号，或不入账"), number=typed)
    return {**field, "value": typed or None, "doubts": []}


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
    if not any(each["part"] in (Part.LEAD.value, Part.RESPONSIBLE.value) for each in value):
        doubts.append(Doubt("missing-unit", N_("没有写明责任单位，请选定")).to_json())
    return {**field, "value": value, "doubts": doubts}


def _with_units(row: IntakeRow, doubt: dict[str, Any], answer: Answer) -> list[dict[str, Any]]:
    known = directory_for(row.area)
    chosen = _chosen_units(doubt, answer, known)
    value: list[dict[str, Any]] = row.fields["units"]["value"]
    if doubt["code"] == "missing-unit":
        part = Part.RESPONSIBLE.value
        return value + [
            known.resolved({"part": part, "name": known.label(unit_id), "lines": []}, unit_id)
            for unit_id in chosen
        ]
    part, name = doubt["about"].split(":", 1)
    found: list[dict[str, Any]] = []
    for each in value:
        if each["part"] == part and each["name"] == name and each["unit_id"] is None:
            found += [known.resolved(each, unit_id) for unit_id in chosen]
        else:
            found.append(each)
    return _once(found)


def _chosen_units(doubt: dict[str, Any], answer: Answer, known: Directory) -> list[int]:
    chosen, typed = answer
    if typed.strip():
        unit_id = known.resolve(typed.strip())
        if unit_id is None:
            raise Refusal(N_("单位名录里没有“%(name)s”"), name=typed.strip())
        return [unit_id]
    if not chosen or (len(chosen) > 1 and not doubt["several"]):
        raise Refusal(N_("请选定单位"))
    return [int(_option(doubt, index)["value"]) for index in chosen]


def _once(units: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[tuple[str, int | str], dict[str, Any]] = {}
    for each in units:
        found.setdefault((each["part"], each["unit_id"] or each["name"]), each)
    return list(found.values())


def _with_measure(
    field: dict[str, Any], doubt: dict[str, Any], answer: Answer
) -> list[dict[str, Any]]:
    place = int(doubt["about"])
    measures: list[dict[str, Any]] = list(field["value"])
    deadline = _deadline(measures[place]["deadline"], doubt, answer)
    measures[place] = {**measures[place], "deadline": deadline}
    return measures


def _deadline(
    kept: dict[str, Any] | None, doubt: dict[str, Any], answer: Answer
) -> dict[str, Any] | None:
    chosen, typed = answer
    if typed.strip():
        return _typed(typed.strip(), kept)
    if not chosen:
        raise Refusal(N_("请选一个，或另填日期"))
    value: dict[str, Any] | None = _option(doubt, chosen[0])["value"]
    return value


def _typed(typed: str, kept: dict[str, Any] | None) -> dict[str, Any]:
    read = typed_deadline(typed, kept["raw"] if kept else None)
    if read is None:
        raise Refusal(UNKNOWN_DATE, typed=typed)
    return read


def _option(doubt: dict[str, Any], index: int) -> dict[str, Any]:
    if not 0 <= index < len(doubt["options"]):
        raise Refusal(N_("请选一个，或另填日期"))
    option: dict[str, Any] = doubt["options"][index]
    return option
