"""Reads the demonstration city from its data files into frozen values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


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


def read_city() -> City:
    """Read the whole city; the order is that of the files."""
    return City(
        units=tuple(CityUnit(**_frozen(row)) for row in _table("units")["unit"]),
        people=tuple(Person(**_frozen(row)) for row in _table("people")["person"]),
        tasks=tuple(task for name in _names("tasks_*") for task in _tasks(_table(name))),
        reports=tuple(
            report
            for name in _names("progress_*")
            for number, row in _table(name).items()
            for report in _reports(number, row)
        ),
        steps=tuple(Step(**row) for row in _table("story")["event"]),
        pictures=tuple(
            Picture(number, *row)
            for number, rows in _table("pictures").items()
            for row in rows
        ),
    )


def _names(pattern: str) -> list[str]:
    return sorted(file.stem for file in DATA.glob(f"{pattern}.toml"))


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _tasks(table: Mapping[str, Any]) -> list[CityTask]:
    return [
        CityTask(
            **_frozen(row)
            | {
                "aspect": table["aspect"],
                "category": category["name"],
                "measures": tuple(Measure(**measure) for measure in row["measures"]),
            }
        )
        for category in table["category"]
        for row in category["task"]
    ]


def _reports(number: str, row: Mapping[str, Any]) -> list[Report]:
    """Spread a task's rows over its weeks: the last one stands in the week `last`."""
    done, count = row["done"], len(row["done"])
    first = row.get("last", 0) - count + 1
    pace = row.get("pace", "o" * count)
    return [
        Report(
            task=number,
            week=first + place,
            percent=row["percent"][place],
            pace=pace[place],
            text=done[place],
            next_step=row["next"][place * len(row["next"]) // count],
            difficulties=_in_force(row.get("difficulty", []), first + place),
        )
        for place in range(count)
    ]


def _in_force(difficulties: list[tuple[int, str]], week: int) -> str | None:
    """Return the difficulty named last by a week; an empty one says that it is overcome."""
    known = [text for since, text in difficulties if since <= week]
    return (known[-1] or None) if known else None
