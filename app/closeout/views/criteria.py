"""The page on which the office settles how a task will be closed, before its work begins."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.closeout import operations, queries
from app.closeout.forms import CriteriaForm
from app.closeout.forms.procedures import lines
from app.closeout.views import closeout, fetch
from app.database import db
from app.inspections.models import Procedure
from app.inspections.queries import newest_procedure, procedures_for
from app.tasks.models import Task
from app.tasks.views import must_be_in_turn
from app.tasks.views.steps import steps_of
from app.tasks.vocabulary import TaskState
from app.web.guard import authorize, current_actor, requires
from app.wording import N_, Moved


@closeout.get("/criteria")
@requires(TaskAction.SET_CRITERIA)
def criteria_form(task_id: int) -> ResponseReturnValue:
    task = fetch(task_id)
    authorize(TaskAction.SET_CRITERIA, task)
    _must_be_before_work(task)
    written = "\n".join(one.text for one in queries.criteria_of(task.id))
    chosen = task.procedure.code if task.procedure else ""
    return _ask(task, _form(task, criteria=written, procedure=chosen))


@closeout.post("/criteria")
@requires(TaskAction.SET_CRITERIA)
def set_criteria(task_id: int) -> ResponseReturnValue:
    task = fetch(task_id)
    actor = authorize(TaskAction.SET_CRITERIA, task)
    form = _form(task)
    if not form.validate():
        return _ask(task, form), 422
    chosen = newest_procedure(form.procedure.data) if form.procedure.data else None
    operations.set_criteria(task, list(lines(form.criteria.data)), chosen, actor)
    db.session.commit()
    flash(_("验收标准已定，首次报进展后不再改动。"))
    return redirect(url_for("tasks.task", task_id=task_id))


def _must_be_before_work(task: Task) -> None:
    must_be_in_turn(task, TaskAction.SET_CRITERIA)
    if task.latest_report_id is not None:
        raise Moved(N_("已经报过进展，验收标准不能再改。"))


def _form(task: Task, **typed: str) -> CriteriaForm:
    """A procedure can be chosen until the task is handed over, among those for its list."""
    form = CriteriaForm(data=typed or None)
    offered = _procedures(task) if task.state is TaskState.DRAFT else []
    form.procedure.choices = {"": _("按清单默认")} | {one.code: _(one.name) for one in offered}
    return form


def _procedures(task: Task) -> list[Procedure]:
    """Those that the list's own government may follow, each in its newest version."""
    area = task.rectification_list.area
    found = [one for one in procedures_for(current_actor()) if one.published_at]
    return [one for one in found if area.startswith(one.area)]


def _ask(task: Task, form: CriteriaForm) -> str:
    return render_template(
        "closeout/criteria_form.html",
        task=task,
        headline=task.headline,
        form=form,
        steps=steps_of(task),
    )
