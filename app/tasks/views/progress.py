"""Reporting this period's progress, beside what was said in the last one."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import TaskAction
from app.database import db
from app.inspections import queries as inspections
from app.tasks import operations, queries
from app.tasks.forms import ProgressForm
from app.tasks.models import Task
from app.tasks.views import fetch, tasks
from app.web.guard import authorize, current_actor, requires


@tasks.get("/<int:task_id>/progress")
@requires(TaskAction.REPORT_PROGRESS)
def progress_form(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.REPORT_PROGRESS, subject)
    kept = queries.progress_draft(task_id, actor.person_id)
    return _ask(subject, ProgressForm(data=kept.typed if kept else _prefilled(subject)))


@tasks.post("/<int:task_id>/progress")
@requires(TaskAction.REPORT_PROGRESS)
def report_progress(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    actor = authorize(TaskAction.REPORT_PROGRESS, subject)
    form = ProgressForm()
    if "save" in request.form:
        operations.save_draft(subject, form.typed(), actor)
        db.session.commit()
        flash(_("草稿已存，只有您自己看得到；提交后才算报过。"))
        return redirect(url_for("tasks.progress_form", task_id=task_id))
    if _needs_reason(subject, form) or not form.validate():
        return _ask(subject, form), 422
    report = operations.report_progress(subject, form.draft(), actor)
    db.session.commit()
    flash(_("本期进展已提交（第%(version)s版），整改办可以看到。", version=report.version_no))
    return redirect(url_for("tasks.task", task_id=task_id))


def _needs_reason(subject: Task, form: ProgressForm) -> bool:
    """A second report of the same period is a correction, and says why."""
    form.validate()
    if _reported(subject) is None or form.reason.data:
        return False
    form.reason.errors = [*form.reason.errors, _("本期已报过，要更正请写明理由。")]
    return True


def _reported(subject: Task) -> int | None:
    """Return the version that this period's report stands at, if there is one."""
    period = inspections.period_open_at(subject.list_id, clock.now())
    latest = queries.latest_version(subject.id, period.id) if period else None
    return latest.version_no if latest else None


def _prefilled(subject: Task) -> dict[str, object]:
    """The last report's figures and outlook; what was done is always written anew."""
    last = subject.latest_report
    if last is None:
        return {}
    return {
        "percent": last.percent,
        "pace": last.pace.value,
        "difficulties": last.difficulties,
        "next_step": last.next_step,
    }


def _ask(subject: Task, form: ProgressForm) -> str:
    kept = queries.progress_draft(subject.id, current_actor().person_id)
    return render_template(
        "tasks/progress_form.html",
        task=subject,
        form=form,
        last=subject.latest_report,
        version=_reported(subject),
        period=inspections.period_open_at(subject.list_id, clock.now()),
        saved_at=kept.saved_at if kept else None,
        evidence=queries.evidence_of(subject.id),
    )
