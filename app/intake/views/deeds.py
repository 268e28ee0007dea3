"""What is done on the review page: settle, correct, leave out, confirm, give up, take back."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.access.actor import Part
from app.database import db
from app.intake import operations
from app.intake.forms import FieldForm, LinesForm, SettleForm
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations import OpenFindings
from app.intake.views import fetch, fetch_row, intake
from app.intake.views.wording import units_words
from app.intake.vocabulary import FIELDS, Decision
from app.web.guard import current_actor, requires
from app.wording import N_, Moved, Refusal

DECISIONS = {"accept": Decision.ACCEPTED, "drop": Decision.DROPPED, "keep": Decision.OPEN}
UNIT_PARTS = frozenset(part.value for part in Part)
EDITABLE = ("number", "aspect", "category", "problem", "target", "remarks", "deadline")


CHANGED = N_("这条记录刚被别人改过。您填写的内容在下面，请对照新内容后再提交。")


def _back(document: IntakeDocument, row: IntakeRow | None = None) -> ResponseReturnValue:
    show = request.args.get("show") or None
    position = row.position if row is not None else None
    return redirect(url_for("intake.review", import_id=document.id, row=position, show=show))


@intake.post("/rows/<int:row_id>/settle")
@requires(IntakeAction.CORRECT)
def settle(row_id: int) -> ResponseReturnValue:
    row = fetch_row(row_id)
    form = SettleForm()
    if not form.validate():
        abort(422)
    doubt = (form.field.data or "", form.about.data or "")
    try:
        operations.settle(
            row, doubt, form.chosen.data or [], form.typed.data or "", current_actor()
        )
    except Refusal as refusal:
        db.session.rollback()
        flash(_(refusal.message, **refusal.values), "error")
    else:
        db.session.commit()
    return _back(row.document, row)


@intake.get("/rows/<int:row_id>/fields/<name>")
@requires(IntakeAction.CORRECT)
def field_form(row_id: int, name: str) -> ResponseReturnValue:
    row = fetch_row(row_id)
    form = FieldForm(typed=_present(row, name), version=row.version, label=_(_label(name)))
    return _ask(row, name, form)


@intake.post("/rows/<int:row_id>/fields/<name>")
@requires(IntakeAction.CORRECT)
def correct(row_id: int, name: str) -> ResponseReturnValue:
    row = fetch_row(row_id)
    form = FieldForm(label=_(_label(name)))
    if not form.validate():
        return _ask(row, name, form), 422
    if form.version.data and form.version.data != str(row.version):
        raise Moved(CHANGED)
    try:
        _correct(row, name, form.typed.data or "")
    except Refusal as refusal:
        form.typed.errors = [refusal]  # type: ignore[list-item]  # said in the reader's words by the template
        return _ask(row, name, form), 422
    db.session.commit()
    return _back(row.document, row)


def _correct(row: IntakeRow, name: str, typed: str) -> None:
    if name in UNIT_PARTS:
        operations.correct_units(row, Part(name), typed, current_actor())
    else:
        operations.correct_field(row, name, typed, current_actor())


def _label(name: str) -> str:
    if name not in EDITABLE and name not in UNIT_PARTS:
        abort(404)
    return FIELDS[name]


def _present(row: IntakeRow, name: str) -> str:
    if name in UNIT_PARTS:
        return units_words(row.fields["units"]["value"], Part(name))
    value = row.fields.get(name, {}).get("value")
    if name == "deadline":
        return (value["due_on"] or value["raw"]) if value else ""
    return str(value or "")


def _ask(row: IntakeRow, name: str, form: FieldForm) -> str:
    label = _label(name)
    return render_template("intake/field_form.html", row=row, form=form, label=label)


@intake.post("/rows/<int:row_id>/<word>")
@requires(IntakeAction.CORRECT)
def decide(row_id: int, word: str) -> ResponseReturnValue:
    row = fetch_row(row_id)
    decision = DECISIONS.get(word) or abort(404)
    operations.decide(row, decision, current_actor())
    db.session.commit()
    return _back(row.document, row)


@intake.post("/<int:import_id>/lines")
@requires(IntakeAction.CORRECT)
def set_lines_aside(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.CORRECT)
    form = LinesForm()
    if not form.validate():
        abort(422)
    operations.set_lines_aside(document, form.line.data or [], current_actor())
    db.session.commit()
    return _back(document)


@intake.post("/<int:import_id>/certain")
@requires(IntakeAction.CORRECT)
def accept_certain(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.CORRECT)
    count = operations.accept_certain(document, current_actor())
    db.session.commit()
    flash(_("已采纳没有存疑的%(count)s项。", count=count))
    return _back(document)


@intake.post("/<int:import_id>/confirm")
@requires(IntakeAction.CONFIRM)
def confirm(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.CONFIRM)
    try:
        rows = operations.confirm(document, current_actor())
    except OpenFindings as refusal:
        db.session.rollback()
        flash(_(refusal.message, **refusal.values), "error")
        return _back(document)
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
