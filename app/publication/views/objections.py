"""One objection behind the login: read with a reason, put into words, examined and answered."""

from collections.abc import Mapping
from typing import Any

from flask import Response, abort, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import ObjectionAction, TaskAction
from app.database import db
from app.petitions.forms import ReasonForm
from app.publication import operations, queries
from app.publication.forms import ExaminationForm, ReleaseForm, WordingForm
from app.publication.models import Objection
from app.publication.views import publication
from app.publication.views.opening import hold
from app.publication.views.words import due
from app.web.guard import authorize, current_actor, may, note_refused_deed, requires
from app.wording import Moved, Refusal


@publication.get("/objections/<objection_token>")
@requires(ObjectionAction.LIST)
def objection(objection_token: str) -> ResponseReturnValue:
    return _show(_fetch(objection_token, ObjectionAction.LIST))


@publication.post("/objections/<objection_token>")
@requires(ObjectionAction.READ)
def read(objection_token: str) -> ResponseReturnValue:
    """Show who objects and in which words in the answer to the reason: no address leads there."""
    found, form = _fetch(objection_token, ObjectionAction.READ), ReasonForm()
    if not form.validate():
        return _show(found, {"reason_form": form}), 422
    said = operations.read_objection(found, form.reason.data or "", current_actor())
    db.session.commit()
    return _show(found, {"said": said, "reason": form.reason.data})


@publication.post("/objections/<objection_token>/file")
@requires(ObjectionAction.READ)
def open_file(objection_token: str) -> Response:
    found, form = _fetch(objection_token, ObjectionAction.READ), ReasonForm()
    if not form.validate():
        abort(422)
    place = request.form.get("place", 0, type=int)
    name, stream = operations.opened_file(found, place, form.reason.data or "", current_actor())
    db.session.commit()
    return send_file(stream, "application/octet-stream", as_attachment=True, download_name=name)


@publication.post("/objections/<objection_token>/wording")
@requires(ObjectionAction.WORD)
def word(objection_token: str) -> ResponseReturnValue:
    found, form = _fetch(objection_token, ObjectionAction.WORD), WordingForm()
    if not form.validate():
        return _show(found, {"wording_form": form}), 422
    try:
        operations.word(found, form.wording.data or "", form.released, current_actor())
    except Refusal as refusal:
        return _held(objection_token, {"wording_form": form}, refusal)
    db.session.commit()
    flash(_("摘要已保存，整改办据此审查；责任单位只看到摘要。"))
    return redirect(url_for("publication.objection", objection_token=objection_token))


@publication.post("/objections/<objection_token>/examination")
@requires(TaskAction.EXAMINE)
def examine(objection_token: str) -> ResponseReturnValue:
    found, form = _fetch(objection_token), ExaminationForm()
    actor = authorize(TaskAction.EXAMINE, found.publicity.task)
    if not form.validate():
        return _show(found, {"examination_form": form}), 422
    try:
        operations.examine(found, form.examination(), form.released, actor)
    except Refusal as refusal:
        return _held(objection_token, {"examination_form": form}, refusal)
    db.session.commit()
    flash(_("已审查，凭查询码可以看到答复。"))
    notice_id = found.publicity.public_id
    return redirect(url_for("publication.record", notice_id=notice_id))


def _held(
    objection_token: str, form: Mapping[str, ReleaseForm], refusal: Refusal
) -> ResponseReturnValue:
    if isinstance(refusal, Moved):
        raise refusal
    note_refused_deed(str(refusal))
    db.session.rollback()
    (held,) = form.values()
    spans = hold(held, refusal)
    found = queries.objection_or_none(objection_token) or abort(404)
    return _show(found, {**form, "spans": spans}), 422


def _fetch(objection_token: str, action: ObjectionAction | None = None) -> Objection:
    found = queries.objection_or_none(objection_token) or abort(404)
    if action is not None:
        authorize(action, found)
    return found


def _show(found: Objection, more: Mapping[str, Any] | None = None) -> str:
    waits = found.examined_on is None
    context: dict[str, Any] = {
        "reason_form": ReasonForm(formdata=None),
        "wording_form": WordingForm(formdata=None, wording=found.wording),
        "examination_form": ExaminationForm(formdata=None),
        "said": None,
        "spans": [],
        "may_read": may(ObjectionAction.READ, found),
        "may_word": waits and may(ObjectionAction.WORD, found),
        "may_examine": waits and bool(found.wording)
        and may(TaskAction.EXAMINE, found.publicity.task),
    }  # fmt: skip
    publicity = found.publicity
    return render_template(
        "publication/objection.html",
        objection=found,
        publicity=publicity,
        task=publicity.task,
        headline=publicity.task.headline,
        due=due(found),
        **(context | dict(more or {})),
    )
