"""The task list, and handing drafts over."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import InspectionAction, IntakeAction, TaskAction
from app.database import db
from app.tasks import operations, queries
from app.tasks.forms import HandOverForm, filter_from
from app.tasks.views import tasks
from app.tasks.views.chosen import chosen_lists, scope_of_address
from app.tasks.views.facets import Facets
from app.tasks.views.rows import rows
from app.web.addresses import key
from app.web.guard import authorize, current_actor, may, requires


@tasks.get("/")
@requires(TaskAction.LIST)
def register() -> ResponseReturnValue:
    actor = current_actor()
    lists = queries.lists_visible_to(actor)
    chosen = chosen_lists(lists)
    if chosen is None:
        return render_template("tasks/register_empty.html", keeps=may(InspectionAction.CREATE))
    scope = scope_of_address(chosen, actor)
    wanted = filter_from(request.args)
    lines = queries.page(scope, wanted, after=request.args.get("after", type=key))
    return render_template(
        "tasks/register.html",
        lists=lists,
        list=chosen,
        rows=rows(lines),
        found=queries.count(scope, wanted),
        facets=Facets(scope, wanted),
        next_after=lines[-1].task.id if len(lines) == queries.PAGE else None,
        hand_over_form=HandOverForm(),
        imports=all(may(IntakeAction.RECEIVE, one) for one in chosen.lists),
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
