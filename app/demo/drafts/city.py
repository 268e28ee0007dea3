"""What the demonstration city consists of, before it is one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CityUnit:
    name: str
    short: str
    level: str
    kind: str
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    login: str
    name: str
    post: str
    unit: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    text: str
    unit: str | None = None
    deadline: str | None = None


@dataclass(frozen=True)
class CityTask:
    """One item of the list; deadlines are rules that `Dates` turns into wording."""

    number: str
    aspect: str
    category: str
    problem: str
    lead: str
    supervising: tuple[str, ...]
    target: str
    deadline: str
    measures: tuple[Measure, ...]
    responsible: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseBatch:
    """Petition cases that were handed over on one day on site, counted from the first."""

    number: int
    day: int
    recorded: bool
    rows: tuple[tuple[str, ...], ...]
    """Channel (D, X, W; * for priority), then the cells from the complaint on."""


@dataclass(frozen=True)
class Report:
    """What a unit reports of one task in one week; `pace` is o(n), b(ehind) or a(head)."""

    task: str
    week: int
    percent: int
    pace: str
    text: str
    next_step: str
    difficulties: str | None


@dataclass(frozen=True)
class Step:
    """A step towards close-out: apply, verify, return, accept or close."""

    task: str
    week: int
    step: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A drawn photo that shows what was done by a week."""

    task: str
    week: int
    scene: str
    phase: str
    caption: str


@dataclass(frozen=True)
class City:
    units: tuple[CityUnit, ...]
    people: tuple[Person, ...]
    tasks: tuple[CityTask, ...]
    reports: tuple[Report, ...]
    steps: tuple[Step, ...]
    pictures: tuple[Picture, ...]
    batches: tuple[CaseBatch, ...]
