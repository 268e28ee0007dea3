"""The life of an import, as one table."""

from app.access.actions import IntakeAction as Do
from app.intake.vocabulary import ImportState as Is
from app.workflow import Workflow

IMPORT_WORKFLOW = Workflow(
    start=Is.READING,
    moves={
        (Is.READING, Do.RECEIVE): Is.REVIEW,
        (Is.READING, Do.ABANDON): Is.ABANDONED,
        (Is.FAILED, Do.ABANDON): Is.ABANDONED,
        (Is.REVIEW, Do.CORRECT): Is.REVIEW,
        (Is.REVIEW, Do.CONFIRM): Is.CONFIRMED,
        (Is.REVIEW, Do.ABANDON): Is.ABANDONED,
        (Is.CONFIRMED, Do.UNDO): Is.UNDONE,
    },
)
