"""Stored and staged records under the keys that reading a document yields."""

from collections.abc import Mapping
from typing import Any, Final

from app.access.actor import Part
from app.intake.models import IntakeRow
from app.intake.snapshot.columns import Item
from app.petitions.models import PetitionCase
from app.tasks.models import Measure, Task
from app.tasks.queries import Line
from app.tasks.snapshot import particulars_of
from app.tasks.vocabulary import TaskState

STATES: Final = {TaskState.CLOSED: "closed", TaskState.CLOSING: "completed"}
SAID: Final = (
    "people",
    "sites",
    "progress",
    "status",
    "percent",
    "difficulty",
    "next_step",
    "remarks",
    "lamp",
)


def item_of_line(line: Line) -> Item:
    """A task as the register shows it today."""
    task = line.task
    return {
        **{name: _said(task).get(name) for name in SAID},
        **{f"{part.value}_units": [unit.name for unit in task.units_as(part)] for part in Part},
        "number": task.number,
        "other_numbers": [
            {"level": each.level.value, "number": each.number} for each in task.numbers
        ],
        "aspect": task.category.aspect.title,
        "category": task.category.title,
        "problem": task.problem,
        "target": task.target,
        "deadline": _deadline(task.deadline_wording, task),
        "original_deadline": _original(task),
        "measures": [_measure(measure) for measure in task.measures],
        **_reported(task),
        "lamp": line.lamp.value,
    }


def _said(task: Task) -> Mapping[str, Any]:
    """What the document said beyond the task's own columns."""
    return particulars_of(task)


def _reported(task: Task) -> dict[str, Any]:
    """What the last report says, and what the task has come to since."""
    report = task.latest_report
    found: dict[str, Any] = {}
    if report is not None:
        found = {
            "progress": report.text,
            "percent": f"{report.percent}%",
            "status": report.pace.value,
            "difficulty": report.difficulties,
            "next_step": report.next_step,
        }
    return found | ({"status": STATES[task.state]} if task.state in STATES else {})


def _deadline(raw: str, task: Task) -> dict[str, Any]:
    due_on = task.due_on.isoformat() if task.due_on else None
    return {"raw": raw, "due_on": due_on, "needs_review": False}


def _original(task: Task) -> str | None:
    same = task.original_wording == task.deadline_wording
    return None if same else task.original_wording


def _measure(measure: Measure) -> dict[str, Any]:
    deadline = None
    if measure.deadline_wording is not None:
        due_on = measure.due_on.isoformat() if measure.due_on else None
        deadline = {"raw": measure.deadline_wording, "due_on": due_on, "needs_review": False}
    units = measure.units.split("、") if measure.units else []
    return {"text": measure.text, "units": units, "deadline": deadline}


def item_of_row(row: IntakeRow) -> Item:
    """A staged task: what was settled as it is now, what is doubtful as the document has it."""
    values = {name: field["value"] for name, field in row.fields.items()}
    names: dict[str, list[str]] = {f"{part.value}_units": [] for part in Part}
    for unit in values.get("units") or ():
        names[f"{unit['part']}_units"].append(unit["label"] or unit["name"])
    deadline = values.get("deadline") or {}
    return {
        **values,
        **{key: list(dict.fromkeys(units)) for key, units in names.items()},
        "other_numbers": values.get("other_numbers") or (),
        "original_deadline": (deadline.get("original") or {}).get("raw"),
    }


def item_of_case(case: PetitionCase, texts: Mapping[str, Any]) -> Item:
    """A petition case whose texts were opened; what tells who complained is left behind."""
    batch = {"number": case.batch_number, "date": case.batch_on and case.batch_on.isoformat()}
    return {
        **{name: text for name, text in texts.items() if name != "personal_data"},
        "sequence": case.sequence,
        "number": case.number,
        "priority": case.priority,
        "channel": case.channel,
        "batch": batch if case.batch_number else None,
        "area": texts.get("area") or case.district,
        "pollution_types": case.pollution_types,
        "units": case.units,
        "substantiated": case.substantiated,
        "status": case.status,
        "counts": case.counts,
        "repeats": case.repeats,
    }
