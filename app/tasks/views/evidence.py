"""Uploading evidence: several files at once, each taken or refused by itself."""

from flask import abort, current_app, flash, redirect, render_template, request, url_for
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
    replaced = _replaced(subject, request.args.get("replaces"))
    return _ask(subject, _form(subject, _said_of(replaced) if replaced else {}))


def _replaced(subject: Task, token: str | None) -> Evidence | None:
    """The piece of which a new version comes; of another task there is none."""
    piece = queries.evidence_with_token(token) if token else None
    if token and (piece is None or piece.task_id != subject.id):
        abort(404)
    return piece


def _form(subject: Task, said: dict[str, object] | None = None) -> EvidenceForm:
    form = EvidenceForm(data=said)
    form.offer_sites({str(site.id): site.name for site in subject.sites})
    return form


def _said_of(piece: Evidence) -> dict[str, object]:
    """What was said of the version before."""
    made_at = queries.site_of(piece.id)
    return {
        "replaces": piece.token,
        "caption": piece.caption,
        "kind": piece.kind.value,
        "step": piece.step.value if piece.step else "",
        "site": str(made_at.id) if made_at else "",
    }


@tasks.post("/<int:task_id>/evidence")
@requires(TaskAction.ATTACH_EVIDENCE)
def attach_evidence(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.ATTACH_EVIDENCE, subject)
    form = _form(subject)
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
    replaced = _replaced(subject, form.replaces.data)
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
        replaced=_replaced(subject, form.replaces.data),
    )
