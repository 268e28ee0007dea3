"""What is done on the review page: settle, correct, leave out, confirm, give up, take back."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.database import db
from app.intake import operations
from app.intake.forms import DeedForm, SettleForm
from app.intake.models import IntakeRow
from app.intake.operations import OpenFindings, UnknownUnit
from app.intake.views import fetch, fetch_row, intake
from app.intake.views.returning import back_to, same_version
from app.intake.vocabulary import Decision
from app.web.guard import current_actor, requires
from app.wording import Refusal

DECISIONS = {"accept": Decision.ACCEPTED, "drop": Decision.DROPPED, "keep": Decision.OPEN}


@intake.post("/rows/<int:row_id>/settle")
@requires(IntakeAction.CORRECT)
def settle(row_id: int) -> ResponseReturnValue:
    row = fetch_row(row_id)
    form = SettleForm()
    if not form.validate():
        abort(422)
    same_version(row, form.version.data)
    field, about = form.field.data or "", form.about.data or ""
    try:
        others = operations.settle(row, (field, about), form.answer(), current_actor())
    except Refusal as refusal:
        return _not_settled(refusal, row, about, form.typed.data or "")
    db.session.commit()
    if others:
        flash(_("同样的另外%(count)s处一并处理。", count=others))
    return back_to(row.document, row)


def _not_settled(refusal: Refusal, row: IntakeRow, about: str, typed: str) -> ResponseReturnValue:
    """Say why, and suggest the units that a typed name may mean."""
    db.session.rollback()
    flash(_(refusal.message, **refusal.values), "error")
    sought = {"about": about, "sought": typed} if isinstance(refusal, UnknownUnit) else {}
    return back_to(row.document, row, **sought)


@intake.post("/rows/<int:row_id>/<word>")
@requires(IntakeAction.CORRECT)
def decide(row_id: int, word: str) -> ResponseReturnValue:
    row = fetch_row(row_id)
    decision = DECISIONS.get(word) or abort(404)
    same_version(row, DeedForm().version.data)
    operations.decide(row, decision, current_actor())
    db.session.commit()
    return back_to(row.document, row)


@intake.post("/<int:import_id>/certain")
@requires(IntakeAction.CORRECT)
def accept_certain(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.CORRECT)
    count = operations.accept_certain(document, current_actor())
    db.session.commit()
    flash(_("已采纳没有存疑的%(count)s项。", count=count))
    return back_to(document)


@intake.post("/<int:import_id>/back")
@requires(IntakeAction.CORRECT)
def take_back(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.CORRECT)
    said = operations.take_back(document, current_actor())
    db.session.commit()
    flash(_("已撤销：%(said)s。", said=said))
    return back_to(document, request.args.get("row", type=int))


@intake.post("/<int:import_id>/confirm")
@requires(IntakeAction.CONFIRM)
def confirm(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.CONFIRM)
    try:
        rows = operations.confirm(document, current_actor())
    except OpenFindings as refusal:
        db.session.rollback()
        flash(_(refusal.message, **refusal.values), "error")
        return back_to(document)
    db.session.commit()
    flash(_("已入账%(count)s项，7日内可整批撤回。下一步：到整改任务交办。", count=len(rows)))
    return redirect(url_for("tasks.register", list=document.rectification_list.code))


@intake.post("/<int:import_id>/abandon")
@requires(IntakeAction.ABANDON)
def abandon(import_id: int) -> ResponseReturnValue:
    operations.abandon(fetch(import_id, IntakeAction.ABANDON), current_actor())
    db.session.commit()
    flash(_("已放弃这次导入，没有任务入账。"))
    return redirect(url_for("intake.documents"))


@intake.post("/<int:import_id>/undo")
@requires(IntakeAction.UNDO)
def undo(import_id: int) -> ResponseReturnValue:
    operations.undo(fetch(import_id, IntakeAction.UNDO), current_actor())
    db.session.commit()
    flash(_("已整批撤回，这些任务不再在清单里。"))
    return redirect(url_for("intake.documents"))
