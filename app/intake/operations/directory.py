"""Unit names of a document resolved against the directory; what is not certain is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.access.actor import Part
from app.intake.drafts import Doubt, staged_field
from app.intake.parsing.naming import equals
from app.intake.parsing.units import NamedUnit, UnitRole
from app.intake.queries import remembered_in
from app.units.models import Unit
from app.units.queries import directory, tree
from app.wording import N_


@dataclass(frozen=True)
class Directory:
    """The units as documents may call them, in the area of one list."""

    known: Mapping[str, int]
    units: Sequence[Unit]
    area: str = ""
    remembered: Mapping[str, int] = field(default_factory=dict)
    """Names that the office of this area resolved before."""

    def unit(self, unit_id: int) -> Unit | None:
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def label(self, unit_id: int) -> str:
        return next(unit.label for unit in self.units if unit.id == unit_id)

    def resolved(self, printed: Mapping[str, Any], unit_id: int | None) -> dict[str, Any]:
        """Return a printed name with the unit that it stands for, if that is known."""
        label = None if unit_id is None else self.label(unit_id)
        return {**printed, "unit_id": unit_id, "label": label}

    def resolve(self, name: str) -> int | None:
        """Return the only unit that a name can stand for: one of the own area before others."""
        for names in (self.known, self.remembered):
            if name in names and self.unit(names[name]):
                return names[name]
        same = equals(name, self.known)
        own = {unit.id for unit in self.units if unit.path.startswith(self.area)} & same
        for found in (own, same):
            if len(found) == 1:
                return next(iter(found))
        return None

    def is_remembered(self, name: str) -> bool:
        """Whether only the office's own earlier decision tells what a name stands for."""
        return name in self.remembered and name not in self.known


def directory_for(area: str) -> Directory:
    """Return the whole directory; units of the list's own area come first in suggestions."""
    units = sorted(tree(), key=lambda unit: not unit.path.startswith(area))
    return Directory(directory(), units, area, remembered_in(area))


def staged_units(item: Mapping[str, Any], known: Directory) -> dict[str, Any]:
    """Return the units of an item as one field: part, name as printed, unit if certain."""
    value: list[dict[str, Any]] = []
    doubts: list[Doubt] = []
    lines: list[int] = []
    for part in Part:
        own = item["lines"].get(f"{part.value}_units") or item["lines"].get("units", [])
        lines += own
        for name in item[f"{part.value}_units"]:
            unit_id = _certain(name, part, known)
            printed: dict[str, Any] = {"part": part.value, "name": name, "lines": own}
            if unit_id is not None and known.is_remembered(name):
                printed["remembered"] = True
            value.append(known.resolved(printed, unit_id))
            if unit_id is None:
                doubts.append(_doubt(name, part))
    if not any(each["part"] in (Part.LEAD.value, Part.RESPONSIBLE.value) for each in value):
        doubts.append(MISSING_UNIT)
    raw = "；".join(text for name, text in item["raw"].items() if name.endswith("_units"))
    return staged_field(value, lines, doubts, raw)


MISSING_UNIT = Doubt("missing-unit", N_("没有写明责任单位，请选定"))


def _certain(name: str, part: Part, known: Directory) -> int | None:
    """A name of several units, or of one without its place, is never certain."""
    named = NamedUnit(name, UnitRole(part.value))
    return None if named.is_wildcard or named.lacks_place else known.resolve(name)


def _doubt(name: str, part: Part) -> Doubt:
    about, values = f"{part.value}:{name}", {"name": name}
    named = NamedUnit(name, UnitRole(part.value))
    if named.is_wildcard:
        message = N_("“%(name)s”不是一个单位，须点名")
        return Doubt("wildcard-unit", message, values, about, several=True)
    if named.lacks_place:
        return Doubt("placeless-unit", N_("“%(name)s”没有写明是哪里的，请选定"), values, about)
    return Doubt("unknown-unit", N_("“%(name)s”不在单位名录里，请选定"), values, about)
