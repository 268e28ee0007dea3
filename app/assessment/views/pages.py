"""The list of assessments, setting points, drafting one, reading it, announcing, publishing."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import AssessmentAction
from app.assessment import operations, queries
from app.assessment.drafts import Points
from app.assessment.forms import PeriodForm, PointsForm
from app.assessment.models import Assessment
from app.assessment.views import assessment
from app.assessment.vocabulary import DEFINITIONS, AssessmentState, PointKind
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.queries import list_or_none, list_with_code, lists_in_area
from app.web.formatting import translated
from app.web.guard import authorize, current_actor, may, requires
from app.wording import Refusal


@assessment.get("/")
@requires(AssessmentAction.LIST)
def assessments() -> ResponseReturnValue:
    return _overview(PeriodForm(formdata=None))


@assessment.post("/")
@requires(AssessmentAction.DRAFT)
def draft() -> ResponseReturnValue:
    actor, form = authorize(AssessmentAction.DRAFT), PeriodForm()
    form.list.choices = {str(one.id): one.name for one in lists_in_area(actor)}
    if not form.validate():
        return _overview(form), 422
    subject = list_or_none(form.list.data) or abort(404)
    authorize(AssessmentAction.DRAFT, subject)
    try:
        made = operations.draft(subject, *form.days(), actor)
    except Refusal as refusal:
        form.last_day.errors = [translated(refusal)]
        return _overview(form), 422
    db.session.commit()
    flash(_("考核草稿已算出，核对后征求异议。"))
    return redirect(url_for("assessment.result", assessment_id=made.id))


@assessment.get("/<int:assessment_id>")
@requires(AssessmentAction.READ)
def result(assessment_id: int) -> ResponseReturnValue:
    found = _fetch(assessment_id, AssessmentAction.READ)
    return render_template(
        "assessment/result.html",
        assessment=found,
        scores=queries.scores(found, current_actor()),
        points=found.rules.points,
        kinds=PointKind,
        meanings=DEFINITIONS,
        waiting=queries.count_open_objections(found),
        is_draft=found.state is AssessmentState.DRAFT,
        is_open=found.state is AssessmentState.ANNOUNCED,
        keeps=may(AssessmentAction.ANNOUNCE, found),
        objects=may(AssessmentAction.OBJECT, found),
    )


@assessment.post("/<int:assessment_id>/redraft")
@requires(AssessmentAction.DRAFT)
def redraft(assessment_id: int) -> ResponseReturnValue:
    found = _fetch(assessment_id, AssessmentAction.DRAFT)
    operations.redraft(found, current_actor())
    return _done(found, _("已按现在的记录和分值重新计算。"))


@assessment.post("/<int:assessment_id>/announce")
@requires(AssessmentAction.ANNOUNCE)
def announce(assessment_id: int) -> ResponseReturnValue:
    found = _fetch(assessment_id, AssessmentAction.ANNOUNCE)
    operations.announce(found, current_actor())
    return _done(found, _("各单位现在看得到本单位的计分，可以提出异议。"))


@assessment.post("/<int:assessment_id>/publish")
@requires(AssessmentAction.PUBLISH)
def publish(assessment_id: int) -> ResponseReturnValue:
    found = _fetch(assessment_id, AssessmentAction.PUBLISH)
    operations.publish(found, current_actor())
    return _done(found, _("已通报，分数和名次不再变动。"))


@assessment.get("/lists/<code>/points")
@requires(AssessmentAction.SET_POINTS)
def points_form(code: str) -> ResponseReturnValue:
    subject = _list(code)
    rules = queries.latest_rules(subject.id)
    points = rules.points if rules else Points()
    worth = {kind.value: value for kind, value in points.worth.items()}
    form = PointsForm(formdata=None, base=points.base, ahead_days=points.ahead_days, worth=worth)
    return _ask_points(subject, form)


@assessment.post("/lists/<code>/points")
@requires(AssessmentAction.SET_POINTS)
def set_points(code: str) -> ResponseReturnValue:
    subject, form = _list(code), PointsForm()
    if not form.validate():
        return _ask_points(subject, form), 422
    operations.set_points(subject, form.points(), current_actor())
    db.session.commit()
    flash(_("分值已保存，以后编制和重新计算的考核按它计分。"))
    return redirect(url_for("assessment.assessments"))


def _fetch(assessment_id: int, action: AssessmentAction) -> Assessment:
    found = queries.assessment_or_none(assessment_id) or abort(404)
    authorize(action, found)
    return found


def _list(code: str) -> RectificationList:
    found = list_with_code(code) or abort(404)
    authorize(AssessmentAction.SET_POINTS, found)
    return found


def _done(found: Assessment, said: str) -> ResponseReturnValue:
    db.session.commit()
    flash(said)
    return redirect(url_for("assessment.result", assessment_id=found.id))


def _overview(form: PeriodForm) -> str:
    actor = current_actor()
    lists = lists_in_area(actor)
    form.list.choices = {str(one.id): one.name for one in lists}
    return render_template(
        "assessment/assessments.html",
        assessments=queries.assessments_for(actor),
        form=form,
        lists=lists,
        keeps=may(AssessmentAction.DRAFT) and bool(lists),
    )


def _ask_points(subject: RectificationList, form: PointsForm) -> str:
    return render_template(
        "assessment/points_form.html",
        form=form,
        list=subject,
        kinds=PointKind,
        meanings=DEFINITIONS,
    )
