"""Unit names of a document resolved against the directory; what is not certain is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.access.actor import Part
from app.intake.drafts import Doubt, Option, staged_field
from app.intake.parsing.naming import equals, nearest
from app.intake.parsing.units import NamedUnit, UnitRole
from app.units.models import Unit
from app.units.queries import directory, tree
from app.units.vocabulary import UnitKind
from app.wording import N_

WIDEST = 60


@dataclass(frozen=True)
class Directory:
    """The units as documents may call them, in the area of one list."""

    known: Mapping[str, int]
    units: Sequence[Unit]

    def label(self, unit_id: int) -> str:
        return next(unit.label for unit in self.units if unit.id == unit_id)

    def resolved(self, printed: Mapping[str, Any], unit_id: int | None) -> dict[str, Any]:
        """Return a printed name with the unit that it stands for, if that is known."""
        label = None if unit_id is None else self.label(unit_id)
        return {**printed, "unit_id": unit_id, "label": label}

    def resolve(self, name: str) -> int | None:
        """Return the only unit that a name can stand for."""
        if name in self.known:
            return self.known[name]
        same = equals(name, self.known)
        return next(iter(same)) if len(same) == 1 else None


def directory_for(area: str) -> Directory:
    """Return the whole directory; units of the list's own area come first in suggestions."""
    units = sorted(tree(), key=lambda unit: not unit.path.startswith(area))
    return Directory(directory(), units)


def staged_units(item: Mapping[str, Any], known: Directory) -> dict[str, Any]:
    """Return the units of an item as one field: part, name as printed, unit if certain."""
    value: list[dict[str, Any]] = []
    doubts: list[Doubt] = []
    lines: list[int] = []
    for part in Part:
        own = item["lines"].get(f"{part.value}_units") or item["lines"].get("units", [])
        lines += own
        for name in item[f"{part.value}_units"]:
            unit_id = None if _is_vague(name, part) else known.resolve(name)
            printed = {"part": part.value, "name": name, "lines": own}
            value.append(known.resolved(printed, unit_id))
            if unit_id is None:
                doubts.append(_doubt(name, part, known))
    if not any(each["part"] in (Part.LEAD.value, Part.RESPONSIBLE.value) for each in value):
        doubts.append(Doubt("missing-unit", N_("没有写明责任单位，请选定"), {}, "", _all(known)))
    raw = "；".join(text for name, text in item["raw"].items() if name.endswith("_units"))
    return staged_field(value, lines, doubts, raw)


def _is_vague(name: str, part: Part) -> bool:
    named = NamedUnit(name, UnitRole(part.value))
    return named.is_wildcard or named.lacks_place


def _doubt(name: str, part: Part, known: Directory) -> Doubt:
    about = f"{part.value}:{name}"
    named = NamedUnit(name, UnitRole(part.value))
    values = {"name": name}
    if named.is_wildcard:
        message = N_("“%(name)s”不是一个单位，须点名")
        return Doubt("wildcard-unit", message, values, about, _members(name, known), several=True)
    if named.lacks_place:
        message = N_("“%(name)s”没有写明是哪里的，请选定")
        return Doubt("placeless-unit", message, values, about, _members(name, known))
    message = N_("“%(name)s”不在单位名录里，请选定；名录没有的请先由管理员登记")
    return Doubt("unknown-unit", message, values, about, _suggested(name, known))


def _suggested(name: str, known: Directory) -> list[Option]:
    found = [
        Option(
            unit_id,
            known.label(unit_id),
            N_("名称相近") if other == known.label(unit_id) else other,
        )
        for unit_id, other, _ in nearest(name, known.known)
    ]
    return found or _all(known)


def _members(name: str, known: Directory) -> list[Option]:
    """Governments for 各县区, zones for 各开发区, departments for 市直各部门."""
    if "开发区" in name and "县" not in name:
        kinds = {UnitKind.ZONE}
    elif any(word in name for word in ("部门", "单位", "成员")):
        kinds = {UnitKind.DEPARTMENT, UnitKind.PARTY, UnitKind.INSTITUTION}
    elif any(word in name for word in ("乡", "镇", "街道")):
        kinds = {UnitKind.TOWNSHIP}
    else:
        kinds = {UnitKind.GOVERNMENT, UnitKind.ZONE}
    chosen = [Option(unit.id, unit.label) for unit in known.units if unit.kind in kinds]
    return chosen[:WIDEST] or _all(known)


def _all(known: Directory) -> list[Option]:
    return [Option(unit.id, unit.label) for unit in known.units[:WIDEST]]
