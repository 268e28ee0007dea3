"""The pages of a list's ledgers."""

from flask import Blueprint, abort
from flask.blueprints import BlueprintSetupState

from app.access.actions import LedgerAction
from app.ledgers import queries
from app.ledgers.models import LedgerIssue
from app.ledgers.vocabulary import LedgerState
from app.tasks.operations.uses import register_use
from app.web.guard import authorize, may, refuse

ledgers = Blueprint("ledgers", __name__, url_prefix="/ledgers")


@ledgers.record_once
def _tell_uses(_state: BlueprintSetupState) -> None:
    register_use(queries.counted_since)


def fetch(public_id: str, action: LedgerAction) -> LedgerIssue:
    """Return the issue of an address; to whoever cannot prepare one, a draft does not exist."""
    issue = queries.issue_with(public_id) or abort(404)
    authorize(action, issue)
    if issue.state is LedgerState.DRAFT and not may(LedgerAction.PREPARE, issue):
        refuse(action, issue)
    return issue


from app.ledgers.views import deeds, issues, record, verification  # noqa: E402, F401  # routes
