"""The pages on which documents are taken in, reviewed and confirmed."""

from flask import Blueprint, abort
from flask.blueprints import BlueprintSetupState

from app.access.actions import IntakeAction
from app.intake import queries
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations import HANDLERS
from app.jobs.operations import register_handlers
from app.web.guard import authorize

intake = Blueprint("intake", __name__, url_prefix="/intake")


@intake.record_once
def _take_jobs(_state: BlueprintSetupState) -> None:
    register_handlers(HANDLERS)


def fetch(import_id: int, action: IntakeAction) -> IntakeDocument:
    """Return an import that the reader may do this to; a foreign one is a missing one."""
    document = queries.document_or_none(import_id) or abort(404)
    authorize(action, document)
    return document


def fetch_row(row_id: int) -> IntakeRow:
    row = queries.row_or_none(row_id) or abort(404)
    authorize(IntakeAction.CORRECT, row)
    return row


from app.intake.views import (  # noqa: E402  # they add their pages
    cases,  # noqa: F401  # a page
    deeds,  # noqa: F401  # a page
    documents,  # noqa: F401  # a page
    editing,  # noqa: F401  # a page
    exports,  # noqa: F401  # a page
    names,  # noqa: F401  # a page
    problems,  # noqa: F401  # a page
    reshaping,  # noqa: F401  # a page
    reviewing,  # noqa: F401  # a page
    revision,  # noqa: F401  # a page
    templates,  # noqa: F401  # a page
)
