"""The pages on which a task is applied for, checked, accepted, returned and struck off."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.closeout import operations, queries
from app.closeout.drafts import Finding
from app.closeout.forms import ApplyForm, FindingForm
from app.database import db
from app.tasks.models import Task
from app.tasks.queries import evidence_of, present, task_or_none
from app.tasks.views import must_be_in_turn
from app.tasks.views.dossier import pictures
from app.web.guard import authorize, requires
from app.wording import N_

closeout = Blueprint("closeout", __name__, url_prefix="/tasks/<int:task_id>/close-out")


@dataclass(frozen=True)
class Judgement:
    """One deed at a step: the words of its page, and the operation behind its button."""

    title: str
    hint: str
    day: str
    opinion: str
    button: str
    consequence: str
    done: str
    operation: Callable[[Task, Finding, Actor], None]


JUDGEMENTS = {
    TaskAction.VERIFY: Judgement(
        N_("现场核查"),
        N_("到现场对照整改目标和措施逐条核查，写明看了哪里、结果怎样。"),
        N_("核查日期"),
        N_("核查意见"),
        N_("核查合格，转验收"),
        N_("提交后进入验收；意见随卷保存，不能修改。"),
        N_("核查意见已提交，现在等验收。"),
        operations.verify,
    ),
    TaskAction.ACCEPT: Judgement(
        N_("验收"),
        N_("谁验收，谁负责。对照整改目标写明是否达到。"),
        N_("验收日期"),
        N_("验收意见"),
        N_("通过验收，转整改办销号"),
        N_("提交后由整改办办理销号；意见随卷保存，不能修改。"),
        N_("验收意见已提交，现在等整改办销号。"),
        operations.accept,
    ),
    TaskAction.RETURN: Judgement(
        N_("退回整改"),
        N_("写明哪一条没有做到、还要补什么，责任单位据此继续整改。"),
        N_("退回日期"),
        N_("退回理由"),
        N_("退回整改"),
        N_("本次申请即告结束，责任单位整改后须重新申请。"),
        N_("已退回，责任单位可以看到理由。"),
        operations.give_back,
    ),
    TaskAction.CLOSE: Judgement(
        N_("销号"),
        N_("核对自查、核查、验收三方意见后办理。"),
        N_("销号日期"),
        N_("销号意见"),
        N_("办理销号"),
        N_("销号后任务不能再改；以后反弹另立新项。"),
        N_("已销号。"),
        operations.close,
    ),
}


@closeout.get("/apply")
@requires(TaskAction.APPLY)
def apply_form(task_id: int) -> ResponseReturnValue:
    task = _fetch(task_id)
    authorize(TaskAction.APPLY, task)
    must_be_in_turn(task, TaskAction.APPLY)
    return _ask_to_apply(task, ApplyForm())


@closeout.post("/apply")
@requires(TaskAction.APPLY)
def apply(task_id: int) -> ResponseReturnValue:
    task = _fetch(task_id)
    actor = authorize(TaskAction.APPLY, task)
    form = ApplyForm()
    if not form.validate():
        return _ask_to_apply(task, form), 422
    operations.apply(task, form.statement.data or "", actor)
    db.session.commit()
    flash(_("销号申请已提交，现在等督导单位现场核查。"))
    return redirect(url_for("tasks.task", task_id=task_id))


@closeout.get("/verify")
@requires(TaskAction.VERIFY)
def verify_form(task_id: int) -> ResponseReturnValue:
    return _ask(task_id, TaskAction.VERIFY)


@closeout.post("/verify")
@requires(TaskAction.VERIFY)
def verify(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.VERIFY)


@closeout.get("/accept")
@requires(TaskAction.ACCEPT)
def accept_form(task_id: int) -> ResponseReturnValue:
    return _ask(task_id, TaskAction.ACCEPT)


@closeout.post("/accept")
@requires(TaskAction.ACCEPT)
def accept(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.ACCEPT)


@closeout.get("/return")
@requires(TaskAction.RETURN)
def return_form(task_id: int) -> ResponseReturnValue:
    return _ask(task_id, TaskAction.RETURN)


@closeout.post("/return")
@requires(TaskAction.RETURN)
def give_back(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.RETURN)


@closeout.get("/close")
@requires(TaskAction.CLOSE)
def close_form(task_id: int) -> ResponseReturnValue:
    return _ask(task_id, TaskAction.CLOSE)


@closeout.post("/close")
@requires(TaskAction.CLOSE)
def close(task_id: int) -> ResponseReturnValue:
    return _judge(task_id, TaskAction.CLOSE)


def _ask(task_id: int, action: TaskAction) -> ResponseReturnValue:
    task = _fetch(task_id)
    authorize(action, task)
    must_be_in_turn(task, action)
    return _judgement_page(task, action, FindingForm(acted_on=clock.today()))


def _judge(task_id: int, action: TaskAction) -> ResponseReturnValue:
    task = _fetch(task_id)
    actor = authorize(action, task)
    form = FindingForm()
    if not form.validate():
        return _judgement_page(task, action, form), 422
    JUDGEMENTS[action].operation(task, form.finding(), actor)
    db.session.commit()
    flash(_(JUDGEMENTS[action].done))
    return redirect(url_for("tasks.task", task_id=task_id))


def _fetch(task_id: int) -> Task:
    return task_or_none(task_id) or abort(404)


def _ask_to_apply(task: Task, form: ApplyForm) -> str:
    return render_template(
        "closeout/apply_form.html",
        task=task,
        form=form,
        **_known(task),
    )


def _judgement_page(task: Task, action: TaskAction, form: FindingForm) -> str:
    """One template serves every deed at a step: what was said before stands beside the form."""
    words = JUDGEMENTS[action]
    form.acted_on.label.text, form.opinion.label.text = _(words.day), _(words.opinion)
    return render_template(
        "closeout/judgement_form.html",
        task=task,
        form=form,
        words=words,
        action_url=url_for(f"closeout.{ENDPOINTS[action]}", task_id=task.id),
        applications=queries.applications_of(task.id),
        **_known(task),
    )


def _known(task: Task) -> dict[str, object]:
    """What stands beside every form here: the task in a line, its last report, its evidence."""
    return {
        "headline": task.headline,
        "report": task.latest_report,
        "pictures": pictures(present(evidence_of(task.id))),
    }


ENDPOINTS = {
    TaskAction.VERIFY: "verify",
    TaskAction.ACCEPT: "accept",
    TaskAction.RETURN: "give_back",
    TaskAction.CLOSE: "close",
}
