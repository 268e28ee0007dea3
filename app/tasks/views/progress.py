"""Reporting this period's progress, beside what was said in the last one."""

from collections.abc import Mapping
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.database import db
from app.tasks import operations, queries
from app.tasks.forms import ProgressForm, progress_form
from app.tasks.models import ProgressReport, Task
from app.tasks.views import fetch, must_be_in_turn, tasks
from app.tasks.views.chosen import scope_of
from app.tasks.views.dossier import pictures
from app.tasks.views.parts import rows_of_form
from app.tasks.views.periods import OpenPeriod, open_period
from app.tasks.views.reading import read
from app.web.guard import authorize, current_actor, requires


@tasks.get("/<int:task_id>/progress", endpoint="progress_form")
@requires(TaskAction.REPORT_PROGRESS)
def ask_for_progress(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.REPORT_PROGRESS, subject)
    must_be_in_turn(subject, TaskAction.REPORT_PROGRESS)
    kept = queries.progress_draft(task_id, actor.person_id)
    return _ask(subject, _form(subject, kept.typed if kept else _prefilled(subject)))


@tasks.post("/<int:task_id>/progress")
@requires(TaskAction.REPORT_PROGRESS)
def report_progress(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.REPORT_PROGRESS, subject)
    must_be_in_turn(subject, TaskAction.REPORT_PROGRESS)
    form = _form(subject)
    if request.form.get("save") == "derive":
        return _ask(subject, form)
    if "save" in request.form:
        operations.save_draft(subject, form.typed(), actor)
        db.session.commit()
        flash(_("草稿已存，只有您自己看得到；提交后才算报过。"))
        return redirect(_after_saving(task_id))
    if _needs_reason(subject, form) or not form.validate():
        return _ask(subject, form), 422
    report = operations.report_progress(subject, form.draft(), actor)
    db.session.commit()
    flash(_("本期进展已提交（第%(version)s版），整改办可以看到。", version=report.version_no))
    return redirect(url_for("tasks.task", task_id=task_id))


def _form(subject: Task, begin: Mapping[str, Any] | None = None) -> ProgressForm:
    return progress_form(queries.parts_of(subject), begin)


def _after_saving(task_id: int) -> str:
    """Back to the form; or to the upload, which leads back to the form in its turn."""
    if request.form["save"] == "evidence":
        return url_for("tasks.evidence_form", task_id=task_id, then="progress")
    return url_for("tasks.progress_form", task_id=task_id)


def _needs_reason(subject: Task, form: ProgressForm) -> bool:
    """A second report of the same period is a correction, and says why."""
    form.validate()
    if _reported(subject) is None or form.reason.data:
        return False
    form.reason.errors = [*form.reason.errors, _("本期已报过，要更正请写明理由。")]
    return True


def _reported(subject: Task) -> int | None:
    """Return the version that this period's report stands at, if there is one."""
    period = open_period(subject.rectification_list)
    latest = queries.latest_version(subject.id, period.id) if period.id else None
    return latest.version_no if latest else None


def _prefilled(subject: Task) -> dict[str, object]:
    """The last report's figures and outlook; what was done is written anew in a new period."""
    last = subject.latest_report
    if last is None:
        return {}
    return {
        "percent": last.percent,
        "pace": last.pace.value,
        "text": last.text if _reported(subject) else "",
        "difficulties": last.difficulties,
        "next_step": last.next_step,
    }


def _last_period(subject: Task, period: OpenPeriod) -> ProgressReport | None:
    """Return what stands beside the form: the last report of an earlier period."""
    reports = queries.reports_of(subject.id)
    return next((report for report in reports if report.period_id != period.id), None)


def _ask(subject: Task, form: ProgressForm) -> str:
    actor = current_actor()
    kept = queries.progress_draft(subject.id, actor.person_id)
    scope = scope_of((subject.rectification_list,), actor, below=True)
    period = open_period(subject.rectification_list)
    last = _last_period(subject, period)
    line = queries.line_of(scope, subject.id) or abort(404)
    return render_template(
        "tasks/progress_form.html",
        task=subject,
        headline=subject.headline,
        form=form,
        reading=read(line),
        last=last,
        version=_reported(subject),
        parts=rows_of_form(form, last),
        period=period,
        saved_at=kept.saved_at if kept else None,
        pictures=pictures(queries.present(queries.evidence_of(subject.id))),
    )
