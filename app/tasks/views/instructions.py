"""Answering what the office asked for, settling it, and the section of a task's page that tells."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from app import clock
from app.access.actions import TaskAction
from app.database import db
from app.tasks import operations, queries
from app.tasks.forms import AnswerForm
from app.tasks.models import Instruction, Task
from app.tasks.views import tasks
from app.tasks.views.panels import Panel, Place, register_panel
from app.web.guard import authorize, may, requires


@tasks.get("/instructions/<int:instruction_id>/answer")
@requires(TaskAction.ANSWER)
def answer_form(instruction_id: int) -> ResponseReturnValue:
    given = _fetch(instruction_id, TaskAction.ANSWER)
    return _ask(given, AnswerForm(text=given.answer))


@tasks.post("/instructions/<int:instruction_id>/answer")
@requires(TaskAction.ANSWER)
def answer(instruction_id: int) -> ResponseReturnValue:
    given = _fetch(instruction_id, TaskAction.ANSWER)
    actor = authorize(TaskAction.ANSWER, given.task)
    form = AnswerForm()
    if not form.validate():
        return _ask(given, form), 422
    operations.answer(given, form.text.data or "", actor)
    db.session.commit()
    flash(_("已答复，整改办核对后办结。"))
    return redirect(url_for("tasks.task", task_id=given.task_id))


@tasks.post("/instructions/<int:instruction_id>/settle")
@requires(TaskAction.SETTLE)
def settle(instruction_id: int) -> ResponseReturnValue:
    given = _fetch(instruction_id, TaskAction.SETTLE)
    operations.settle(given, authorize(TaskAction.SETTLE, given.task))
    db.session.commit()
    flash(_("这条要求已办结。"))
    return redirect(url_for("tasks.task", task_id=given.task_id))


def _fetch(instruction_id: int, action: TaskAction) -> Instruction:
    given = queries.instruction_or_none(instruction_id) or abort(404)
    authorize(action, given.task)
    return given


def _ask(given: Instruction, form: AnswerForm) -> str:
    return render_template(
        "tasks/answer_form.html",
        task=given.task,
        headline=given.task.headline,
        given=given,
        form=form,
    )


def instructions_panel(task: Task) -> Panel | None:
    """What was asked for on the task, where anything was."""
    found = queries.instructions_of(task.id)
    if not found:
        return None
    drawn = render_template(
        "tasks/instructions_panel.html",
        instructions=found,
        answers=may(TaskAction.ANSWER, task),
        settles=may(TaskAction.SETTLE, task),
        today=clock.today(),
    )
    open_ones = sum(one.settled_on is None for one in found)
    return Panel(Place.MAIN, Markup(drawn), "instructions", _("要求"), f"{open_ones}/{len(found)}")  # noqa: S704  # drawn by a template that escapes


register_panel("instructions", 60, instructions_panel)
