"""Reporting progress, and keeping what has been typed so far."""

from collections.abc import Mapping
from typing import Any

from app import clock
from app.access.actions import TaskAction
from app.access.actor import DOES_THE_WORK, Actor
from app.access.roles import Role
from app.database import db
from app.inspections.operations import period_at
from app.tasks import queries
from app.tasks.drafts import PartsFact, ReportDraft
from app.tasks.models import ProgressDraft, ProgressReport, ReportMark, Task
from app.tasks.operations.moving import Deed, acting_unit, move
from app.tasks.operations.reporting import changed, record_parts
from app.tasks.parsing import marks
from app.wording import N_, Refusal


def report_progress(task: Task, draft: ReportDraft, actor: Actor) -> ProgressReport:
    """Submit the report of the period that is open now; a second one is a new version."""
    period = period_at(task.rectification_list, clock.now())
    earlier = queries.latest_version(task.id, period.id)
    if earlier is not None and not draft.reason:
        raise Refusal(N_("本期已报过进展。要更正请写明理由，系统另存一版。"))
    before = queries.parts_of(task)
    after = before.with_said(draft.parts)
    report = ProgressReport(
        task_id=task.id,
        period_id=period.id,
        version_no=earlier.version_no + 1 if earlier else 1,
        unit_id=acting_unit(task, actor, (Role.UNIT, DOES_THE_WORK)),
        author_id=actor.person_id,
        author_name=actor.name,
        submitted_at=clock.now(),
        percent=_percent(after, draft),
        parts=after.kept(),
        spent=after.spent,
        reason=draft.reason if earlier else None,
        **_words(draft),
    )
    db.session.add(report)
    db.session.flush()
    db.session.add_all(
        ReportMark(report_id=report.id, value=mark) for mark in sorted(marks(report.text))
    )
    record_parts(task, draft.parts, report)
    _note(task, report, actor, changed(before, after))
    discard_draft(task, actor)
    return report


def _words(draft: ReportDraft) -> dict[str, Any]:
    """What a report says as it was written."""
    return {
        "text": draft.text,
        "pace": draft.pace,
        "difficulties": draft.difficulties,
        "next_step": draft.next_step,
    }


def _percent(parts: PartsFact, draft: ReportDraft) -> int:
    """What follows from the parts; the unit's own figure only where nothing does."""
    derived = parts.percent
    percent = draft.percent if derived is None else derived
    if percent is None:
        raise Refusal(N_("本项没有可计的措施、点位和指标，请自报整体进度。"))
    return percent


def _note(
    task: Task,
    report: ProgressReport,
    actor: Actor,
    parts: tuple[Mapping[str, Any], Mapping[str, Any]],
) -> None:
    last = task.latest_report
    detail: dict[str, Any] = {
        "report_id": report.id,
        "version": report.version_no,
        "percent": report.percent,
        "percent_before": last.percent if last else None,
        "pace": report.pace.value,
    }
    before, after = parts
    if after:
        detail["parts"] = after
    earlier = {"parts": before} if before else {}
    task.latest_report = report
    move(
        task,
        Deed(TaskAction.REPORT_PROGRESS, note=report.reason, detail=detail, earlier=earlier),
        actor,
    )


def save_draft(task: Task, typed: Mapping[str, Any], actor: Actor) -> None:
    """Keep what the actor has typed of a report; nobody else sees it, and nothing counts it."""
    found = queries.progress_draft(task.id, actor.person_id)
    if found is None:
        found = ProgressDraft(task_id=task.id, person_id=actor.person_id)
        db.session.add(found)
    found.saved_at, found.typed = clock.now(), dict(typed)


def discard_draft(task: Task, actor: Actor) -> None:
    found = queries.progress_draft(task.id, actor.person_id)
    if found is not None:
        db.session.delete(found)
