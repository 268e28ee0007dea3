"""What an assessment is made of before it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.assessment.vocabulary import USUAL, USUAL_AHEAD, USUAL_BASE, PointKind


@dataclass(frozen=True)
class Points:
    """The rules of a list: what everybody begins with, and what each kind is worth."""

    base: int = USUAL_BASE
    ahead_days: int = USUAL_AHEAD
    """So many days before the original deadline is ahead, less is on time."""
    worth: Mapping[PointKind, int] = field(default_factory=lambda: dict(USUAL))


@dataclass(frozen=True)
class PointDraft:
    """One giving or taking of points: for which unit and task, and the fact that it rests on."""

    kind: PointKind
    unit_id: int
    task_id: int
    day: date
    event_id: int | None = None
    period_id: int | None = None


def standing_of_close_out(done_on: date, due_on: date | None, ahead_days: int) -> PointKind:
    """Whether a task that was struck off was done ahead, on time or late.

    Judged against the deadline first set: who was given more time was not on time. Without a date
    nothing can be late.
    """
    if due_on is None:
        return PointKind.ON_TIME
    left = (due_on - done_on).days
    if left < 0:
        return PointKind.LATE
    return PointKind.AHEAD if left >= ahead_days else PointKind.ON_TIME
