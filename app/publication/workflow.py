"""Where a publicity stands on a day: one function of its days and of what became of it."""

from dataclasses import dataclass
from datetime import date

from app.publication.vocabulary import Standing


@dataclass(frozen=True)
class Facts:
    """What decides: the last day is missing while an objection holds the clock."""

    first: date
    last: date | None
    ended: bool = False
    withdrawn: bool = False


def standing(facts: Facts, day: date) -> Standing:
    """Say where it stands; that a window is over ends nothing, the office does."""
    if facts.ended:
        return Standing.ENDED
    if facts.withdrawn:
        return Standing.WITHDRAWN
    if day < facts.first:
        return Standing.AHEAD
    if facts.last is None:
        return Standing.STOPPED
    return Standing.RUNNING if day <= facts.last else Standing.OVER
