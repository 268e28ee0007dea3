"""The one function that moves an import, and what it leaves behind."""

from typing import Any

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.intake.models import IntakeDocument
from app.intake.workflow import IMPORT_WORKFLOW


def move(document: IntakeDocument, action: IntakeAction, actor: Actor, **after: Any) -> None:
    """Change an import by the table and write down who did it. Alone in setting `state`."""
    before, document.state = document.state, IMPORT_WORKFLOW.after(document.state, action)
    record(
        actor,
        action,
        document,
        before={"state": before},
        after={"state": document.state, **after},
    )
