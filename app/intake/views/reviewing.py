"""The review page: the source beside the fields, what is uncertain first."""

from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access.actions import IntakeAction
from app.intake import operations
from app.intake.forms import DeedForm
from app.intake.models import IntakeDocument
from app.intake.views import fetch, intake
from app.intake.views.outlook import outlook
from app.intake.views.questions import Sought
from app.intake.vocabulary import ImportState
from app.jobs.queries import job_or_none
from app.web.guard import current_actor, may, requires
from app.wording import Refusal

PAUSE = "2"
"""Seconds after which the page of a document that is being read asks again."""


@intake.get("/<int:import_id>")
@requires(IntakeAction.READ)
def review(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.READ)
    if document.state in (ImportState.READING, ImportState.FAILED):
        return _waiting(document)
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


def _waiting(document: IntakeDocument) -> ResponseReturnValue:
    """While the worker reads, the page comes again by itself; it can be left and found again."""
    job = job_or_none(document.job_id) if document.job_id else None
    answer = make_response(
        render_template("intake/reading.html", document=document, job=job, form=DeedForm())
    )
    if document.state is ImportState.READING:
        here = url_for("intake.review", import_id=document.id)
        answer.headers["Refresh"] = f"{PAUSE}; url={here}"
    return answer
