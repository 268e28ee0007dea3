"""Naming people for a task, recording visits, and what a task's page says of both."""

from collections.abc import Sequence
from typing import Any

from flask import abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from app import clock
from app.access.actions import ReviewAction, TaskAction
from app.access.roles import Role
from app.accounts.queries import people_in_role
from app.database import db
from app.engagements import operations, queries
from app.engagements.forms import EndForm, PersonForm, VisitForm
from app.engagements.models import TaskPerson
from app.engagements.queries import Sponsoring
from app.engagements.views import engagements
from app.engagements.vocabulary import PersonRole
from app.inspections.queries import lists_in_area
from app.tasks.models import Task
from app.tasks.queries import task_or_none
from app.tasks.views.panels import Panel, Place, register_panel
from app.web.guard import authorize, current_actor, may, requires


@engagements.get("/engagements/")
@requires(ReviewAction.LIST)
def overview() -> ResponseReturnValue:
    actor = current_actor()
    return render_template(
        "engagements/overview.html",
        sponsorings=queries.sponsorings(actor, clock.today()),
        reviews=queries.reviews_for(actor),
        plans=may(ReviewAction.PLAN),
        lists=lists_in_area(actor),
    )


@engagements.get("/tasks/<int:task_id>/people")
@requires(TaskAction.NAME_PEOPLE)
def people_form(task_id: int) -> ResponseReturnValue:
    return _ask(_task(task_id), PersonForm())


@engagements.post("/tasks/<int:task_id>/people")
@requires(TaskAction.NAME_PEOPLE)
def name_person(task_id: int) -> ResponseReturnValue:
    task, form = _task(task_id), PersonForm()
    form.person_id.choices = _accounts(task.area)
    if not form.validate():
        return _ask(task, form), 422
    operations.name_person(task, form.draft(), current_actor())
    db.session.commit()
    flash(_("已确定，记入本项的记录。"))
    return redirect(url_for("engagements.people_form", task_id=task_id))


@engagements.post("/engagements/people/<int:sponsor_id>/end")
@requires(TaskAction.NAME_PEOPLE)
def end_person(sponsor_id: int) -> ResponseReturnValue:
    named, form = _named(sponsor_id, TaskAction.NAME_PEOPLE), EndForm()
    if not form.validate():
        flash(_("请写明为什么不再担任。"))
    else:
        operations.end_person(named, form.reason.data or "", current_actor())
        db.session.commit()
        flash(_("已结束，到场记录照留。"))
    return redirect(url_for("engagements.people_form", task_id=named.task_id))


@engagements.get("/engagements/people/<int:sponsor_id>/visits/new")
@requires(TaskAction.VISIT)
def visit_form(sponsor_id: int) -> ResponseReturnValue:
    sponsor = _named(sponsor_id, TaskAction.VISIT)
    return _ask_visit(sponsor, VisitForm(visited_on=clock.today()))


@engagements.post("/engagements/people/<int:sponsor_id>/visits/new")
@requires(TaskAction.VISIT)
def visit(sponsor_id: int) -> ResponseReturnValue:
    sponsor, form = _named(sponsor_id, TaskAction.VISIT), VisitForm()
    if not form.validate():
        return _ask_visit(sponsor, form), 422
    operations.visit(sponsor, form.draft(), current_actor())
    db.session.commit()
    flash(_("已记录到场，下次到场时间随之顺延。"))
    return redirect(url_for("tasks.task", task_id=sponsor.task_id))


def _task(task_id: int) -> Task:
    task = task_or_none(task_id) or abort(404)
    authorize(TaskAction.NAME_PEOPLE, task)
    return task


def _named(sponsor_id: int, action: TaskAction) -> TaskPerson:
    named = queries.sponsor_or_none(sponsor_id) or abort(404)
    authorize(action, named.task)
    return named


def _accounts(area: str) -> dict[str, Any]:
    """Accounts of the area's leaders, for a sponsor who records visits in person."""
    leaders = people_in_role(Role.LEADER, area, clock.today())
    return {"0": _("没有账号，由整改办代记")} | {str(one.id): one.name for one in leaders}


def _ask(task: Task, form: PersonForm) -> str:
    form.person_id.choices = _accounts(task.area)
    return render_template(
        "engagements/people_form.html",
        task=task,
        headline=task.headline,
        form=form,
        end=EndForm(formdata=None),
        people=queries.people_of(task.id),
        said=(task.particulars or {}).get("people", ()),
    )


def _ask_visit(sponsor: TaskPerson, form: VisitForm) -> str:
    standing = Sponsoring(sponsor, clock.today())
    return render_template(
        "engagements/visit_form.html",
        task=sponsor.task,
        headline=sponsor.task.headline,
        form=form,
        standing=standing,
    )


def _people(task: Task) -> Sequence[TaskPerson]:
    """Everybody named for the task; asked once a request."""
    if g.get("people_of_task", (None,))[0] != task.id:
        g.people_of_task = (task.id, queries.people_of(task.id))
    found: Sequence[TaskPerson] = g.people_of_task[1]
    return found


def sponsor_panel(task: Task) -> Panel | None:
    """The sponsoring leader in the strip of facts, with the last visit and the next."""
    found = [one for one in _people(task) if one.role is PersonRole.SPONSOR]
    if not found:
        return None
    standing = Sponsoring(found[0], clock.today())
    return Panel(Place.HEAD, _drawn("engagements/sponsor_fact.html", standing=standing))


def people_panel(task: Task) -> Panel | None:
    """Everybody named for the task, and the visits, beside its record."""
    found, names = _people(task), may(TaskAction.NAME_PEOPLE, task)
    if not found and not names:
        return None
    standings = [Sponsoring(one, clock.today()) for one in found]
    drawn = _drawn("engagements/people_panel.html", standings=standings, task=task, names=names)
    return Panel(Place.ASIDE, drawn, "people")


def _drawn(template: str, **values: object) -> Markup:
    return Markup(render_template(template, **values))  # noqa: S704  # a template that escapes


register_panel("sponsor", 10, sponsor_panel)
register_panel("people", 70, people_panel)
