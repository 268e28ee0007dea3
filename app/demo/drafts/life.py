"""Who follows tasks in person, a joint review, and who was held accountable, before they are."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class SiteVisit:
    week: int
    place: str
    seen: str
    demands: str | None = None


@dataclass(frozen=True)
class Sponsor:
    """A leader who follows a task, with the visits so far."""

    task: str
    login: str
    every_days: int
    visits: tuple[SiteVisit, ...]


@dataclass(frozen=True)
class Responsible:
    task: str
    name: str
    post: str


@dataclass(frozen=True)
class ReviewItem:
    """A task on the agenda: the conclusion, one demand, and its answer if there is one."""

    task: str
    conclusion: str
    unit: str
    demand: str
    days: int
    answer: str | None


@dataclass(frozen=True)
class Review:
    week: int
    title: str
    chair: str
    present: str
    items: tuple[ReviewItem, ...]


@dataclass(frozen=True)
class Matter:
    """A matter of accountability; `counts` are persons by rank and manner once concluded."""

    number: str
    title: str
    body: str
    task: str
    concluded: int | None = None
    document: str | None = None
    counts: Mapping[str, Mapping[str, int]] | None = None


@dataclass(frozen=True)
class Path:
    """The procedure of a task; the weeks in which it was published and filed, where it was."""

    task: str
    code: str
    criteria: tuple[str, ...]
    publicity: int | None = None
    filed: int | None = None


@dataclass(frozen=True)
class Life:
    sponsors: tuple[Sponsor, ...]
    responsible: tuple[Responsible, ...]
    review: Review
    matters: tuple[Matter, ...]
    paths: tuple[Path, ...]
