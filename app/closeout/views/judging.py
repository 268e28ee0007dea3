"""The pages on which a task is checked, accepted, signed off, returned, struck off and filed."""

from collections.abc import Iterator
from dataclasses import replace

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.closeout import queries
from app.closeout.drafts import Finding
from app.closeout.forms import FindingForm, wrong
from app.closeout.views import closeout, fetch
from app.closeout.views.deeds import ENDPOINTS, JUDGEMENTS
from app.closeout.workflow import following
from app.database import db
from app.files import operations as files
from app.inspections.vocabulary import StepKind
from app.tasks.drafts import EvidenceDraft
from app.tasks.models import Task
from app.tasks.operations import attach
from app.tasks.queries import evidence_of, present
from app.tasks.views import must_be_in_turn
from app.tasks.views.dossier import pictures
from app.tasks.views.panels import Place, panels
from app.tasks.workflow import AFTER_CLOSING, possible
from app.web.guard import authorize, may, requires
from app.wording import Refusal

ON_SITE = frozenset({TaskAction.VERIFY, TaskAction.LOOK_BACK})


@closeout.get("/verify")
@requires(TaskAction.VERIFY)
def verify_form(task_id: int) -> ResponseReturnValue:
    return ask(task_id, TaskAction.VERIFY)


@closeout.post("/verify")
@requires(TaskAction.VERIFY)
def verify(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.VERIFY)


@closeout.get("/accept")
@requires(TaskAction.ACCEPT)
def accept_form(task_id: int) -> ResponseReturnValue:
    return ask(task_id, TaskAction.ACCEPT)


@closeout.post("/accept")
@requires(TaskAction.ACCEPT)
def accept(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.ACCEPT)


@closeout.get("/sign-off")
@requires(TaskAction.SIGN_OFF)
def sign_off_form(task_id: int) -> ResponseReturnValue:
    return ask(task_id, TaskAction.SIGN_OFF)


@closeout.post("/sign-off")
@requires(TaskAction.SIGN_OFF)
def sign_off(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.SIGN_OFF)


@closeout.get("/return")
@requires(TaskAction.RETURN)
def return_form(task_id: int) -> ResponseReturnValue:
    return ask(task_id, TaskAction.RETURN)


@closeout.post("/return")
@requires(TaskAction.RETURN)
def give_back(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.RETURN)


@closeout.get("/close")
@requires(TaskAction.CLOSE)
def close_form(task_id: int) -> ResponseReturnValue:
    return ask(task_id, TaskAction.CLOSE)


@closeout.post("/close")
@requires(TaskAction.CLOSE)
def close(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.CLOSE)


@closeout.get("/file")
@requires(TaskAction.FILE)
def file_form(task_id: int) -> ResponseReturnValue:
    return ask(task_id, TaskAction.FILE)


@closeout.post("/file")
@requires(TaskAction.FILE)
def file(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.FILE)


def ask(task_id: int, action: TaskAction) -> ResponseReturnValue:
    task = fetch(task_id)
    authorize(action, task)
    must_be_in_turn(task, action)
    return judgement_page(task, action, form_for(task, action))


def _judge(task_id: int, action: TaskAction) -> ResponseReturnValue:
    task = fetch(task_id)
    actor = authorize(action, task)
    form, after = form_for(task, action), next_step(task)
    if not form.validate():
        return judgement_page(task, action, form), 422
    JUDGEMENTS[action].operation(task, with_photos(task, form, actor), actor)
    db.session.commit()
    flash(_(JUDGEMENTS[action].done, next=after))
    return redirect(url_for("tasks.task", task_id=task_id))


def form_for(task: Task, action: TaskAction) -> FindingForm:
    """The form of a deed, with a row for each criterion and site that it answers."""
    form = FindingForm(acted_on=clock.today())
    step = task.step if action in (TaskAction.VERIFY, TaskAction.ACCEPT) else None
    criteria = queries.criteria_at(task, step) if step else []
    sites = queries.sites_of(task) if action is TaskAction.VERIFY else []
    form.ask_for(criteria, sites, on_site=action in ON_SITE)
    if action is TaskAction.LOOK_BACK:
        form.ask_for_result()
    return form


def with_photos(task: Task, form: FindingForm, actor: Actor) -> Finding:
    """What was found; photographs from the spot become evidence of the task."""
    return replace(form.finding(), photos=tuple(_stored(task, form, actor)))


def _stored(task: Task, form: FindingForm, actor: Actor) -> Iterator[int]:
    for upload in form.photos.data or ():
        if not upload:
            continue
        if not may(TaskAction.ATTACH_EVIDENCE, task):
            raise Refusal(_("您所在的单位不能上传照片，请由核查单位上传。"))
        blob = files.put(upload.stream, upload.filename)
        draft = EvidenceDraft(upload.filename, _("现场核查照片"), step=StepKind.VERIFICATION)
        yield attach(task, blob, draft, actor).id


def next_step(task: Task) -> str:
    """The step after the present one, in words."""
    if task.step is None or task.procedure is None or task.step.kind in AFTER_CLOSING:
        return ""
    after = following(task.procedure, task.step)
    return _(after.kind.label) if after else ""


def judgement_page(task: Task, action: TaskAction, form: FindingForm) -> str:
    """One template serves every deed at a step: what was said before stands beside the form."""
    words = JUDGEMENTS[action]
    form.acted_on.label.text, form.opinion.label.text = _(words.day), _(words.opinion)
    return render_template(
        "closeout/judgement_form.html",
        task=task,
        form=form,
        wrong=list(wrong(form)),
        words=words,
        next=next_step(task),
        on_site=action in ON_SITE,
        photographs=possible(task.state, None, TaskAction.ATTACH_EVIDENCE)
        and may(TaskAction.ATTACH_EVIDENCE, task),
        action_url=url_for(f"closeout.{ENDPOINTS[action]}", task_id=task.id),
        applications=queries.applications_of(task.id),
        notices=panels(task)[Place.NOTICE],
        **known(task),
    )


def known(task: Task) -> dict[str, object]:
    """What stands beside every form here: the task in a line, its last report, its evidence."""
    return {
        "headline": task.headline,
        "report": task.latest_report,
        "pictures": pictures(present(evidence_of(task.id))),
        "criteria": queries.criteria_of(task.id),
    }
