"""What reading a phrase of units yields."""

import re
from dataclasses import dataclass

from app.access.actor import Part
from app.intake.parsing.units.people import Person

UnitRole = Part
"""A unit has the same parts in a document as in a task."""

WILDCARD = re.compile(
    r"^各|各(?:分局|支队|大队|派出所)|[、,，和及]各|有关|相关|属地|辖区|所在地|沿[江河线湖海]|全[省市县区]|成员单位|涉[事及]|其[他它]|"
    r"[省市县区州旗]直(?:属)?(?:各)?(?:部门|单位|机关$)|[县市区旗州乡镇][(（][县市区旗州乡镇街道、,，]+[)）]|责任单位"
)
PLACELESS = re.compile(r"[县区旗镇乡](?:委|党委|政府|人民政府|管委会)|人民政府|政府|党委|管委会")


@dataclass(frozen=True)
class NamedUnit:
    """A unit as it is called in the text; the directory knows today's name."""

    name: str
    role: UnitRole
    note: str | None = None
    """What stood in brackets behind it: an inner office, a former name."""

    @property
    def is_wildcard(self) -> bool:
        """Whether it stands for several units that somebody must name."""
        return WILDCARD.search(self.name) is not None

    @property
    def lacks_place(self) -> bool:
        """Whether only the list's own area tells which one is meant: 区政府."""
        return PLACELESS.fullmatch(self.name) is not None


@dataclass(frozen=True)
class UnitPhrase:
    units: tuple[NamedUnit, ...] = ()
    people: tuple[Person, ...] = ()
    notes: tuple[str, ...] = ()
    open_ended: bool = False
    """Whether 等 says that further units are meant."""

    def names(self, role: UnitRole | None = None) -> list[str]:
        """Return the names in this role, or all, in the order of the text, each once."""
        wanted = (unit.name for unit in self.units if role in {None, unit.role})
        return list(dict.fromkeys(wanted))

    @property
    def needs_review(self) -> bool:
        return self.open_ended or any(unit.is_wildcard or unit.lacks_place for unit in self.units)
