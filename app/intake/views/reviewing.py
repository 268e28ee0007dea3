"""The review page: the source beside the fields, what is uncertain first."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access.actions import IntakeAction
from app.intake import operations
from app.intake.forms import DeedForm
from app.intake.models import IntakeDocument
from app.intake.views import fetch, intake
from app.intake.views.outlook import outlook
from app.intake.views.questions import Sought
from app.intake.views.waiting import waiting
from app.intake.vocabulary import ImportState
from app.web.guard import current_actor, may, requires
from app.wording import Refusal


@intake.get("/<int:import_id>")
@requires(IntakeAction.READ)
def review(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.READ)
    if document.state in (ImportState.READING, ImportState.FAILED):
        return waiting(document)
    if document.kind == "cases":
        return redirect(url_for("intake.cases", import_id=document.id))
    sought = Sought(request.args.get("about", ""), request.args.get("sought", ""))
    page = outlook(document, request.args.get("show"), request.args.get("row", type=int), sought)
    return render_template(
        "intake/review.html",
        document=document,
        page=page,
        form=DeedForm(),
        revising=document.state is ImportState.REVIEW and operations.is_revising(document),
        told=operations.notices(document, current_actor()),
        hindrances=undo_hindrances(document),
    )


def undo_hindrances(document: IntakeDocument) -> list[Refusal]:
    """Why a confirmed import cannot be taken back, for whoever would do it."""
    if document.state is not ImportState.CONFIRMED or not may(IntakeAction.UNDO, document):
        return []
    return list(operations.undo_hindrances(document))
