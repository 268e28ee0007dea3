"""A deadline as it was understood, beside the words that it was written in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class DeadlineKind(StrEnum):
    BY_DATE = "by_date"
    IMMEDIATE = "immediate"
    SUSTAINED = "sustained"
    RANGE = "range"
    FROM_DATE = "from_date"
    STAGED = "staged"
    RELATIVE = "relative"
    REFERENCE = "reference"
    FUZZY = "fuzzy"
    INVALID = "invalid"
    NONE = "none"


@dataclass(frozen=True)
class Deadline:
    raw: str
    kind: DeadlineKind
    due_on: date | None = None
    """The last day that counts."""
    sustained: bool = False
    immediate: bool = False
    stages: tuple[date, ...] = ()
    needs_review: bool = False
    starts_on: date | None = None
    original: "Deadline | None" = None
    """The deadline before an extension, where the phrase names one."""
    stated_on: date | None = None
    """A day written beside the phrase that is not the day of the phrase."""
    amount: int | None = None
    unit: str | None = None
    """`days`, `working_days` or `months` of a relative deadline."""
    base: str | None = None
    """The event that a relative deadline counts from, as printed."""

    def to_json(self) -> dict[str, Any]:
        """Return the form that reading a document prints; rare keys only where they apply."""
        always = {
            "raw": self.raw,
            "kind": self.kind.value,
            "due_on": self.due_on and self.due_on.isoformat(),
            "sustained": self.sustained,
            "immediate": self.immediate,
            "stages": [stage.isoformat() for stage in self.stages],
            "needs_review": self.needs_review,
        }
        rare = {
            "starts_on": self.starts_on and self.starts_on.isoformat(),
            "stated_on": self.stated_on and self.stated_on.isoformat(),
            "original": self.original and self.original.to_json(),
            "amount": self.amount,
            "unit": self.unit,
            "base": self.base,
        }
        return always | {key: value for key, value in rare.items() if value is not None}
