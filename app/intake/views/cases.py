"""The review of petition cases: a reason first, then the doubtful ones before the others."""

from itertools import islice

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.database import db
from app.intake import queries
from app.intake.forms import CaseForm, DeedForm, ReasonForm
from app.intake.models import IntakeCase, IntakeDocument
from app.intake.operations import cases as operations
from app.intake.operations import notices
from app.intake.views import fetch, intake
from app.intake.views.opening import is_open, keep_open
from app.intake.views.reviewing import undo_hindrances
from app.intake.vocabulary import Decision, ImportState
from app.web.guard import authorize, current_actor, may, requires
from app.wording import Moved, Refusal

PAGE = 50
DECISIONS = {"drop": Decision.DROPPED, "keep": Decision.ACCEPTED}


def _fetch(import_id: int) -> IntakeDocument:
    """Return a document of cases whose reader has the right; a foreign one is a missing one."""
    document = fetch(import_id, IntakeAction.READ_CASES)
    return document if document.kind == "cases" else abort(404)


@intake.get("/<int:import_id>/cases")
@requires(IntakeAction.READ)
def cases(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.READ)
    if document.kind != "cases":
        abort(404)
    if not (may(IntakeAction.READ_CASES, document) and is_open(document)):
        return _closed(document, ReasonForm())
    return _listed(document)


def _closed(document: IntakeDocument, form: ReasonForm) -> str:
    return render_template(
        "intake/cases_closed.html",
        document=document,
        form=form,
        count=len(document.cases),
        doubtful=sum(row.is_doubtful for row in document.cases),
        may_read=may(IntakeAction.READ_CASES, document),
    )


@intake.post("/<int:import_id>/cases/open")
@requires(IntakeAction.READ_CASES)
def open_cases(import_id: int) -> ResponseReturnValue:
    document, form = _fetch(import_id), ReasonForm()
    try:
        operations.opened(document, form.reason.data or "", current_actor())
    except Refusal as refusal:
        db.session.rollback()
        form.reason.errors = [refusal]  # type: ignore[list-item]  # said in the reader's words by the template
        return _closed(document, form), refusal.code
    db.session.commit()
    keep_open(document)
    return redirect(url_for("intake.cases", import_id=document.id))


def _listed(document: IntakeDocument) -> str:
    undecided = [row for row in document.cases if _waits(row)]
    everything = request.args.get("show") == "all" or not undecided
    rows = document.cases if everything else undecided
    after = request.args.get("after", type=int) or 0
    shown = list(islice((row for row in rows if row.position > after), PAGE + 1))
    return render_template(
        "intake/cases.html",
        document=document,
        form=DeedForm(),
        views=[operations.case_view(row) for row in shown[:PAGE]],
        whole=operations.document_view(document),
        further=shown[PAGE - 1].position if len(shown) > PAGE else None,
        everything=everything,
        counts={
            "all": len(document.cases),
            "undecided": len(undecided),
            "kept": sum(row.decision is not Decision.DROPPED for row in document.cases),
        },
        may_correct=_may_correct(document),
        may_undo=document.state is ImportState.CONFIRMED and may(IntakeAction.UNDO, document),
        told=notices(document, current_actor()),
        hindrances=undo_hindrances(document),
    )


def _waits(row: IntakeCase) -> bool:
    return row.is_doubtful and row.decision is Decision.OPEN


def _may_correct(document: IntakeDocument) -> bool:
    return document.state is ImportState.REVIEW and may(IntakeAction.CORRECT, document)


def _fetch_case(case_id: int) -> IntakeCase:
    row = queries.case_or_none(case_id) or abort(404)
    authorize(IntakeAction.READ_CASES, row)
    return row


def _opened_case(case_id: int) -> IntakeCase:
    row = _fetch_case(case_id)
    if not is_open(row.document):
        raise Moved(_("查看理由已过时，请回到列表重新写明。"))
    return row


@intake.get("/cases/<int:case_id>")
@requires(IntakeAction.READ_CASES)
def case_form(case_id: int) -> ResponseReturnValue:
    row = _fetch_case(case_id)
    if not is_open(row.document):
        return redirect(url_for("intake.cases", import_id=row.document_id))
    return _ask(row, CaseForm.of(operations.case_view(row).case, row.version))


def _ask(row: IntakeCase, form: CaseForm) -> str:
    view = operations.case_view(row)
    first, last = view.case["source"]
    lines = operations.document_view(row.document)["lines"]
    return render_template(
        "intake/case_form.html",
        row=row,
        view=view,
        form=form,
        lines=[line for line in lines if first <= line["number"] <= last],
        may_correct=_may_correct(row.document),
    )


@intake.post("/cases/<int:case_id>")
@requires(IntakeAction.CORRECT)
def correct_case(case_id: int) -> ResponseReturnValue:
    row, form = _opened_case(case_id), CaseForm()
    if not form.validate():
        return _ask(row, form), 422
    if form.version.data != str(row.version):
        raise Moved(_("这一件刚被别人改过，请打开新的内容再改。"))
    operations.correct_case(row, form.values(), _correcting(row))
    db.session.commit()
    return _on(row)


@intake.post("/cases/<int:case_id>/<any(drop, keep):word>")
@requires(IntakeAction.CORRECT)
def decide_case(case_id: int, word: str) -> ResponseReturnValue:
    row = _opened_case(case_id)
    operations.decide_case(row, DECISIONS[word], _correcting(row))
    db.session.commit()
    return _on(row)


def _correcting(row: IntakeCase) -> Actor:
    return authorize(IntakeAction.CORRECT, row)


def _on(row: IntakeCase) -> ResponseReturnValue:
    """Go on to the next case that waits; to the list after the last one."""
    waiting = [other for other in row.document.cases if _waits(other)]
    later = [other for other in waiting if other.position > row.position]
    if following := next(iter(later or waiting), None):
        return redirect(url_for("intake.case_form", case_id=following.id))
    return redirect(url_for("intake.cases", import_id=row.document_id))


@intake.post("/<int:import_id>/cases/drop-doubtful")
@requires(IntakeAction.CORRECT)
def drop_doubtful(import_id: int) -> ResponseReturnValue:
    document = _fetch(import_id)
    count = operations.drop_doubtful(document, authorize(IntakeAction.CORRECT, document))
    db.session.commit()
    flash(_("存疑的%(count)s件不入账。", count=count))
    return redirect(url_for("intake.cases", import_id=document.id, show="all"))


@intake.post("/<int:import_id>/cases/confirm")
@requires(IntakeAction.CONFIRM)
def confirm_cases(import_id: int) -> ResponseReturnValue:
    document = _fetch(import_id)
    try:
        rows = operations.confirm_cases(document, authorize(IntakeAction.CONFIRM, document))
    except Refusal as refusal:
        db.session.rollback()
        flash(_(refusal.message, **refusal.values), "error")
    else:
        db.session.commit()
        flash(_("%(count)s件信访件已入账。", count=len(rows)))
    return redirect(url_for("intake.cases", import_id=import_id, show="all"))
