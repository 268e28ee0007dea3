"""What a task or a report is before it is one: the same shape from a form or a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.access.actor import Part
from app.deadlines.phrases import Deadline
from app.inspections.vocabulary import StepKind
from app.tasks.drafts.parts import PartsFact, PartsSaid, kept_parts
from app.tasks.vocabulary import EvidenceKind, InstructionOrigin, Lamp, NumberLevel, Pace, PaceBasis

__all__ = [
    "Amendment",
    "Correction",
    "EvidenceDraft",
    "MeasureDraft",
    "PartsFact",
    "PartsSaid",
    "ReportDraft",
    "TaskDraft",
    "kept_parts",
]


@dataclass(frozen=True)
class MeasureDraft:
    text: str
    units: str | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True)
class TaskDraft:
    """One item of a list. `parts` are (part, unit id) in the order of the document."""

    number: str
    aspect: str
    category: str
    problem: str
    target: str | None
    deadline: Deadline
    parts: tuple[tuple[Part, int], ...]
    counting_unit_id: int
    measures: tuple[MeasureDraft, ...] = ()
    other_numbers: Mapping[NumberLevel, str] = field(default_factory=dict)
    source: Mapping[str, object] | None = None
    particulars: Mapping[str, Any] = field(default_factory=dict)
    """What the document says beyond these; see PARTICULARS."""


@dataclass(frozen=True)
class Amendment:
    """What a revised edition of the list changes in a task.

    `fields` are plain values by name, as `snapshot.present` tells them; `edition` is where they
    were read, kept with the task's source.
    """

    fields: Mapping[str, Any]
    note: str
    edition: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class ReportDraft:
    """One period's report; `reason` only when it corrects an earlier one of the same period.

    `percent` is the unit's own figure: it stands only where none can be derived from the parts.
    """

    text: str
    percent: int | None
    pace: Pace
    difficulties: str | None = None
    next_step: str | None = None
    reason: str | None = None
    parts: PartsSaid = field(default_factory=PartsSaid)


@dataclass(frozen=True)
class Correction:
    """What the office may correct in a task before it is struck off; the reason stays with it.

    A new lead unit takes the old one's part, and the counting with it.
    """

    problem: str
    target: str | None
    lead_unit_id: int
    reason: str


@dataclass(frozen=True)
class EvidenceDraft:
    """What is said of a file that shows what was done.

    Without a kind, a picture is a photo and anything else is "other". `replaces` is the piece of
    which this is a new version.
    """

    filename: str
    caption: str | None = None
    kind: EvidenceKind | None = None
    step: StepKind | None = None
    site_id: int | None = None
    replaces: int | None = None


@dataclass(frozen=True)
class EvidenceFilter:
    """Which evidence a page shows; None stands for any."""

    kind: EvidenceKind | None = None
    step: StepKind | None = None
    site_id: int | None = None


@dataclass(frozen=True)
class Rules:
    """By what lamps and pace of a list are derived; the fields are those of a stored version."""

    near_due_days: int = 30
    pace_basis: PaceBasis = PaceBasis.REPORTED
    yellow_behind: int = 10
    red_behind: int | None = None
    silent_days: int | None = None
    silent_lamp: Lamp = Lamp.YELLOW


@dataclass(frozen=True)
class InstructionDraft:
    """What is asked of a unit on a task, until when; `origin_id` names the meeting or review."""

    unit_id: int
    text: str
    due_on: date
    origin: InstructionOrigin
    origin_id: int | None = None
