"""The same phrase is read once: a list of a thousand rows repeats its units and deadlines."""

from functools import lru_cache
from typing import Final

from app.deadlines.phrases import Deadline
from app.deadlines.phrases import read_deadline as read_phrase
from app.intake.parsing.units import UnitPhrase, UnitRole
from app.intake.parsing.units import read_units as read_names

KEPT: Final = 2048
LONGEST: Final = 2_000
"""No phrase of units or of a deadline is longer; a text that is was not meant as one."""


@lru_cache(maxsize=KEPT)
def read_deadline(raw: str, year: int | None = None) -> Deadline:
    return read_phrase(raw[:LONGEST], year)


@lru_cache(maxsize=KEPT)
def read_units(text: str, role: UnitRole = UnitRole.RESPONSIBLE) -> UnitPhrase:
    return read_names(text[:LONGEST], role)
