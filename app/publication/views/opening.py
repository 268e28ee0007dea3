"""The form on which the office opens a publicity, and the one on which it confirms the end."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import TaskAction
from app.calendars.queries import workdays
from app.closeout.queries import open_application
from app.database import db
from app.deadlines.windows import Window, last_day
from app.files.vocabulary import MediaType
from app.inspections.models import ProcedureStep
from app.inspections.vocabulary import StepKind
from app.publication import operations, queries
from app.publication.forms import NoticeForm, ReleaseForm
from app.publication.operations import Unreleased, required_window
from app.publication.parsing import seen
from app.publication.snapshot import proposed
from app.publication.views import publication
from app.publication.views.words import told
from app.tasks.models import Evidence, Task
from app.tasks.queries import evidence_of, task_or_none
from app.web.formatting import translated
from app.web.guard import authorize, note_refused_deed, requires
from app.wording import Moved, Refusal
from app.workflow import IllegalAction


@publication.get("/tasks/<int:task_id>/open")
@requires(TaskAction.PUBLISH)
def open_form(task_id: int) -> ResponseReturnValue:
    task = _fetch(task_id)
    authorize(TaskAction.PUBLISH, task)
    days, _kind = required_window(_step(task))
    application = open_application(task_id)
    assert application is not None  # a task at a step has one
    if opened := queries.publicity_of_application(application.id):
        return redirect(url_for("publication.record", notice_id=opened.public_id))
    texts = proposed(task, application, queries.contact_before(task.list_id))
    return _ask(task, NoticeForm(first_day=clock.today(), length=days, **texts))


@publication.post("/tasks/<int:task_id>/open")
@requires(TaskAction.PUBLISH)
def open_publicity(task_id: int) -> ResponseReturnValue:
    task = _fetch(task_id)
    actor = authorize(TaskAction.PUBLISH, task)
    step, form = _step(task), NoticeForm()
    if not form.validate():
        return _ask(task, form), 422
    draft = form.draft(required_window(step)[1])
    try:
        opened = operations.open_publicity(task, draft, form.released, actor)
    except Refusal as refusal:
        return _refused(task_id, form, refusal)
    db.session.commit()
    flash(_("已公示，公众现在可以看到；公示期满后请回来确认。"))
    return redirect(url_for("publication.record", notice_id=opened.public_id))


def _refused(task_id: int, form: NoticeForm, refusal: Refusal) -> ResponseReturnValue:
    """Show the form again with the reason; a form that has been overtaken is not worth showing."""
    if isinstance(refusal, Moved):
        raise refusal
    note_refused_deed(str(refusal))
    db.session.rollback()
    spans = hold(form, refusal)
    return _ask(_fetch(task_id), form, spans), 422


def hold(form: ReleaseForm, refusal: Refusal) -> list[tuple[str, str]]:
    """Put the reason on top of the form; return what has to be looked at before it goes out."""
    form.form_errors = [translated(refusal)]
    found = refusal.found if isinstance(refusal, Unreleased) else []
    form.seen.data, form.release.data = seen(found), False
    return told(found)


def _fetch(task_id: int) -> Task:
    return task_or_none(task_id) or abort(404)


def _step(task: Task) -> ProcedureStep:
    if task.step is None or task.step.kind is not StepKind.PUBLICITY:
        raise IllegalAction(task.state, TaskAction.PUBLISH)
    return task.step


def _ask(task: Task, form: NoticeForm, spans: list[tuple[str, str]] | None = None) -> str:
    days, kind = required_window(_step(task))
    form.photos.choices = [(piece.id, piece.caption or piece.filename) for piece in _photos(task)]
    last = last_day(Window(clock.today(), days, kind), workdays())
    return render_template(
        "publication/open_form.html",
        task=task,
        headline=task.headline,
        form=form,
        spans=spans or [],
        photos=_photos(task),
        required=_("%(count)s个%(kind)s", count=days, kind=translated(kind)),
        last=last,
    )


def _photos(task: Task) -> list[Evidence]:
    pieces = evidence_of(task.id)
    return [piece for piece in pieces if MediaType(piece.blob.media_type).drawn]
