"""Questions asked of accountability matters; every total is counted here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.access.actor import Actor
from app.access.roles import Role
from app.accountability.models import Matter
from app.accountability.vocabulary import Manner, Rank
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.queries import in_area
from app.units.models import Unit


@dataclass(frozen=True)
class Totals:
    """Persons by rank and manner over some matters. Rows, columns and corner always agree.

    A person is counted once in each matter, under the gravest manner; somebody held accountable
    in two matters counts in both.
    """

    cells: Counter[tuple[Rank, Manner]]

    def __getitem__(self, key: tuple[Rank | None, Manner | None]) -> int:
        rank, manner = key
        return sum(
            persons
            for (its_rank, its_manner), persons in self.cells.items()
            if rank in (None, its_rank) and manner in (None, its_manner)
        )

    @property
    def persons(self) -> int:
        return self[None, None]


def totals(matters: Iterable[Matter]) -> Totals:
    cells: Counter[tuple[Rank, Manner]] = Counter()
    for matter in matters:
        cells.update({(count.rank, count.manner): count.persons for count in matter.counts})
    return Totals(cells)


def matters_for(actor: Actor) -> Sequence[Matter]:
    """Every matter of the lists in the actor's area, the latest first."""
    return db.session.scalars(
        select(Matter)
        .join(RectificationList, RectificationList.id == Matter.list_id)
        .join(Unit, Unit.id == RectificationList.government_id)
        .where(in_area(actor, Role.OFFICE, Role.LEADER))
        .options(joinedload(Matter.task))
        .order_by(Matter.transferred_on.desc(), Matter.id.desc())
    ).all()


def matter_or_none(matter_id: int) -> Matter | None:
    return db.session.get(Matter, matter_id)


def matter_numbered(list_id: int, number: str) -> Matter | None:
    return db.session.scalar(
        select(Matter).where(Matter.list_id == list_id, Matter.number == number)
    )
