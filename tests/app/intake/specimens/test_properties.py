"""Documents of our own invention beside what a person reads in them, compared key by key.

Each `**/NAME.txt` stands beside a `NAME.json`: `kind`, `title`, `coverage`, `items`, and
where there are any `findings` (their codes in order), `figures`, `script`, `year` and `as` (the
kind to insist on). What an item leaves out is empty: null, no list, false. Every key of the
contract is compared, whether the expectation names it or not.
"""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from app.intake.parsing.document import parse_file

FOLDER: Final = Path(__file__).parent
FILES: Final = sorted(FOLDER.rglob("*.txt"))
UNITS: Final = ("lead", "responsible", "cooperating", "supervising", "acceptance")
PLAN: Final[dict[str, Any]] = {
    **dict.fromkeys(("number", "aspect", "category", "problem", "deadline", "target", "progress")),
    **dict.fromkeys(("status", "percent", "difficulty", "next_step", "lamp", "remarks")),
    **{f"{role}_units": [] for role in UNITS},
    **{key: [] for key in ("other_numbers", "people", "measures", "sites", "links", "indicators")},
    "needs_review": False,
}
NOTICE: Final[dict[str, Any]] = {**PLAN, "publicity": None}
CASE: Final[dict[str, Any]] = {
    **dict.fromkeys(("number", "sequence", "channel", "content", "area", "investigation")),
    **dict.fromkeys(("handling", "accountability", "target", "substantiated", "status", "batch")),
    "remarks": None,
    **{key: [] for key in ("units", "issues", "pollution_types", "repeats", "personal_data")},
    "counts": {},
    "priority": False,
    "needs_review": False,
}
ITEMS: Final = {"plan": PLAN, "notice": NOTICE, "cases": CASE}
DEADLINE: Final[dict[str, Any]] = {
    "due_on": None,
    "sustained": False,
    "immediate": False,
    "stages": [],
    "needs_review": False,
}
MEASURE: Final[dict[str, Any]] = {"units": [], "deadline": None}
SITE: Final[dict[str, Any]] = {"requirement": None, "units": [], "deadline": None, "status": None}
PERSON: Final[dict[str, Any]] = {"post": None, "unit": None}
ISSUE: Final[dict[str, Any]] = {
    "pollution_types": [],
    "substantiated": None,
    "handling": None,
    "units": [],
}
PARTS: Final = {"measures": MEASURE, "sites": SITE, "people": PERSON, "issues": ISSUE}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_specimen_is_read_as_a_person_reads_it(file: Path) -> None:
    expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    read = parse_file(file, kind=expected.get("as"), year=expected.get("year")).to_json()
    defaults = ITEMS[expected["kind"]]

    assert read["document"]["kind"] == expected["kind"]
    assert read["document"]["title"] == expected["title"]
    assert read["document"]["script"] == expected.get("script", "simplified")
    items = [full(item, defaults) for item in expected["items"]]
    assert [stated(got, like) for got, like in paired(read["items"], items)] == items
    assert [finding["code"] for finding in read["findings"]] == expected.get("findings", [])
    assert read.get("figures", []) == expected.get("figures", [])
    coverage = read["coverage"]
    assert coverage == expected["coverage"]
    assert coverage["lines"] == sum(
        coverage[state] for state in ("mapped", "ignored", "unexplained")
    )


def full(item: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    """Write out what an expectation leaves out because it is empty."""
    whole = defaults | item
    for key, missing in PARTS.items():
        if key in whole:
            whole[key] = [dated(missing | part) for part in whole[key]]
    return dated(whole)


def dated(part: dict[str, Any]) -> dict[str, Any]:
    deadline = part.get("deadline")
    return part if deadline is None else part | {"deadline": whole_deadline(deadline)}


def whole_deadline(deadline: dict[str, Any]) -> dict[str, Any]:
    whole = DEADLINE | deadline
    if original := whole.get("original"):
        whole["original"] = whole_deadline(original)
    return whole


def paired(
    read: list[dict[str, Any]], expected: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Pair items in order; one too many is compared with the last that was expected."""
    likes = [*expected, *[(expected or [{}])[-1]] * len(read)]
    return list(zip(read, likes, strict=False))


def stated(got: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """Keep the keys that the expectation has: further keys are allowed everywhere."""
    kept = {key: got.get(key) for key in like}
    for key in PARTS:
        if kept.get(key):
            parts = like[key] or [{"name": None, "text": None}]
            kept[key] = [
                {name: part.get(name) for name in parts[min(place, len(parts) - 1)]}
                for place, part in enumerate(kept[key])
            ]
    return kept
