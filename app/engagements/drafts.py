"""What is said of a person, a visit or a joint review before it is written down."""

from dataclasses import dataclass
from datetime import date

from app.engagements.vocabulary import PersonRole


@dataclass(frozen=True)
class PersonDraft:
    """Somebody named for a task; `every_days` is the agreed rhythm of a sponsor's visits."""

    role: PersonRole
    name: str
    post: str | None = None
    unit_id: int | None = None
    person_id: int | None = None
    every_days: int | None = None


@dataclass(frozen=True)
class VisitDraft:
    visited_on: date
    place: str
    seen: str
    demands: str | None = None


@dataclass(frozen=True)
class ReviewDraft:
    title: str
    held_on: date
    chair: str
    task_ids: tuple[int, ...]


@dataclass(frozen=True)
class Demand:
    """What a unit is asked for, until when."""

    unit_id: int
    text: str
    due_on: date


@dataclass(frozen=True)
class Conclusion:
    """What was concluded on one task of the agenda, and the demands that follow from it."""

    task_id: int
    text: str
    demands: tuple[Demand, ...] = ()
