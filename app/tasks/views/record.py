"""The page of one task, and the deeds that the office and the units do from it."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.access.actor import Part
from app.database import db
from app.tasks import operations, queries
from app.tasks.forms import CorrectionForm
from app.tasks.models import Task
from app.tasks.views import fetch, must_be_in_turn, tasks
from app.tasks.views.chosen import scope_of
from app.tasks.views.dossier import changes, entries, pictures, shares
from app.tasks.views.offers import offers
from app.tasks.views.outlook import names, outlook
from app.tasks.views.panels import Place, panels
from app.tasks.views.particulars import particulars
from app.tasks.views.parts import measured
from app.tasks.views.periods import open_period
from app.tasks.views.provenance import places
from app.tasks.views.reading import read
from app.tasks.views.steps import step_line
from app.units.queries import tree
from app.web.guard import authorize, requires
from app.wording import N_, Moved


@tasks.get("/<int:task_id>")
@requires(TaskAction.READ)
def task(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.READ, subject)
    scope = scope_of((subject.rectification_list,), actor, below=True)
    line = queries.line_of(scope, task_id) or abort(404)
    period = open_period(subject.rectification_list)
    return render_template(
        "tasks/task.html",
        task=subject,
        headline=subject.headline,
        reading=read(line),
        neighbours=queries.neighbours(scope, subject),
        offers=offers(subject),
        waiting=queries.waiting_for(subject),
        outlook=outlook(subject, period),
        period=period,
        shares=shares(subject),
        particulars=particulars(subject.particulars),
        checkers=names(subject.units_as(Part.SUPERVISING, Part.ACCEPTANCE)),
        **_past(subject),
    )


def _past(subject: Task) -> dict[str, object]:
    """Everything that has been said of the task and done to it, here and by other slices."""
    events = queries.events_of(subject.id)
    reports = queries.reports_of(subject.id)
    before = queries.before(reports)
    evidence = queries.evidence_of(subject.id)
    report = reports[0] if reports else None
    return {
        "steps": step_line(subject, events),
        "places": places(subject, events),
        "entries": entries(events),
        "reports": reports,
        "report": report,
        "before": before,
        "changes": changes(report, before, evidence),
        "pictures": pictures(queries.present(evidence)),
        "panels": panels(subject),
        **_parts(subject),
        "Place": Place,
    }


def _parts(subject: Task) -> dict[str, object]:
    """How the parts of the task stand today."""
    now = queries.parts_of(subject)
    return {
        "parts": now,
        "indicators": measured(now),
        "photos": queries.photos_by_site(subject.id),
    }


@tasks.post("/<int:task_id>/hand-over")
@requires(TaskAction.HAND_OVER)
def hand_over_one(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.HAND_OVER, subject)
    operations.hand_over(subject, actor)
    db.session.commit()
    flash(_("已交办，责任单位和督导单位现在可以看到。"))
    return redirect(url_for("tasks.task", task_id=task_id))


@tasks.post("/<int:task_id>/sign")
@requires(TaskAction.SIGN)
def sign(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.SIGN, subject)
    operations.sign(subject, actor)
    db.session.commit()
    flash(_("已签收。接下来请按期报进展。"))
    return redirect(url_for("tasks.task", task_id=task_id))


@tasks.get("/<int:task_id>/correction")
@requires(TaskAction.CORRECT)
def correction_form(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    authorize(TaskAction.CORRECT, subject)
    must_be_in_turn(subject, TaskAction.CORRECT)
    form = CorrectionForm(
        problem=subject.problem,
        target=subject.target,
        lead_unit_id=subject.counting_unit_id,
        version=subject.version,
    )
    return _ask(subject, form)


@tasks.post("/<int:task_id>/correction")
@requires(TaskAction.CORRECT)
def correct(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.CORRECT, subject)
    form = CorrectionForm()
    form.lead_unit_id.choices = _units()
    if not form.validate():
        return _ask(subject, form), 422
    if form.version.data != str(subject.version):
        raise Moved(N_("这项任务刚被别人改过。您填写的内容在下面，请对照新内容后再提交。"))
    operations.correct(subject, form.correction(), actor)
    db.session.commit()
    flash(_("已更正，原内容和理由留在记录里。"))
    return redirect(url_for("tasks.task", task_id=task_id))


def _ask(subject: Task, form: CorrectionForm) -> str:
    form.lead_unit_id.choices = _units()
    return render_template(
        "tasks/correction_form.html",
        task=subject,
        headline=subject.headline,
        form=form,
        shares=shares(subject),
    )


def _units() -> dict[str, Any]:
    return {str(unit.id): unit.name for unit in tree()}
