"""Uploading evidence, and opening it for whoever may see the task."""

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.database import db
from app.files import operations as files
from app.files.views import send_blob, send_thumbnail
from app.tasks import operations, queries
from app.tasks.forms import EvidenceForm
from app.tasks.models import Evidence, Task
from app.tasks.views import fetch, must_be_in_turn, tasks
from app.tasks.views.dossier import pictures
from app.web.formatting import translated
from app.web.guard import authorize, note_refused_deed, requires
from app.wording import Refusal
from config import MEBIBYTE, Config


@tasks.get("/<int:task_id>/evidence")
@requires(TaskAction.ATTACH_EVIDENCE)
def evidence_form(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    authorize(TaskAction.ATTACH_EVIDENCE, subject)
    must_be_in_turn(subject, TaskAction.ATTACH_EVIDENCE)
    return _ask(subject, EvidenceForm())


@tasks.post("/<int:task_id>/evidence")
@requires(TaskAction.ATTACH_EVIDENCE)
def attach_evidence(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.ATTACH_EVIDENCE, subject)
    form = EvidenceForm()
    if not form.validate():
        return _ask(subject, form), 422
    try:
        for upload in form.files.data:
            blob = files.put(upload.stream, upload.filename)
            operations.attach_evidence(subject, blob, upload.filename, form.caption.data, actor)
    except Refusal as refusal:
        note_refused_deed(str(refusal))
        db.session.rollback()
        form.files.errors = [translated(refusal)]
        return _ask(fetch(task_id), form), 422
    db.session.commit()
    flash(_("已上传%(count)s份证据。", count=len(form.files.data)))
    return redirect(_way_back(task_id))


def _way_back(task_id: int) -> str:
    """To the report that is being written, or to the task's page."""
    writing = request.args.get("then") == "progress"
    return url_for("tasks.progress_form" if writing else "tasks.task", task_id=task_id)


def _ask(subject: Task, form: EvidenceForm) -> str:
    config: Config = current_app.config["ZHENGGAI"]
    return render_template(
        "tasks/evidence_form.html",
        task=subject,
        headline=subject.headline,
        form=form,
        back=_way_back(subject.id),
        limit=config.upload_limit // MEBIBYTE,
        pictures=pictures(queries.evidence_of(subject.id)),
    )


@tasks.get("/evidence/<token>")
@requires(TaskAction.READ)
def open_evidence(token: str) -> ResponseReturnValue:
    evidence = _fetch(token)
    return send_blob(evidence.blob, evidence.filename)


@tasks.get("/evidence/<token>/thumbnail")
@requires(TaskAction.READ)
def evidence_thumbnail(token: str) -> ResponseReturnValue:
    return send_thumbnail(_fetch(token).blob)


def _fetch(token: str) -> Evidence:
    evidence = queries.evidence_with_token(token) or abort(404)
    authorize(TaskAction.READ, queries.task_or_none(evidence.task_id))
    return evidence
