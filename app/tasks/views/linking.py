"""Tying a task to another, merging it into one, and ending a link."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.database import db
from app.tasks import operations, queries
from app.tasks.forms import LinkForm, UnlinkForm
from app.tasks.models import Task, TaskLink
from app.tasks.views import fetch, tasks
from app.tasks.views.panels import Panel, Place
from app.tasks.vocabulary import LinkKind
from app.web.formatting import translated
from app.web.guard import authorize, current_actor, may, note_refused_deed, requires
from app.wording import N_, Refusal


@dataclass(frozen=True)
class Tie:
    """One link as seen from one of its ends; `seen` if the reader may open the other."""

    link: TaskLink
    label: str
    other: Task
    seen: bool
    ends: bool


def links_panel(task: Task) -> Panel | None:
    """Draw what the task is tied to, beside its page."""
    ties, links = list(_ties(task)), may(TaskAction.LINK, task)
    if not ties and not links:
        return None
    body = render_template("tasks/links_panel.html", task=task, ties=ties, links=links)
    return Panel(Place.ASIDE, Markup(body))  # noqa: S704  # our own template, escaped there


def _ties(task: Task) -> Iterator[Tie]:
    ends = may(TaskAction.LINK, task)
    for link in queries.links_of(task.id):
        own = link.task_id == task.id
        other = link.other if own else link.task
        yield Tie(
            link,
            link.kind.label if own else link.kind.label_back,
            other,
            seen=may(TaskAction.READ, other),
            ends=ends and link.kind is not LinkKind.MERGED_INTO,
        )


@tasks.get("/<int:task_id>/links/new")
@requires(TaskAction.LINK)
def link_form(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.LINK, subject)
    return _ask(subject, _form(actor, subject))


@tasks.post("/<int:task_id>/links/new")
@requires(TaskAction.LINK)
def link(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.LINK, subject)
    form = _form(actor, subject)
    if not form.validate():
        return _ask(subject, form), 422
    try:
        _tie(subject, form, actor)
    except Refusal as refusal:
        note_refused_deed(str(refusal))
        db.session.rollback()
        form.number.errors = [translated(refusal)]
        return _ask(fetch(task_id), form), 422
    db.session.commit()
    flash(_("已关联，两项的记录里都写明。"))
    return redirect(url_for("tasks.task", task_id=task_id))


def _tie(subject: Task, form: LinkForm, actor: Actor) -> None:
    """Make the link, or merge; the other task must be one that the reader may link too."""
    kind = LinkKind(form.kind.data)
    other = _other(form)
    if kind is LinkKind.MERGED_INTO:
        authorize(TaskAction.MERGE, subject)
        operations.merge(subject, other, form.reason.data or "", actor)
    else:
        operations.link(subject, other, kind, form.reason.data or "", actor)


def _other(form: LinkForm) -> Task:
    """A task that is not the reader's to link answers like one that is not there."""
    found = queries.tasks_numbered(int(form.list.data), [form.number.data or ""])
    if not found or not may(TaskAction.LINK, found[0]):
        raise Refusal(N_("这份清单里没有第%(number)s项。"), number=form.number.data)
    return found[0]


def _form(actor: Actor, subject: Task) -> LinkForm:
    form = LinkForm()
    lists = queries.lists_visible_to(actor)
    form.list.choices = [(str(one.id), one.name) for one in lists]
    form.list.data = form.list.data or str(subject.list_id)
    return form


def _ask(subject: Task, form: LinkForm) -> str:
    return render_template(
        "tasks/link_form.html", task=subject, headline=subject.headline, form=form
    )


@tasks.get("/links/<int:link_id>/end")
@requires(TaskAction.LINK)
def unlink_form(link_id: int) -> ResponseReturnValue:
    return _ask_why(_fetch(link_id), UnlinkForm())


@tasks.post("/links/<int:link_id>/end")
@requires(TaskAction.LINK)
def unlink(link_id: int) -> ResponseReturnValue:
    tie, form = _fetch(link_id), UnlinkForm()
    if not form.validate():
        return _ask_why(tie, form), 422
    operations.unlink(tie, form.reason.data or "", current_actor())
    db.session.commit()
    flash(_("已解除关联，两项的记录里都写明。"))
    return redirect(url_for("tasks.task", task_id=tie.task_id))


def _fetch(link_id: int) -> TaskLink:
    tie = queries.link_or_none(link_id) or abort(404)
    authorize(TaskAction.LINK, tie.task)
    return tie


def _ask_why(tie: TaskLink, form: UnlinkForm) -> str:
    return render_template(
        "tasks/unlink_form.html", tie=tie, task=tie.task, headline=tie.task.headline, form=form
    )
