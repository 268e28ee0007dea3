"""Uploading evidence: several files at once, each taken or refused by itself."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.database import db
from app.files import operations as files
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
    replaced = queries.evidence_with_token(request.args.get("replaces", ""))
    return _ask(subject, EvidenceForm(data=_said_of(replaced) if replaced else {}))


def _said_of(piece: Evidence) -> dict[str, object]:
    """What was said of the version before; a foreign piece is not named by the address."""
    authorize(TaskAction.READ, queries.task_or_none(piece.task_id))
    step = piece.step.value if piece.step else ""
    return {
        "replaces": piece.token,
        "caption": piece.caption,
        "kind": piece.kind.value,
        "step": step,
    }


@tasks.post("/<int:task_id>/evidence")
@requires(TaskAction.ATTACH_EVIDENCE)
def attach_evidence(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.ATTACH_EVIDENCE, subject)
    form = EvidenceForm()
    if not form.validate():
        return _ask(subject, form), 422
    refused = _keep_each(subject, form, actor)
    db.session.commit()
    kept = len(form.files.data) - len(refused)
    if kept:
        flash(_("已上传%(count)s份证据。", count=kept))
    if refused:
        form.files.errors = refused
        return _ask(fetch(task_id), form), 422
    return redirect(_way_back(task_id))


def _keep_each(subject: Task, form: EvidenceForm, actor: Actor) -> list[str]:
    """Attach each file by itself, and return what stands against those that cannot be taken."""
    replaced = queries.evidence_with_token(form.replaces.data) if form.replaces.data else None
    if replaced and len(form.files.data) > 1:
        return [_("新版一次只能传一份。")] * len(form.files.data)
    refused = []
    for upload in form.files.data:
        draft = form.draft(upload.filename, replaced.id if replaced else None)
        try:
            with db.session.begin_nested():
                operations.attach(subject, files.put(upload.stream, upload.filename), draft, actor)
        except Refusal as refusal:
            note_refused_deed(str(refusal))
            refused.append(translated(refusal))
    return refused


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
        pictures=pictures(queries.present(queries.evidence_of(subject.id))),
        replaced=queries.evidence_with_token(form.replaces.data or ""),
    )
