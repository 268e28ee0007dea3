"""The page of one pointer: both sides beside each other, and the judgement of who looked."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.database import db
from app.pointers import operations
from app.pointers.drafts import Pointer
from app.pointers.forms import JudgementForm
from app.pointers.queries import judgements_of
from app.pointers.snapshot import pointers_of
from app.pointers.views import pointers
from app.pointers.views.telling import tell, views
from app.tasks.models import Task
from app.tasks.views import fetch
from app.tasks.workflow import possible
from app.web.guard import authorize, requires


@pointers.get("/<fingerprint>")
@requires(TaskAction.JUDGE_POINTER)
def pointer(task_id: int, fingerprint: str) -> ResponseReturnValue:
    subject = fetch(task_id)
    authorize(TaskAction.JUDGE_POINTER, subject)
    return _ask(subject, _find(subject, fingerprint), JudgementForm())


@pointers.post("/<fingerprint>")
@requires(TaskAction.JUDGE_POINTER)
def judge(task_id: int, fingerprint: str) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.JUDGE_POINTER, subject)
    found, form = _find(subject, fingerprint), JudgementForm()
    if not form.validate():
        return _ask(subject, found, form), 422
    operations.judge(subject, found, tell(found, discreet=True), form.draft(), actor)
    db.session.commit()
    flash(_("判断已记下，随卷保存，责任单位可以看到。"))
    return redirect(url_for("tasks.task", task_id=task_id))


def _find(subject: Task, fingerprint: str) -> Pointer:
    """Return the pointer of an address; one that is gone has no page."""
    found = (one for one in pointers_of(subject) if one.fingerprint == fingerprint)
    return next(found, None) or abort(404)


def _ask(subject: Task, found: Pointer, form: JudgementForm) -> str:
    sides, kept_back = views(found)
    return render_template(
        "pointers/pointer.html",
        task=subject,
        headline=subject.headline,
        kind=found.kind,
        told=tell(found),
        sides=sides,
        kept_back=kept_back,
        form=form,
        in_turn=possible(subject.state, None, TaskAction.JUDGE_POINTER),
        judged=[one for one in judgements_of(subject.id) if one.fingerprint == found.fingerprint],
    )
