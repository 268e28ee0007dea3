"""What the fields of two rows become together."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from app.intake.drafts import Doubt, Option
from app.intake.operations.correcting import DOERS, EMPTY, shown_deadline
from app.intake.operations.settling import once
from app.wording import N_

ALONE: Final = frozenset({"number", "aspect", "category", "status", "percent", "lamp"})
"""Fields of which one is enough: the first row's, where it says anything."""


def joined(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of the first row with those of the second one added."""
    names = dict.fromkeys([*first, *second])
    return {name: _joined(name, first.get(name), second.get(name)) for name in names}


def _joined(
    name: str, first: Mapping[str, Any] | None, second: Mapping[str, Any] | None
) -> dict[str, Any]:
    if first is None or second is None:
        return dict(first or second or EMPTY)
    both = {**first, "lines": sorted({*first["lines"], *second["lines"]})}
    if name in ADDED_UP:
        return {**both, **ADDED_UP[name](first, second)}
    if not second["value"] or first["value"] == second["value"]:
        return both
    if not first["value"]:
        return {**second, "lines": both["lines"]}
    return both if name in ALONE else {**both, **_both(name, first, second)}


def _both(name: str, first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Texts run on, lists go on; of two deadlines a person chooses one."""
    one, other = first["value"], second["value"]
    if name == "deadline":
        options = [
            Option({**each, "needs_review": False}, shown_deadline(each)) for each in (one, other)
        ]
        doubt = Doubt("merged-deadline", N_("合并的两项时限不同，请选一个或另填"), options=options)
        return {"doubts": [doubt.to_json()]}
    if isinstance(one, str):
        between = "" if one.endswith(("。", "；", ";")) else "；"
        return {"value": f"{one}{between}{other}", "doubts": []}
    if isinstance(one, list):
        return {"value": [*one, *(each for each in other if each not in one)]}
    return {"value": {**other, **one}}


def _units(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    value = once([*first["value"], *second["value"]])
    doubts = {each["about"]: each for each in [*second["doubts"], *first["doubts"]]}
    if any(each["part"] in DOERS for each in value):
        doubts = {about: each for about, each in doubts.items() if each["code"] != "missing-unit"}
    return {"value": value, "doubts": list(doubts.values())}


def _measures(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    before = len(first["value"] or ())
    later = [{**doubt, "about": str(int(doubt["about"]) + before)} for doubt in second["doubts"]]
    return {
        "value": [*(first["value"] or ()), *(second["value"] or ())],
        "doubts": [*first["doubts"], *later],
    }


Join = Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any]]
ADDED_UP: Final[Mapping[str, Join]] = {"units": _units, "measures": _measures}
