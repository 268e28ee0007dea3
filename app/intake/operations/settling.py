"""What a field becomes when a doubt is settled."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.access.actor import Part
from app.intake.drafts import Answer
from app.intake.models import IntakeRow
from app.intake.operations.correcting import UNKNOWN_DATE, corrected
from app.intake.operations.deadlines import typed_deadline
from app.intake.operations.directory import Directory
from app.intake.parsing.naming import is_certain, ranked
from app.wording import N_, Refusal

UNKNOWN_UNIT = N_("单位名录里没有“%(name)s”")
CHOOSE = N_("请选一个，或另填日期")


class UnknownUnit(Refusal):
    """No unit is called like this; the page suggests those that may be meant."""


def settled(
    row: IntakeRow, name: str, doubt: Mapping[str, Any], answer: Answer, known: Directory | None
) -> dict[str, Any]:
    """Return the field with one doubt less."""
    field = row.fields[name]
    rest = {**field, "doubts": [each for each in field["doubts"] if each != doubt]}
    if known is not None:
        return {**rest, "value": _with_units(field["value"], doubt, answer, known)}
    if name == "measures":
        return {**rest, "value": _with_measure(field, doubt, answer)}
    if name == "deadline":
        return {**rest, "value": _deadline(field["value"], doubt, answer)}
    return corrected(row, name, answer.typed.strip())


def _with_units(
    value: list[dict[str, Any]], doubt: Mapping[str, Any], answer: Answer, known: Directory
) -> list[dict[str, Any]]:
    chosen = chosen_units(doubt, answer, known)
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
    return once(found)


def chosen_units(doubt: Mapping[str, Any], answer: Answer, known: Directory) -> Sequence[int]:
    """Return the units of an answer: typed by any of their names, or chosen."""
    if typed := answer.typed.strip():
        return [_typed_unit(typed, known)]
    if not answer.chosen or (len(answer.chosen) > 1 and not doubt["several"]):
        raise Refusal(N_("请选定单位"))
    if any(known.unit(unit_id) is None for unit_id in answer.chosen):
        raise Refusal(N_("请选定单位"))
    return answer.chosen


def _typed_unit(typed: str, known: Directory) -> int:
    """Names and short names; pinyin only where it can mean one unit alone."""
    if unit_id := known.resolve(typed):
        return unit_id
    found = ranked(typed, known.known) if typed.isascii() else []
    if is_certain(found):
        return found[0].unit_id
    raise UnknownUnit(UNKNOWN_UNIT, name=typed)


def once(units: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out a unit that has the same part already."""
    found: dict[tuple[str, int | str], dict[str, Any]] = {}
    for each in units:
        found.setdefault((each["part"], each["unit_id"] or each["name"]), each)
    return list(found.values())


def _with_measure(
    field: dict[str, Any], doubt: Mapping[str, Any], answer: Answer
) -> list[dict[str, Any]]:
    place = int(doubt["about"])
    measures: list[dict[str, Any]] = list(field["value"])
    deadline = _deadline(measures[place]["deadline"], doubt, answer)
    measures[place] = {**measures[place], "deadline": deadline}
    return measures


def _deadline(
    kept: dict[str, Any] | None, doubt: Mapping[str, Any], answer: Answer
) -> dict[str, Any] | None:
    if typed := answer.typed.strip():
        read = typed_deadline(typed, kept["raw"] if kept else None)
        if read is None:
            raise Refusal(UNKNOWN_DATE, typed=typed)
        return read
    if not answer.chosen:
        raise Refusal(CHOOSE)
    value: dict[str, Any] | None = _option(doubt, answer.chosen[0])["value"]
    return value


def _option(doubt: Mapping[str, Any], index: int) -> dict[str, Any]:
    if not 0 <= index < len(doubt["options"]):
        raise Refusal(CHOOSE)
    option: dict[str, Any] = doubt["options"][index]
    return option
