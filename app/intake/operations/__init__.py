"""What can be done to imports. Nothing here commits, and nothing here reads a request."""

from app.intake.operations.confirming import (
    OpenFindings,
    abandon,
    confirm,
    open_findings,
    undo,
)
from app.intake.operations.receiving import HANDLERS, Duplicate, receive
from app.intake.operations.reviewing import (
    accept_certain,
    correct_field,
    correct_units,
    decide,
    set_lines_aside,
    settle,
)

__all__ = [
    "HANDLERS",
    "Duplicate",
    "OpenFindings",
    "abandon",
    "accept_certain",
    "confirm",
    "correct_field",
    "correct_units",
    "decide",
    "open_findings",
    "receive",
    "set_lines_aside",
    "settle",
    "undo",
]
