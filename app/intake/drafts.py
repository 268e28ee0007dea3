"""What is staged for a task before it is one, as frozen values and as the JSON that is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.deadlines.phrases import Deadline, DeadlineKind


@dataclass(frozen=True)
class Option:
    """One way to settle a doubt; `value` is what the field becomes."""

    value: Any
    label: str
    note: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    """Fill the places of the note."""

    def to_json(self) -> dict[str, Any]:
        return {"value": self.value, "label": self.label, "note": self.note}


@dataclass(frozen=True)
class Doubt:
    """Something that a person has to decide; `about` tells doubts of one field apart."""

    code: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    options: Sequence[Option] = ()
    several: bool = False
    """Several options may be chosen at once: a wildcard stands for several units."""

    def to_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "message": self.message,
            "values": dict(self.values),
            "about": self.about,
            "options": [option.to_json() for option in self.options],
            "several": self.several,
        }


@dataclass(frozen=True)
class Answer:
    """What a person says to a doubt: options or units that were chosen, or what was typed."""

    chosen: Sequence[int] = ()
    typed: str = ""
    everywhere: bool = False
    """Whether all doubts of the import that ask the same are settled alike."""


UNIT_DOUBTS = frozenset({"unknown-unit", "placeless-unit", "wildcard-unit"})


def question_of(doubt: Mapping[str, Any]) -> str:
    """Doubts that ask the same are settled alike: of one printed name, or with the same choice."""
    if doubt["code"] in UNIT_DOUBTS:
        return f"unit:{doubt['values']['name']}"
    return "|".join([doubt["code"], *(option["note"] for option in doubt["options"])])


def staged_field(
    value: Any, lines: Sequence[int], doubts: Sequence[Doubt] = (), raw: str | None = None
) -> dict[str, Any]:
    """Return a field as it is kept with a row."""
    return {
        "value": value,
        "raw": raw,
        "lines": list(lines),
        "doubts": [doubt.to_json() for doubt in doubts],
    }


def deadline_of(kept: Mapping[str, Any] | None) -> Deadline:
    """Return the deadline that was kept as JSON; none is a kind of its own."""
    if kept is None:
        return Deadline(raw="", kind=DeadlineKind.NONE)
    return Deadline(
        raw=kept["raw"],
        kind=DeadlineKind(kept["kind"]),
        due_on=date.fromisoformat(kept["due_on"]) if kept["due_on"] else None,
        sustained=kept["sustained"],
        immediate=kept["immediate"],
        stages=tuple(date.fromisoformat(day) for day in kept["stages"]),
        original=deadline_of(kept["original"]) if kept.get("original") else None,
    )
