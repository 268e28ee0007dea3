"""What an item says beyond a task's own columns: staged with its lines, kept with the task."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from app.intake.drafts import staged_field
from app.intake.operations.places import lines_of
from app.intake.parsing.result import ParsedItem
from app.tasks.vocabulary import PARTICULARS

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
        name: staged_field(value, lines_of(name, value, item, texts), (), item["raw"].get(name))
        for name, value in values.items()
        if value
    }


def particulars_of(row_fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept with the task."""
    return {name: row_fields[name]["value"] for name in PARTICULARS if _value(row_fields, name)}


def _value(row_fields: Mapping[str, Any], name: str) -> Any:
    return row_fields.get(name, {}).get("value")
