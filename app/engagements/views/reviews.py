"""Joint reviews: putting tasks on the agenda, writing the minutes, reading them."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from app import clock
from app.access.actions import ReviewAction
from app.access.actor import DOES_THE_WORK
from app.database import db
from app.engagements import operations, queries
from app.engagements.forms import MinutesForm, ReviewForm
from app.engagements.models import JointReview
from app.engagements.views import engagements
from app.engagements.vocabulary import ReviewState
from app.inspections.models import RectificationList
from app.inspections.queries import list_with_code
from app.tasks.queries import instructions_from, tasks_of_list
from app.tasks.vocabulary import OPEN_STATES, InstructionOrigin
from app.web.formatting import translated
from app.web.guard import authorize, current_actor, may, requires
from app.wording import N_, Moved, Refusal

CHANGED = N_("这次会审刚被别人改过。您填写的内容在下面，请对照新内容后再提交。")


@engagements.get("/engagements/lists/<code>/reviews/new")
@requires(ReviewAction.PLAN)
def review_form(code: str) -> ResponseReturnValue:
    subject = _list(code)
    return _ask(ReviewForm(formdata=None, held_on=clock.today()), subject)


@engagements.post("/engagements/lists/<code>/reviews/new")
@requires(ReviewAction.PLAN)
def plan_review(code: str) -> ResponseReturnValue:
    subject, form = _list(code), ReviewForm()
    form.tasks.choices = _open_tasks(subject)
    if not form.validate():
        return _ask(form, subject), 422
    review = operations.plan_review(subject, form.draft(), current_actor())
    db.session.commit()
    flash(_("会审已安排。会后在本页写结论，形成纪要。"))
    return redirect(url_for("engagements.review", review_id=review.id))


@engagements.get("/engagements/reviews/<int:review_id>")
@requires(ReviewAction.LIST)
def review(review_id: int) -> ResponseReturnValue:
    found = _review(review_id, ReviewAction.LIST)
    return _minutes(found, _blank(found))


@engagements.post("/engagements/reviews/<int:review_id>")
@requires(ReviewAction.CONCLUDE)
def conclude(review_id: int) -> ResponseReturnValue:
    found, form = _review(review_id, ReviewAction.CONCLUDE), MinutesForm()
    _offer_units(form, found)
    if not form.validate():
        return _minutes(found, form), 422
    if form.version.data != str(found.version):
        raise Moved(CHANGED)
    try:
        operations.conclude(found, form.present.data or "", form.conclusions(), current_actor())
    except Refusal as refusal:
        db.session.rollback()
        form.present.errors = [translated(refusal)]
        return _minutes(_review(review_id, ReviewAction.CONCLUDE), form), 422
    db.session.commit()
    flash(_("纪要已形成，要求已发给承办单位。"))
    return redirect(url_for("engagements.review", review_id=review_id))


def _list(code: str) -> RectificationList:
    found = list_with_code(code) or abort(404)
    authorize(ReviewAction.PLAN, found)
    return found


def _review(review_id: int, action: ReviewAction) -> JointReview:
    found = queries.review_or_none(review_id) or abort(404)
    authorize(action, found)
    return found


def _open_tasks(subject: RectificationList) -> dict[str, Any]:
    return {
        str(task.id): f"{task.number}　{task.headline}"
        for task in tasks_of_list(subject.id)
        if task.state in OPEN_STATES
    }


def _ask(form: ReviewForm, subject: RectificationList) -> str:
    form.tasks.choices = _open_tasks(subject)
    return render_template(
        "engagements/review_form.html",
        form=form,
        list=subject,
    )


def _blank(found: JointReview) -> MinutesForm:
    """The form before anything is typed: one part a task of the agenda."""
    rows = MultiDict(
        (f"items-{place}-task_id", str(item.task_id)) for place, item in enumerate(found.items)
    )
    form = MinutesForm(rows, version=found.version)
    _offer_units(form, found)
    return form


def _offer_units(form: MinutesForm, found: JointReview) -> None:
    tasks = {str(item.task_id): item.task for item in found.items}
    for entry in form.items:
        task = tasks.get(entry.form.task_id.data or "")
        units = task.units_as(*DOES_THE_WORK) if task else []
        for demand in entry.form.demands:
            demand.form.unit_id.choices = {str(unit.id): unit.label for unit in units}


def _minutes(found: JointReview, form: MinutesForm) -> str:
    asked = instructions_from(InstructionOrigin.JOINT_REVIEW, found.id)
    return render_template(
        "engagements/review.html",
        review=found,
        form=form,
        tasks={str(item.task_id): item.task for item in found.items},
        asked=asked,
        writes=found.state is ReviewState.PLANNED and may(ReviewAction.CONCLUDE, found),
        today=clock.today(),
    )
