"""Reads the demonstration city from its data files into frozen values."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.demo.drafts.city import (
    CaseBatch,
    City,
    CityTask,
    CityUnit,
    Measure,
    Person,
    Picture,
    Report,
    Step,
)
from app.demo.drafts.life import (
    Life,
    Matter,
    Responsible,
    Review,
    ReviewItem,
    SiteVisit,
    Sponsor,
)
from app.demo.drafts.life import Path as TaskPath

DATA = Path(__file__).parent / "data"


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
            Picture(number, *row) for number, rows in _table("pictures").items() for row in rows
        ),
        batches=tuple(_batch(row) for row in _table("cases")["batch"]),
    )


def _names(pattern: str) -> list[str]:
    return sorted(file.stem for file in DATA.glob(f"{pattern}.toml"))


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _frozen(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _batch(row: Mapping[str, Any]) -> CaseBatch:
    rows = tuple(tuple(case) for case in row["rows"])
    return CaseBatch(row["number"], row["day"], row["recorded"], rows)


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


def read_life() -> Life:
    """Read who follows what in person, the joint review and the matters of accountability."""
    table = _table("life")
    review = table["review"]
    items = tuple(_item(row) for row in review.pop("item"))
    return Life(
        sponsors=tuple(_sponsor(row) for row in table["sponsor"]),
        responsible=tuple(Responsible(**row) for row in table["responsible"]),
        review=Review(**review, items=items),
        matters=tuple(Matter(**row) for row in table["matter"]),
        paths=tuple(TaskPath(**_frozen(row)) for row in table["procedure"]),
    )


def _sponsor(row: Mapping[str, Any]) -> Sponsor:
    visits = tuple(SiteVisit(**visit) for visit in row["visits"])
    return Sponsor(row["task"], row["login"], row["every_days"], visits)


def _item(row: Mapping[str, Any]) -> ReviewItem:
    asked = row["demand"]
    said = (asked["unit"], asked["text"], asked["days"], row.get("answer"))
    return ReviewItem(row["task"], row["conclusion"], *said)
