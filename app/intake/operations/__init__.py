"""What can be done to imports. Nothing here commits, and nothing here reads a request."""

from app.intake.operations.confirming import (
    OpenFindings,
    abandon,
    confirm,
    open_findings,
)
from app.intake.operations.correcting import TypedMeasure
from app.intake.operations.cutting import Cut
from app.intake.operations.likeness import notices
from app.intake.operations.names import forget
from app.intake.operations.receiving import HANDLERS, Duplicate, receive
from app.intake.operations.reshaping import add, merge, split
from app.intake.operations.reviewing import (
    accept_certain,
    correct_entries,
    correct_field,
    correct_measures,
    correct_numbers,
    correct_units,
    decide,
    set_lines_aside,
    settle,
)
from app.intake.operations.revision import is_revising, revision_of
from app.intake.operations.settling import UnknownUnit
from app.intake.operations.steps import take_back
from app.intake.operations.undoing import undo, undo_hindrances

__all__ = [
    "HANDLERS",
    "Cut",
    "Duplicate",
    "OpenFindings",
    "TypedMeasure",
    "UnknownUnit",
    "abandon",
    "accept_certain",
    "add",
    "confirm",
    "correct_entries",
    "correct_field",
    "correct_measures",
    "correct_numbers",
    "correct_units",
    "decide",
    "forget",
    "is_revising",
    "merge",
    "notices",
    "open_findings",
    "receive",
    "revision_of",
    "set_lines_aside",
    "settle",
    "split",
    "take_back",
    "undo",
    "undo_hindrances",
]
