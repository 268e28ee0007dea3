"""What is said of an accountability matter before it is one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.accountability.vocabulary import Manner, Rank

Counts = Mapping[tuple[Rank, Manner], int]
"""Persons by rank and manner; each person stands in one place."""


@dataclass(frozen=True)
class MatterDraft:
    number: str
    title: str
    body: str
    """The discipline body that the matter was handed over to (承办机关)."""
    transferred_on: date
    task_id: int | None = None


@dataclass(frozen=True)
class Conclusion:
    """What was decided. `persons` is the total as the decision states it: the counts must agree."""

    concluded_on: date
    persons: int
    counts: Counts = field(default_factory=dict)
    document: str | None = None
    reason: str | None = None
    """Why a conclusion that stands already is changed."""
