"""What was recorded of a list's tasks between two cut-offs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select

from app.database import db
from app.tasks.models import Evidence, ProgressReport, Task, TaskEvent


def reports_with_ids(report_ids: Iterable[int]) -> Mapping[int, ProgressReport]:
    found = db.session.scalars(select(ProgressReport).where(ProgressReport.id.in_(set(report_ids))))
    return {report.id: report for report in found}


def events_between(list_id: int, since: datetime | None, until: datetime) -> Sequence[TaskEvent]:
    """What was recorded of a list's tasks after one moment up to another, in that order."""
    wanted = (
        select(TaskEvent)
        .join(Task, Task.id == TaskEvent.task_id)
        .where(Task.list_id == list_id, TaskEvent.recorded_at <= until)
        .order_by(TaskEvent.id)
    )
    if since is not None:
        wanted = wanted.where(TaskEvent.recorded_at > since)
    return db.session.scalars(wanted).all()


def evidence_counts(list_id: int, since: datetime | None, until: datetime) -> Mapping[int, int]:
    """How many files were attached to each task after one moment up to another."""
    wanted = (
        select(Evidence.task_id, func.count())
        .join(Task, Task.id == Evidence.task_id)
        .where(Task.list_id == list_id, Evidence.uploaded_at <= until)
        .group_by(Evidence.task_id)
    )
    if since is not None:
        wanted = wanted.where(Evidence.uploaded_at > since)
    return {task_id: count for task_id, count in db.session.execute(wanted)}  # noqa: C416  # rows, not pairs
