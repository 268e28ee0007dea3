"""Whether a ledger's file is the one that was issued."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.access.actions import LedgerAction
from app.access.policy import permits
from app.ledgers import queries
from app.ledgers.drafts import Comparison
from app.ledgers.forms import VerifyForm
from app.ledgers.models import LedgerIssue
from app.ledgers.views import ledgers
from app.ledgers.vocabulary import Verdict
from app.web.guard import current_actor, requires


@ledgers.get("/verification")
@requires(LedgerAction.LIST)
def verification() -> ResponseReturnValue:
    return render_template("ledgers/verification.html", form=VerifyForm(), found=None, issue=None)


@ledgers.post("/verification")
@requires(LedgerAction.LIST)
def verify() -> ResponseReturnValue:
    form = VerifyForm()
    if not form.validate():
        page = render_template("ledgers/verification.html", form=form, found=None, issue=None)
        return page, 422
    found, issue = _readable(queries.compare(form.file.data.read()))
    return render_template("ledgers/verification.html", form=form, found=found, issue=issue)


def _readable(found: Comparison) -> tuple[Comparison, LedgerIssue | None]:
    """Return what was found, unless it concerns an issue that the reader may not open."""
    issue = queries.issue_with(found.public_id) if found.public_id else None
    if issue is None or not permits(current_actor(), LedgerAction.READ, issue):
        return Comparison(Verdict.UNKNOWN), None
    return found, issue
