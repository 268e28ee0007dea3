"""The task list, and handing drafts over."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import InspectionAction, IntakeAction, TaskAction
from app.access.actor import Actor
from app.database import db
from app.inspections.models import RectificationList
from app.tasks import operations, queries
from app.tasks.forms import HandOverForm, filter_from
from app.tasks.queries import Scope
from app.tasks.views import tasks
from app.tasks.views.facets import Facets
from app.tasks.views.periods import open_period
from app.tasks.views.rows import rows
from app.web.addresses import key
from app.web.guard import authorize, current_actor, may, requires


@tasks.get("/")
@requires(TaskAction.LIST)
def register() -> ResponseReturnValue:
    actor = current_actor()
    lists = queries.lists_visible_to(actor)
    shown = chosen_list(lists)
    if shown is None:
        return render_template("tasks/register_empty.html", keeps=may(InspectionAction.CREATE))
    scope = scope_of(shown, actor)
    wanted = filter_from(request.args)
    lines = queries.page(scope, wanted, after=request.args.get("after", type=key))
    return render_template(
        "tasks/register.html",
        lists=lists,
        list=shown,
        rows=rows(lines),
        found=queries.count(scope, wanted),
        facets=Facets(scope, wanted),
        next_after=lines[-1].task.id if len(lines) == queries.PAGE else None,
        hand_over_form=HandOverForm(),
        imports=may(IntakeAction.RECEIVE, shown),
    )


def chosen_list(lists: tuple[RectificationList, ...]) -> RectificationList | None:
    """Return the list that the address names, else the first that the reader has."""
    code = request.args.get("list")
    return next((one for one in lists if one.code == code), lists[0] if lists else None)


def scope_of(shown: RectificationList, actor: Actor) -> Scope:
    """Return what the reader may see of a list today, drafts included."""
    period = open_period(shown)
    return Scope(
        lists=(shown,),
        day=clock.today(),
        actor=actor,
        periods=(period.id,) if period.id else (),
        drafts=True,
    )


@tasks.post("/hand-over")
@requires(TaskAction.HAND_OVER)
def hand_over() -> ResponseReturnValue:
    ticked = request.form.getlist("task", type=key)
    subjects = queries.tasks_with_ids(ticked)
    if len(subjects) < len(set(ticked)):
        abort(404)  # as for a foreign one
    for task in subjects:
        actor = authorize(TaskAction.HAND_OVER, task)
        operations.hand_over(task, actor)
    db.session.commit()
    flash(_("已交办%(count)s项，责任单位和督导单位现在可以看到。", count=len(subjects)))
    return redirect(url_for("tasks.register", list=request.form.get("list")))
