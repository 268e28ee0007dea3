"""What an administrator says about a unit."""

from dataclasses import dataclass

from app.units.vocabulary import UnitKind, UnitLevel


@dataclass(frozen=True)
class UnitDraft:
    name: str
    kind: UnitKind
    level: UnitLevel
    parent_id: int | None = None
    short_name: str | None = None
