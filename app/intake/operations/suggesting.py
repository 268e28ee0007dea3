"""The units that a doubtful name may mean, worked out when the question is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.intake.drafts import Option
from app.intake.operations.directory import Directory
from app.intake.parsing.naming import LEVEL, Likeness, is_certain, ranked
from app.units.models import Unit
from app.units.vocabulary import AliasKind, UnitKind, UnitLevel
from app.wording import N_

WIDEST: Final = 60
FORMER: Final = N_("曾用名：%(name)s")
SHORT: Final = N_("又称：%(name)s")
WHY: Final = {
    "branch": N_("县（市、区）的派出分局"),
    "sound": N_("读音相同"),
    "initials": N_("拼音首字母"),
    "near": N_("名称相近"),
    "same": N_("简称相同"),
}
DEPARTMENTS: Final = frozenset({UnitKind.DEPARTMENT, UnitKind.PARTY, UnitKind.INSTITUTION})
LOCAL: Final = frozenset({UnitLevel.COUNTY, UnitLevel.TOWNSHIP})


@dataclass(frozen=True)
class Suggestions:
    """Options whose values are units, and those that may be offered as chosen."""

    options: Sequence[Option]
    chosen: frozenset[int] = frozenset()


def suggestions(doubt: Mapping[str, Any], known: Directory, sought: str = "") -> Suggestions:
    """Return what may answer a doubt about a unit; `sought` is what a person typed instead."""
    name = sought or str(doubt["values"].get("name", ""))
    if doubt["code"] == "wildcard-unit":
        return Suggestions(_members(name, known), frozenset(doubt.get("proposed", ())))
    if doubt["code"] == "placeless-unit" and not sought:
        return Suggestions(_places(name, known))
    found = ranked(name, _reachable(known)) if name else []
    chosen = frozenset({found[0].unit_id} if is_certain(found) else ())
    return Suggestions([_option(each, known) for each in found], chosen)


def _reachable(known: Directory) -> Mapping[str, int]:
    """Names of units that may be given work: those of the own area and of the levels above."""
    near = {unit.id for unit in known.units if _is_near(unit, known.area)}
    return {name: unit_id for name, unit_id in known.known.items() if unit_id in near}


def _is_near(unit: Unit, area: str) -> bool:
    above = unit.government.path if unit.government else unit.path
    return unit.path.startswith(area) or area.startswith(above)


def _option(found: Likeness, known: Directory) -> Option:
    unit = known.unit(found.unit_id)
    assert unit is not None
    kinds = {alias.name: alias.kind for alias in unit.aliases}
    if found.other in (unit.name, unit.label):
        return Option(unit.id, unit.label, WHY[found.why])
    note = FORMER if kinds.get(found.other) is AliasKind.FORMER else SHORT
    return Option(unit.id, unit.label, note, {"name": found.other})


def _members(name: str, known: Directory) -> Sequence[Option]:
    """Governments for 各县区, zones for 各开发区, departments for 市直各部门."""
    if "开发区" in name and "县" not in name:
        kinds = frozenset({UnitKind.ZONE})
    elif any(word in name for word in ("部门", "单位", "成员")):
        kinds = DEPARTMENTS
    elif any(word in name for word in ("乡", "镇", "街道")):
        kinds = frozenset({UnitKind.TOWNSHIP})
    else:
        kinds = frozenset({UnitKind.GOVERNMENT, UnitKind.ZONE})
    own = [unit for unit in known.units if unit.path.startswith(known.area)]
    chosen = [
        unit
        for unit in own
        if unit.kind in kinds and (kinds & DEPARTMENTS or _is_below(unit, known))
    ]
    return [Option(unit.id, unit.label) for unit in (chosen or own)[:WIDEST]]


def _is_below(unit: Unit, known: Directory) -> bool:
    """Not the government whose list it is: 各县区 are those below it."""
    return unit.path != known.area


def _places(name: str, known: Directory) -> Sequence[Option]:
    """区政府 may be each of the districts; 政府 alone is the list's own."""
    own = [unit for unit in known.units if unit.path.startswith(known.area)]
    rest = LEVEL.sub("", name)
    kinds = {UnitKind.PARTY} if "委" in rest and "管委" not in rest else {UnitKind.GOVERNMENT}
    if "管委" in rest:
        kinds = {UnitKind.ZONE}
    fitting = [unit for unit in own if unit.kind in kinds or unit.kind is UnitKind.ZONE]
    if rest != name:
        fitting = [unit for unit in fitting if unit.level in LOCAL]
    return [Option(unit.id, unit.label) for unit in (fitting or own)[:WIDEST]]
