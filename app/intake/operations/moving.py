"""The one function that moves an import, and what it leaves behind."""

from typing import Any

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.audit.operations import record
from app.database import db
from app.intake import queries
from app.intake.models import IntakeDocument
from app.intake.vocabulary import ImportState
from app.intake.workflow import IMPORT_WORKFLOW


def hold(document: IntakeDocument, action: IntakeAction) -> ImportState:
    """Return the state that an action leads to, and keep others from this import until the end.

    Rows that were read before may have been changed by whoever held it before us; their versions
    tell. Who takes all of them reads them `afresh`.
    """
    return IMPORT_WORKFLOW.after(queries.locked_state(document.id), action)


def afresh(document: IntakeDocument, action: IntakeAction) -> None:
    """Hold an import and forget what was read of it: everything is read again as it stands now."""
    db.session.flush()
    hold(document, action)
    db.session.expire_all()


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
    reached = hold(document, action)
    document.state = ImportState.FAILED if failure else reached
    document.failure = failure
    told = {"state": document.state, **after} | ({"failure": failure} if failure else {})
    record(actor, action, document, before={"state": before}, after=told)
