"""The pages of accountability matters: who was held accountable, at which rank, in which way."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import AccountabilityAction
from app.accountability import operations, queries
from app.accountability.forms import ConclusionForm, MatterForm, filled
from app.accountability.models import Matter
from app.accountability.operations import Disagreement
from app.accountability.vocabulary import Manner, MatterState, Rank
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.queries import list_with_code, lists_in_area
from app.tasks.queries import tasks_of_list
from app.web.formatting import translated
from app.web.guard import authorize, current_actor, may, requires
from app.wording import N_, Moved, Refusal

accountability = Blueprint("accountability", __name__, url_prefix="/accountability")

CHANGED = N_("这件刚被别人改过。您填写的内容在下面，请对照新内容后再提交。")


@accountability.get("/")
@requires(AccountabilityAction.LIST)
def matters() -> ResponseReturnValue:
    found = queries.matters_for(current_actor())
    return render_template(
        "accountability/matters.html",
        matters=found,
        totals=queries.totals(found),
        concluded=sum(one.state is MatterState.CONCLUDED for one in found),
        keeps=may(AccountabilityAction.TRANSFER),
        lists=lists_in_area(current_actor()),
        Rank=Rank,
        Manner=Manner,
    )


@accountability.get("/lists/<code>/new")
@requires(AccountabilityAction.TRANSFER)
def matter_form(code: str) -> ResponseReturnValue:
    return _ask(MatterForm(), _list(code), None)


@accountability.post("/lists/<code>/new")
@requires(AccountabilityAction.TRANSFER)
def transfer(code: str) -> ResponseReturnValue:
    subject, form = _list(code), MatterForm()
    form.task_id.choices = _tasks(subject)
    if not form.validate():
        return _ask(form, subject, None), 422
    try:
        operations.transfer(subject, form.draft(), current_actor())
    except Refusal as refusal:
        form.number.errors = [translated(refusal)]
        return _ask(form, subject, None), 422
    db.session.commit()
    flash(_("已登记移交。办结后填写问责人数。"))
    return redirect(url_for("accountability.matters"))


@accountability.get("/<int:matter_id>/edit")
@requires(AccountabilityAction.EDIT)
def edit_form(matter_id: int) -> ResponseReturnValue:
    matter = _matter(matter_id, AccountabilityAction.EDIT)
    return _ask(MatterForm(obj=matter), matter.rectification_list, matter)


@accountability.post("/<int:matter_id>/edit")
@requires(AccountabilityAction.EDIT)
def edit(matter_id: int) -> ResponseReturnValue:
    matter, form = _matter(matter_id, AccountabilityAction.EDIT), MatterForm()
    form.task_id.choices = _tasks(matter.rectification_list)
    if not form.validate():
        return _ask(form, matter.rectification_list, matter), 422
    _unchanged(form.version.data, matter.version)
    try:
        operations.edit(matter, form.draft(), current_actor())
    except Refusal as refusal:
        form.number.errors = [translated(refusal)]
        return _ask(form, matter.rectification_list, matter), 422
    db.session.commit()
    return redirect(url_for("accountability.matters"))


@accountability.get("/<int:matter_id>/conclusion")
@requires(AccountabilityAction.CONCLUDE)
def conclusion_form(matter_id: int) -> ResponseReturnValue:
    matter = _matter(matter_id, AccountabilityAction.CONCLUDE)
    return _ask_conclusion(ConclusionForm(data=filled(matter)), matter)


@accountability.post("/<int:matter_id>/conclusion")
@requires(AccountabilityAction.CONCLUDE)
def conclude(matter_id: int) -> ResponseReturnValue:
    matter, form = _matter(matter_id, AccountabilityAction.CONCLUDE), ConclusionForm()
    if not form.validate():
        return _ask_conclusion(form, matter), 422
    _unchanged(form.version.data, matter.version)
    try:
        operations.conclude(matter, form.conclusion(), current_actor())
    except Refusal as refusal:
        wrong = form.persons if isinstance(refusal, Disagreement) else form.reason
        wrong.errors = [translated(refusal)]
        return _ask_conclusion(form, matter), 422
    db.session.commit()
    flash(_("已办结，人数计入问责统计。"))
    return redirect(url_for("accountability.matters"))


def _list(code: str) -> RectificationList:
    found = list_with_code(code) or abort(404)
    authorize(AccountabilityAction.TRANSFER, found)
    return found


def _matter(matter_id: int, action: AccountabilityAction) -> Matter:
    found = queries.matter_or_none(matter_id) or abort(404)
    authorize(action, found)
    return found


def _unchanged(seen: str | None, version: int) -> None:
    if seen != str(version):
        raise Moved(CHANGED)


def _tasks(subject: RectificationList) -> dict[str, Any]:
    found = {str(one.id): f"{one.number}　{one.headline}" for one in tasks_of_list(subject.id)}
    return {"0": _("不对应具体任务")} | found


def _ask(form: MatterForm, subject: RectificationList, matter: Matter | None) -> str:
    form.task_id.choices = _tasks(subject)
    return render_template(
        "accountability/matter_form.html", form=form, list=subject, matter=matter
    )


def _ask_conclusion(form: ConclusionForm, matter: Matter) -> str:
    return render_template(
        "accountability/conclusion_form.html", form=form, matter=matter, Rank=Rank, Manner=Manner
    )
