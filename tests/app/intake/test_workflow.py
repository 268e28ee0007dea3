from itertools import product

from app.access.actions import IntakeAction
from app.intake.vocabulary import ImportState
from app.intake.workflow import IMPORT_WORKFLOW

ALLOWED = {
    (ImportState.READING, IntakeAction.RECEIVE),
    (ImportState.READING, IntakeAction.ABANDON),
    (ImportState.FAILED, IntakeAction.ABANDON),
    (ImportState.REVIEW, IntakeAction.CORRECT),
    (ImportState.REVIEW, IntakeAction.CONFIRM),
    (ImportState.REVIEW, IntakeAction.ABANDON),
    (ImportState.CONFIRMED, IntakeAction.UNDO),
}


def test_only_these_moves_are_allowed() -> None:
    found = {pair for pair in product(ImportState, IntakeAction) if IMPORT_WORKFLOW.allows(*pair)}

    assert found == ALLOWED
