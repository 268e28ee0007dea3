"""The one function that moves an import, and what it leaves behind."""

from typing import Any

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.intake.models import IntakeDocument
from app.intake.vocabulary import ImportState
from app.intake.workflow import IMPORT_WORKFLOW


def move(
    document: IntakeDocument,
    action: IntakeAction,
    actor: Actor,
    *,
    failure: str | None = None,
    **after: Any,
) -> None:
    """Change an import by the table and write down who did it. Alone in setting `state`.

    With a failure it ends where nothing was read, whatever the table says of success.
    """
    before = document.state
    reached = IMPORT_WORKFLOW.after(before, action)
    document.state = ImportState.FAILED if failure else reached
    document.failure = failure
    told = {"state": document.state, **after} | ({"failure": failure} if failure else {})
    record(actor, action, document, before={"state": before}, after=told)
