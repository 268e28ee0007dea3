"""The list of petition cases, and one case: its texts open with a right and a reason."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access.actions import PetitionAction
from app.database import db
from app.petitions import operations, queries
from app.petitions.forms import ReasonForm
from app.petitions.models import PetitionCase
from app.petitions.vocabulary import COUNTS, TEXTS
from app.web.addresses import key
from app.web.guard import authorize, current_actor, may, requires

petitions = Blueprint("petitions", __name__, url_prefix="/petitions")
PAGE = 50


@petitions.get("/")
@requires(PetitionAction.LIST)
def cases() -> ResponseReturnValue:
    actor = current_actor()
    before = request.args.get("before", type=key)
    found = queries.cases_for(actor, before=before, limit=PAGE + 1)
    return render_template(
        "petitions/cases.html",
        cases=found[:PAGE],
        total=queries.count_cases(actor),
        older=found[PAGE - 1].id if len(found) > PAGE else None,
        newest=before is None,
    )


def _fetch(token: str, action: PetitionAction) -> PetitionCase:
    case = queries.case_or_none(token) or abort(404)
    authorize(action, case)
    return case


@petitions.get("/<case_token>")
@requires(PetitionAction.LIST)
def case(case_token: str) -> ResponseReturnValue:
    return _show(_fetch(case_token, PetitionAction.LIST), ReasonForm())


@petitions.post("/<case_token>")
@requires(PetitionAction.READ)
def read(case_token: str) -> ResponseReturnValue:
    """Show the texts in the answer to the reason: no address leads to them."""
    found, form = _fetch(case_token, PetitionAction.READ), ReasonForm()
    if not form.validate():
        return _show(found, form), 422
    texts = operations.read_texts(found, current_actor(), form.reason.data or "")
    db.session.commit()
    return _show(found, form, texts)


def _show(found: PetitionCase, form: ReasonForm, texts: dict[str, object] | None = None) -> str:
    return render_template(
        "petitions/case.html",
        case=found,
        form=form,
        counts=[(COUNTS[name], _counted(name, value)) for name, value in found.counts.items()],
        texts=None if texts is None else [(TEXTS[name], texts.get(name)) for name in TEXTS],
        may_read=may(PetitionAction.READ, found),
    )


def _counted(name: str, value: int) -> str:
    """A count as it is written; fines are kept in fen and read in yuan."""
    return f"{value / 100:,.2f}" if name == "fine_fen" else f"{value:,}"
