"""Values that the trail is given and gives back."""

from dataclasses import dataclass
from datetime import date

from app.audit.vocabulary import Fault, Outcome


@dataclass(frozen=True)
class Sensitive:
    """A value that the trail must recognise but never show: kept as a keyed hash."""

    value: str


@dataclass(frozen=True)
class Head:
    """How many entries there are, and the hash of the last one."""

    count: int
    hash: str


@dataclass(frozen=True)
class Break:
    """The first place at which the trail is not what was written."""

    position: int
    fault: Fault


@dataclass(frozen=True)
class TrailFilter:
    """What a reader of the trail looks for."""

    person: str | None = None
    action: str | None = None
    subject_kind: str | None = None
    subject_id: int | None = None
    outcome: Outcome | None = None
    first: date | None = None
    last: date | None = None
