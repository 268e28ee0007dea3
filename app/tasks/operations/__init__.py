"""What can be done to tasks. Nothing here commits, and nothing here reads a request."""

from app.tasks.operations.amending import AMENDABLE, amend, restore, unlist
from app.tasks.operations.evidence import attach, attach_evidence, replaceable
from app.tasks.operations.instructing import answer, instruct, settle
from app.tasks.operations.links import link, merge, unlink
from app.tasks.operations.moving import Deed, acting_unit, move
from app.tasks.operations.opening import correct, hand_over, open_task, sign
from app.tasks.operations.progress import report_progress, save_draft
from app.tasks.operations.tiers import decompose

__all__ = [
    "AMENDABLE",
    "Deed",
    "acting_unit",
    "amend",
    "answer",
    "attach",
    "attach_evidence",
    "correct",
    "decompose",
    "hand_over",
    "instruct",
    "link",
    "merge",
    "move",
    "open_task",
    "replaceable",
    "report_progress",
    "restore",
    "save_draft",
    "settle",
    "sign",
    "unlink",
    "unlist",
]
