"""The page on which a unit applies for close-out, with what it must hand in."""

from collections.abc import Iterator

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.closeout import operations
from app.closeout.drafts import Material
from app.closeout.forms import ApplyForm, wrong
from app.closeout.views import closeout, fetch
from app.closeout.views.judging import known
from app.closeout.workflow import required_materials
from app.database import db
from app.files import operations as files
from app.inspections.vocabulary import StepKind
from app.tasks.drafts import EvidenceDraft
from app.tasks.models import Task
from app.tasks.operations import attach
from app.tasks.queries import evidence_of, present, waiting_for
from app.tasks.views import must_be_in_turn
from app.tasks.views.outlook import names as unit_names
from app.web.formatting import translated
from app.web.guard import authorize, note_refused_deed, requires
from app.wording import Refusal


@closeout.get("/apply")
@requires(TaskAction.APPLY)
def apply_form(task_id: int) -> ResponseReturnValue:
    task = fetch(task_id)
    authorize(TaskAction.APPLY, task)
    must_be_in_turn(task, TaskAction.APPLY)
    return _ask(task, _form(task))


@closeout.post("/apply")
@requires(TaskAction.APPLY)
def apply(task_id: int) -> ResponseReturnValue:
    task = fetch(task_id)
    actor = authorize(TaskAction.APPLY, task)
    form = _form(task)
    if not form.validate():
        return _ask(task, form), 422
    try:
        materials = list(_stored(task, form, actor))
        operations.apply(task, form.statement.data or "", actor, materials)
    except Refusal as refusal:
        note_refused_deed(str(refusal))
        db.session.rollback()
        return _refused(task_id, refusal), 422
    db.session.commit()
    waiting = waiting_for(task)
    who = unit_names(waiting.units) if waiting else ""
    step = _(waiting.kind.label) if waiting else ""
    flash(_("销号申请已提交，现在等%(who)s%(step)s。", who=who, step=step))
    return redirect(url_for("tasks.task", task_id=task_id))


def _form(task: Task) -> ApplyForm:
    form = ApplyForm()
    form.ask_for(required(task), present(evidence_of(task.id)))
    return form


def required(task: Task) -> list[str]:
    """What the task's procedure asks for; one without a procedure follows the built-in one."""
    return required_materials(task.procedure) if task.procedure else []


def _stored(task: Task, form: ApplyForm, actor: Actor) -> Iterator[Material]:
    """Each material; a file that came with the form becomes evidence under its name."""
    names = required(task)
    for given, entry in zip(form.given(names), form.materials, strict=False):
        upload = entry.form.upload.data
        if not upload:
            yield given
            continue
        blob = files.put(upload.stream, upload.filename)
        draft = EvidenceDraft(upload.filename, given.name, step=StepKind.APPLICATION)
        piece = attach(task, blob, draft, actor)
        yield Material(given.name, piece.id, given.note)


def _refused(task_id: int, refusal: Refusal) -> str:
    """The form again, with what forbids it on top; files have to be chosen again."""
    task = fetch(task_id)
    form = _form(task)
    form.statement.errors = [translated(refusal)]
    return _ask(task, form)


def _ask(task: Task, form: ApplyForm) -> str:
    return render_template(
        "closeout/apply_form.html", task=task, form=form, wrong=list(wrong(form)), **known(task)
    )
