"""Documents of every family with what they must yield, written down from the contract."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.intake.parsing.document import parse_file

ROOM = Path(__file__).parents[1] / "specimens"
SPECIMENS = sorted(path for path in ROOM.rglob("*.txt"))
DEADLINE = {
    "raw": None, "kind": None, "due_on": None, "sustained": False, "immediate": False,
    "stages": [], "needs_review": False, "starts_on": None, "original": None, "amount": None,
    "unit": None, "base": None,
}  # fmt: skip
MEASURE = {"text": None, "units": [], "deadline": None}
SITE = {"name": None, "requirement": None, "units": [], "deadline": None, "status": None}
PLAN = {
    "number": None, "other_numbers": [], "aspect": None, "category": None, "problem": None,
    "lead_units": [], "responsible_units": [], "cooperating_units": [], "supervising_units": [],
    "acceptance_units": [], "people": [], "deadline": None, "target": None, "measures": [],
    "progress": None, "status": None, "sites": [], "links": [], "percent": None,
    "difficulty": None, "next_step": None, "lamp": None, "indicators": [], "remarks": None,
    "needs_review": False, "source": None,
}  # fmt: skip
CASE = {
    "number": None, "priority": False, "sequence": None, "channel": None, "units": [],
    "issues": [], "content": None, "area": None, "investigation": None, "handling": None,
    "accountability": None, "target": None, "pollution_types": [], "substantiated": None,
    "status": None, "counts": {}, "repeats": [], "personal_data": [], "batch": None,
    "needs_review": False, "source": None,
}  # fmt: skip
ISSUE = {
    "text": None, "pollution_types": [], "substantiated": None, "handling": None, "units": [],
}  # fmt: skip
KEYS = {"plan": PLAN, "cases": CASE, "notice": PLAN | {"publicity": None}}
PARTS = {"measures": MEASURE, "sites": SITE, "issues": ISSUE}


def whole(found: dict[str, Any], keys: dict[str, Any]) -> dict[str, Any]:
    """Return the keys of the contract; what is not there has its empty value."""
    full: dict[str, Any] = {}
    for key, empty in keys.items():
        value = found.get(key, empty)
        if key in ("deadline", "original") and value is not None:
            value = whole(value, DEADLINE)
        elif key in PARTS:
            value = [whole(each, PARTS[key]) for each in value]
        full[key] = value
    return full


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
def test_a_document_yields_what_the_contract_says(path):
    wanted = json.loads(path.with_suffix(".json").read_text())
    found = parse_file(path, **wanted.get("options", {})).to_json()
    kind = wanted["document"]["kind"]
    keys = KEYS[kind]

    assert {key: found["document"][key] for key in wanted["document"]} == wanted["document"]
    assert len(found["items"]) == len(wanted["items"])
    for each, expected in zip(found["items"], wanted["items"], strict=True):
        assert whole(each, keys) == whole(expected, keys)
    assert [finding["code"] for finding in found["findings"]] == wanted.get("findings", [])
    assert found.get("figures", []) == wanted.get("figures", [])
    assert found["coverage"] == wanted["coverage"]


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
def test_every_line_of_a_document_is_accounted_for(path):
    wanted = json.loads(path.with_suffix(".json").read_text())
    found = parse_file(path, **wanted.get("options", {})).to_json()
    lines = [line for line in path.read_text().splitlines() if line.strip()]
    coverage = found["coverage"]

    assert coverage["mapped"] + coverage["ignored"] + coverage["unexplained"] == coverage["lines"]
    assert coverage["lines"] == len(lines)
