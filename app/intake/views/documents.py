"""The list of imports, the upload page, and the source as it came."""

from contextlib import closing

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.database import db
from app.files.views import send_blob
from app.inspections.models import RectificationList
from app.inspections.queries import list_or_none, lists_in_area
from app.intake import operations, queries
from app.intake.forms import UploadForm
from app.intake.models import IntakeDocument
from app.intake.views import fetch, intake
from app.intake.views.opening import is_open
from app.web.addresses import key
from app.web.guard import authorize, current_actor, may, requires
from app.wording import Refusal
from config import MEBIBYTE, Config

PAGE = 50


@intake.get("/")
@requires(IntakeAction.READ)
def documents() -> ResponseReturnValue:
    before = request.args.get("before", type=key)
    found = queries.documents_for(current_actor(), before=before, limit=PAGE + 1)
    return render_template(
        "intake/documents.html",
        documents=found[:PAGE],
        counts=queries.row_counts([document.id for document in found]),
        older=found[PAGE - 1].id if len(found) > PAGE else None,
        newest=before is None,
    )


@intake.get("/new")
@requires(IntakeAction.RECEIVE)
def upload_form() -> ResponseReturnValue:
    form = _form(current_actor())
    if wanted := request.args.get("list"):
        codes = {subject.code: subject.id for subject in lists_in_area(current_actor())}
        form.list.data = codes.get(wanted)
    return _ask(form)


@intake.post("/new")
@requires(IntakeAction.RECEIVE)
def receive() -> ResponseReturnValue:
    form = _form(current_actor())
    if not form.validate():
        return _ask(form), 422
    subject = list_or_none(form.list.data)
    actor = authorize(IntakeAction.RECEIVE, subject)
    try:
        document = _received(form, subject, actor)
    except Refusal as refusal:
        db.session.rollback()
        reason = _(refusal.message, **refusal.values)
        file = form.file.data.filename
        form.file.errors = [_("“%(file)s”没有收下：%(reason)s", file=file, reason=reason)]
        return _ask(form), refusal.code
    db.session.commit()
    flash(_("文件已读入，还没有入账。请核对后确认。"))
    return redirect(url_for("intake.review", import_id=document.id))


def _received(form: UploadForm, subject: RectificationList | None, actor: Actor) -> IntakeDocument:
    assert subject is not None
    with closing(form.file.data) as upload:
        name = upload.filename or ""
        return operations.receive(upload.stream, name, subject, actor, form.year.data)


@intake.get("/<int:import_id>/source")
@requires(IntakeAction.READ)
def source(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.READ)
    if document.kind is None and document.uploaded_by_id != current_actor().person_id:
        abort(404)  # nobody has read it: it may be a list of petition cases
    if document.kind == "cases":
        authorize(IntakeAction.READ_CASES, document)
        if not is_open(document):
            return redirect(url_for("intake.cases", import_id=document.id))
    return send_blob(document.blob, document.filename, download=True)


def _form(actor: Actor) -> UploadForm:
    form = UploadForm()
    lists = [subject for subject in lists_in_area(actor) if may(IntakeAction.RECEIVE, subject)]
    form.list.choices = [(subject.id, subject.name) for subject in lists]
    return form


def _ask(form: UploadForm) -> str:
    config: Config = current_app.config["ZHENGGAI"]
    limit = config.upload_limit // MEBIBYTE
    return render_template("intake/upload_form.html", form=form, limit=limit)
