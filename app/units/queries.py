"""Looking units up."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import selectinload

from app.database import db
from app.units.models import Unit, UnitAlias


def unit_or_none(unit_id: int) -> Unit | None:
    return db.session.get(Unit, unit_id, options=[selectinload(Unit.aliases)])


def tree(*, active: bool = True) -> Sequence[Unit]:
    """Every unit, each after the one above it, siblings in the order they were made."""
    wanted = select(Unit).options(selectinload(Unit.aliases))
    units = db.session.scalars(wanted.where(Unit.active) if active else wanted)
    return sorted(units, key=_place)


def units_with_ids(unit_ids: Iterable[int]) -> Mapping[int, Unit]:
    found = db.session.scalars(select(Unit).where(Unit.id.in_(set(unit_ids))))
    return {unit.id: unit for unit in found}


def below(unit: Unit) -> Sequence[Unit]:
    """The unit itself and all that stand below it, from the top down."""
    return sorted(
        db.session.scalars(select(Unit).where(Unit.path.startswith(unit.path))),
        key=_place,
    )


def directory() -> Mapping[str, int]:
    """Every name that stands for exactly one active unit: full name, alias, short name.

    A full name wins over an alias, an alias over a short name; a name shared by two units
    on its strongest footing stands for none.
    """
    full = select(Unit.name, Unit.id, literal(0).label("rank")).where(Unit.active)
    alias = select(UnitAlias.name, UnitAlias.unit_id, literal(1)).join(Unit).where(Unit.active)
    short = select(Unit.short_name, Unit.id, literal(2)).where(
        Unit.active, Unit.short_name.is_not(None)
    )
    rows: Iterable[tuple[str, int, int]] = db.session.execute(union_all(full, alias, short))
    found: dict[str, tuple[int, set[int]]] = {}
    for name, unit_id, rank in rows:
        strongest, holders = found.get(name, (rank, set()))
        if rank < strongest:
            strongest, holders = rank, set()
        if rank == strongest:
            holders.add(unit_id)
        found[name] = (strongest, holders)
    return {name: next(iter(ids)) for name, (_, ids) in found.items() if len(ids) == 1}


def holders_of(name: str) -> frozenset[int]:
    """The units that this name stands for, as full name of an active one or as alias."""
    full = select(Unit.id).where(Unit.name == name, Unit.active)
    alias = select(UnitAlias.unit_id).where(UnitAlias.name == name)
    return frozenset(db.session.scalars(union_all(full, alias)))


def _place(unit: Unit) -> tuple[int, ...]:
    return tuple(int(step) for step in unit.path.strip("/").split("/") if step)
