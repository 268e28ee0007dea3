"""What an item says beyond a task's own columns: staged with its lines, kept with the task."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from app.intake.drafts import staged_field
from app.intake.parsing.result import ParsedItem
from app.tasks.vocabulary import PARTICULARS

SAID_AS: Final[Mapping[str, tuple[str, ...]]] = {
    "people": ("sponsor", "person", "contact"),
    "sites": ("site_name", "site_number"),
    "remarks": ("remarks", "other"),
}
"""Labels of lines under which a particular stands, where they are not its own name."""
OF_A_DEADLINE: Final = ("starts_on", "amount", "unit", "base")
KNOWN: Final = frozenset(each.name for each in fields(ParsedItem))


def staged_particulars(item: Mapping[str, Any], texts: Mapping[int, str]) -> dict[str, Any]:
    """Return a staged field for everything that an item says and a task has no column for."""
    values = {name: item.get(name) for name in PARTICULARS} | {
        "notice": {name: value for name, value in item.items() if name not in KNOWN and value},
        "deadline_details": {
            name: value
            for name, value in (item["deadline"] or {}).items()
            if name in OF_A_DEADLINE and value is not None
        },
    }
    return {
        name: staged_field(value, _lines(name, value, item, texts), (), item["raw"].get(name))
        for name, value in values.items()
        if value
    }


def _lines(
    name: str, value: Any, item: Mapping[str, Any], texts: Mapping[int, str]
) -> Sequence[int]:
    """Lines that were read as this; else those of the item that say it; else the whole item."""
    known: Mapping[str, list[int]] = item["lines"]
    if name == "deadline_details":
        return known.get("deadline", [])
    own = [line for label in SAID_AS.get(name, (name,)) for line in known.get(label, [])]
    if own:
        return sorted(set(own))
    first, last = item["source"]
    span = [line for line in texts if first <= line <= last]
    said = _words(value)
    return [line for line in span if any(word in texts[line] for word in said)] or span


def _words(value: Any) -> Sequence[str]:
    """The wording by which the lines of a particular are found again."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [each[key] for each in value for key in ("text", "name") if each.get(key)]
    return []


def particulars_of(row_fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept with the task."""
    return {name: row_fields[name]["value"] for name in PARTICULARS if _value(row_fields, name)}


def _value(row_fields: Mapping[str, Any], name: str) -> Any:
    return row_fields.get(name, {}).get("value")
