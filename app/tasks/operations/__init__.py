"""What can be done to tasks. Nothing here commits, and nothing here reads a request."""

from app.tasks.operations.evidence import attach_evidence
from app.tasks.operations.moving import Deed, acting_unit, move
from app.tasks.operations.opening import correct, hand_over, open_task, sign
from app.tasks.operations.progress import report_progress, save_draft

__all__ = [
    "Deed",
    "acting_unit",
    "attach_evidence",
    "correct",
    "hand_over",
    "move",
    "open_task",
    "report_progress",
    "save_draft",
    "sign",
]
