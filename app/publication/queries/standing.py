"""How a publicity stands today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app import clock
from app.calendars.queries import workdays
from app.closeout.vocabulary import Outcome
from app.deadlines.windows import days_run, last_day, provisional
from app.deadlines.workdays import Workdays
from app.publication.models import (
    Objection,
    Publicity,
)
from app.publication.vocabulary import Standing
from app.publication.workflow import Facts, standing


@dataclass(frozen=True)
class Line:
    """One publicity as it stands today."""

    publicity: Publicity
    standing: Standing
    last: date | None
    """None while an objection holds the clock."""
    left: int
    """Days of the window still to run, today not among them."""
    provisional: bool
    """The last day may still move: a year of the calendar is missing."""

    @property
    def unexamined(self) -> list[Objection]:
        return [one for one in self.publicity.objections if one.examined_on is None]


def line_of(publicity: Publicity, known: Workdays | None = None) -> Line:
    """Say how a publicity stands today."""
    known, today = known or workdays(), clock.today()
    last = last_day(publicity.window, known, publicity.stops)
    outcome = publicity.application.outcome
    ended = publicity.ended_on is not None or outcome is Outcome.CLOSED
    facts = Facts(publicity.first_day, last, ended, withdrawn=outcome is Outcome.RETURNED)
    return Line(
        publicity,
        standing(facts, today),
        last,
        publicity.length - days_run(publicity.window, today, known, publicity.stops),
        last is not None and provisional(publicity.window, last, known),
    )


def lines(publicities: Sequence[Publicity]) -> list[Line]:
    known = workdays()
    return [line_of(one, known) for one in publicities]
