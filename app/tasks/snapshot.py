"""What a task says, as plain values by field: of a task that stands, or of one proposed."""

from collections.abc import Mapping
from typing import Any

from app.access.actor import Part
from app.deadlines.phrases import Deadline
from app.tasks.drafts import MeasureDraft, TaskDraft
from app.tasks.models import Indicator, Measure, Site, Task

IN_TABLES = frozenset({"sites", "indicators"})
OF_A_SITE = ("number", "name", "requirement", "units", "deadline", "status", "remarks")
ORDER = {part: place for place, part in enumerate(Part)}


def present(task: Task) -> dict[str, Any]:
    """Return what a task says now."""
    return {
        "aspect": task.category.aspect.title,
        "category": task.category.title,
        "problem": task.problem,
        "target": task.target,
        "deadline": {
            "deadline_kind": task.deadline_kind,
            "deadline_wording": task.deadline_wording,
            "due_on": task.due_on.isoformat() if task.due_on else None,
            "sustained": task.sustained,
            "immediate": task.immediate,
            "stages": task.stages,
        },
        "units": _parts([(link.part, link.unit_id) for link in task.present_links]),
        "measures": [_measure(measure) for measure in task.measures],
        "other_numbers": {each.level.value: each.number for each in task.numbers},
        **particulars_of(task),
    }


def proposed(draft: TaskDraft) -> dict[str, Any]:
    """Return what a task would say, in the same shape."""
    return {
        "aspect": draft.aspect,
        "category": draft.category,
        "problem": draft.problem,
        "target": draft.target,
        "deadline": _plain_deadline(draft.deadline),
        "units": _parts(draft.parts),
        "measures": [_measure_drafted(measure) for measure in draft.measures],
        "other_numbers": {level.value: number for level, number in draft.other_numbers.items()},
        **_plain_parts(draft.particulars),
    }


def particulars_of(task: Task) -> dict[str, Any]:
    """Return what the document says beyond the columns, sites and indicators with it."""
    parts = {
        "sites": [_site(site) for site in task.sites],
        "indicators": [_indicator(each) for each in task.indicators],
    }
    return {**(task.particulars or {}), **{name: rows for name, rows in parts.items() if rows}}


def without_parts(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stays with the task's row; the others have tables of their own."""
    return {name: value for name, value in said.items() if name not in IN_TABLES}


def _plain_parts(said: Mapping[str, Any]) -> dict[str, Any]:
    """Of a site's deadline, what is stored of it."""
    sites = [
        {name: each.get(name) for name in OF_A_SITE}
        | {"units": list(each.get("units") or ()), "deadline": _short(each.get("deadline"))}
        for each in said.get("sites") or ()
    ]
    return {**said, **({"sites": sites} if sites else {})}


def _site(site: Site) -> dict[str, Any]:
    due_on = site.due_on.isoformat() if site.due_on else None
    deadline = {"raw": site.deadline_wording, "due_on": due_on}
    return {
        "number": site.number,
        "name": site.name,
        "requirement": site.problem,
        "units": list(site.units),
        "deadline": deadline if site.deadline_wording else None,
        "status": site.said_status,
        "remarks": site.remarks,
    }


def _short(deadline: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if not deadline or not deadline.get("raw"):
        return None
    return {"raw": deadline["raw"], "due_on": deadline.get("due_on")}


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "name": indicator.name,
        "comparison": indicator.comparison,
        "value": float(indicator.wanted),
        "unit": indicator.unit_text,
        "due_on": indicator.due_on.isoformat() if indicator.due_on else None,
        "text": indicator.wording,
    }


def _parts(parts: Any) -> list[list[Any]]:
    return [[part.value, unit_id] for part, unit_id in sorted(parts, key=lambda one: ORDER[one[0]])]


def deadline_columns(deadline: Deadline) -> dict[str, Any]:
    """The columns of a task that say what its present deadline is."""
    return {
        "deadline_kind": deadline.kind.value,
        "deadline_wording": deadline.raw,
        "due_on": deadline.due_on,
        "sustained": deadline.sustained,
        "immediate": deadline.immediate,
        "stages": [day.isoformat() for day in deadline.stages],
    }


def _plain_deadline(deadline: Deadline) -> Mapping[str, Any]:
    due_on = deadline.due_on.isoformat() if deadline.due_on else None
    return deadline_columns(deadline) | {"due_on": due_on}


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "text": measure.text,
        "units": measure.units,
        "deadline_wording": measure.deadline_wording,
        "due_on": measure.due_on.isoformat() if measure.due_on else None,
    }


def _measure_drafted(measure: MeasureDraft) -> dict[str, Any]:
    deadline = measure.deadline
    return {
        "text": measure.text,
        "units": measure.units,
        "deadline_wording": deadline.raw if deadline else None,
        "due_on": deadline.due_on.isoformat() if deadline and deadline.due_on else None,
    }
