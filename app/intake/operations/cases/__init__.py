"""What can be done to the petition cases of an import: all of it under the right to read them."""

from app.intake.operations.cases.confirming import confirm_cases, undo_cases
from app.intake.operations.cases.reviewing import correct_case, decide_case, drop_doubtful, opened
from app.intake.operations.cases.staging import CaseView, case_view, document_view, stage_cases

__all__ = [
    "CaseView",
    "case_view",
    "confirm_cases",
    "correct_case",
    "decide_case",
    "document_view",
    "drop_doubtful",
    "opened",
    "stage_cases",
    "undo_cases",
]
