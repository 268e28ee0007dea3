"""A unit objects to one of its lines; the office decides."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import AssessmentAction
from app.assessment import operations, queries
from app.assessment.forms import DecisionForm, ObjectionForm
from app.assessment.models import AssessmentLine
from app.assessment.views import assessment
from app.database import db
from app.web.guard import authorize, current_actor, requires


@assessment.get("/lines/<int:line_id>/objection")
@requires(AssessmentAction.OBJECT)
def objection_form(line_id: int) -> ResponseReturnValue:
    return _ask(_line(line_id, AssessmentAction.OBJECT), ObjectionForm())


@assessment.post("/lines/<int:line_id>/objection")
@requires(AssessmentAction.OBJECT)
def object_to(line_id: int) -> ResponseReturnValue:
    line, form = _line(line_id, AssessmentAction.OBJECT), ObjectionForm()
    if not form.validate():
        return _ask(line, form), 422
    operations.object_to(line, form.text.data or "", current_actor())
    return _done(line, _("异议已提出，整改办答复前不会通报。"))


@assessment.get("/lines/<int:line_id>/decision")
@requires(AssessmentAction.DECIDE)
def decision_form(line_id: int) -> ResponseReturnValue:
    return _ask(_line(line_id, AssessmentAction.DECIDE), DecisionForm())


@assessment.post("/lines/<int:line_id>/decision")
@requires(AssessmentAction.DECIDE)
def decide(line_id: int) -> ResponseReturnValue:
    line, form = _line(line_id, AssessmentAction.DECIDE), DecisionForm()
    if not form.validate():
        return _ask(line, form), 422
    upheld = form.upheld.data == "1"
    operations.decide(line, form.answer.data or "", current_actor(), upheld=upheld)
    return _done(line, _("已答复。"))


def _line(line_id: int, action: AssessmentAction) -> AssessmentLine:
    line = queries.line_or_none(line_id) or abort(404)
    authorize(action, line)
    return line


def _done(line: AssessmentLine, said: str) -> ResponseReturnValue:
    db.session.commit()
    flash(said)
    return redirect(url_for("assessment.result", assessment_id=line.assessment_id))


def _ask(line: AssessmentLine, form: ObjectionForm | DecisionForm) -> str:
    return render_template(
        "assessment/line_form.html",
        line=line,
        form=form,
        decides=isinstance(form, DecisionForm),
    )
