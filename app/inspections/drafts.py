"""What an inspection or a list is before it is one."""

from dataclasses import dataclass
from datetime import date

from app.inspections.vocabulary import InspectionLevel, PeriodKind, SourceKind


@dataclass(frozen=True)
class InspectionDraft:
    name: str
    level: InspectionLevel
    kind: SourceKind = SourceKind.INSPECTION
    round: int | None = None
    team: str | None = None
    onsite_from: date | None = None
    onsite_to: date | None = None
    feedback_on: date | None = None


@dataclass(frozen=True)
class ListDraft:
    code: str
    name: str
    document_prefix: str
    period_kind: PeriodKind = PeriodKind.WEEK
    cutoff_hour: int = 18
    near_due_days: int = 30
