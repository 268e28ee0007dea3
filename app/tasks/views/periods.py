"""The reporting period that is open now, whether anybody has reported in it or not."""

from dataclasses import dataclass
from datetime import date, datetime

from app import clock
from app.deadlines.periods import cutoff_of, period_containing
from app.inspections import queries as inspections
from app.inspections.models import RectificationList
from app.inspections.vocabulary import PeriodKind


@dataclass(frozen=True)
class OpenPeriod:
    """A period as pages name it; `id` only once its row exists."""

    kind: PeriodKind
    first_day: date
    last_day: date
    cutoff_at: datetime
    id: int | None


def open_period(subject: RectificationList) -> OpenPeriod:
    """Return the period into which a report made now would fall."""
    kind = subject.period_kind
    first, last = period_containing(kind.value, clock.now(), subject.cutoff_hour)
    row = inspections.period_ending(subject.id, last)
    cutoff = row.cutoff_at if row else cutoff_of(last, subject.cutoff_hour)
    return OpenPeriod(kind, first, last, cutoff, row.id if row else None)
