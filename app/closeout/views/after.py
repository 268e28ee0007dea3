"""What follows a close-out: the look-back, and the new task where a problem relapsed."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.closeout import operations
from app.closeout.forms import RelapseForm
from app.closeout.views import closeout, fetch
from app.closeout.views.judging import ask, form_for, judgement_page
from app.closeout.vocabulary import Result
from app.database import db
from app.tasks.models import Task
from app.tasks.queries import number_is_taken
from app.tasks.views import must_be_in_turn
from app.web.formatting import translated
from app.web.guard import authorize, may, note_refused_deed, requires
from app.wording import Refusal


@closeout.get("/look-back")
@requires(TaskAction.LOOK_BACK)
def look_back_form(task_id: int) -> ResponseReturnValue:
    return ask(task_id, TaskAction.LOOK_BACK)


@closeout.post("/look-back")
@requires(TaskAction.LOOK_BACK)
def look_back(task_id: int) -> ResponseReturnValue:
    task = fetch(task_id)
    actor = authorize(TaskAction.LOOK_BACK, task)
    form = form_for(task, TaskAction.LOOK_BACK)
    if not form.validate():
        return judgement_page(task, TaskAction.LOOK_BACK, form), 422
    result = Result(form.result.data or Result.PASSED)
    operations.look_back(task, form.finding(), result, actor)
    db.session.commit()
    if result is Result.RELAPSED and may(TaskAction.RELAPSE, task):
        flash(_("已记下反弹。接着立新项，交责任单位重新整改。"))
        return redirect(url_for("closeout.relapse_form", task_id=task_id))
    flash(_("回头看结果已提交。"))
    return redirect(url_for("tasks.task", task_id=task_id))


@closeout.get("/relapse")
@requires(TaskAction.RELAPSE)
def relapse_form(task_id: int) -> ResponseReturnValue:
    task = fetch(task_id)
    authorize(TaskAction.RELAPSE, task)
    must_be_in_turn(task, TaskAction.RELAPSE)
    return _ask(task, RelapseForm(data={"number": free_number(task), "problem": task.problem}))


@closeout.post("/relapse")
@requires(TaskAction.RELAPSE)
def relapse(task_id: int) -> ResponseReturnValue:
    task = fetch(task_id)
    actor = authorize(TaskAction.RELAPSE, task)
    form = RelapseForm()
    if not form.validate():
        return _ask(task, form), 422
    try:
        new = operations.relapse(task, form.draft(), actor)
    except Refusal as refusal:
        note_refused_deed(str(refusal))
        db.session.rollback()
        form.number.errors = [translated(refusal)]
        return _ask(fetch(task_id), form), 422
    db.session.commit()
    flash(_("新项已立，是待交办的草稿。核对单位、时限和验收标准后交办。"))
    return redirect(url_for("tasks.task", task_id=new.id))


def free_number(task: Task) -> str:
    """The closed task's number with how often it has relapsed: 14-1, 14-2."""
    count = 1
    while number_is_taken(task.list_id, f"{task.number}-{count}"):
        count += 1
    return f"{task.number}-{count}"


def _ask(task: Task, form: RelapseForm) -> str:
    return render_template(
        "closeout/relapse_form.html", task=task, headline=task.headline, form=form
    )
