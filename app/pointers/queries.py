"""Where pointers are looked for: reports that share marks, paired pictures, judgements."""

from collections.abc import Sequence

from sqlalchemy import func, select, union
from sqlalchemy.orm import aliased, joinedload

from app.database import db
from app.files.models import PicturePair
from app.pointers.models import PointerJudgement
from app.tasks.models import Evidence, ProgressReport, ReportMark, Task

FEWEST_MARKS = 2
SHARED = 3
"""One mark in so many must be shared."""
MOST = 12


def reports_like(report: ProgressReport) -> Sequence[ProgressReport]:
    """Reports of other tasks that share most marks with this one, the likest first."""
    ours, theirs = aliased(ReportMark), aliased(ReportMark)
    shared = func.count(theirs.value).label("shared")
    own = select(func.count(ReportMark.value)).where(ReportMark.report_id == report.id)
    found = db.session.execute(
        select(theirs.report_id, shared)
        .join(ours, ours.value == theirs.value)
        .join(ProgressReport, ProgressReport.id == theirs.report_id)
        .where(ours.report_id == report.id, ProgressReport.task_id != report.task_id)
        .group_by(theirs.report_id)
        .having(shared >= FEWEST_MARKS, shared * SHARED >= own.scalar_subquery())
        .order_by(shared.desc(), theirs.report_id.desc())
        .limit(MOST)
    ).all()
    order = [row.report_id for row in found]
    reports = db.session.scalars(
        select(ProgressReport)
        .where(ProgressReport.id.in_(order))
        .options(joinedload(ProgressReport.period))
    )
    return sorted(reports, key=lambda one: order.index(one.id))


def same_views(task_id: int) -> Sequence[tuple[Evidence, Evidence]]:
    """Evidence of a task beside other evidence of the same content or the same view."""
    own, other = aliased(Evidence), aliased(Evidence)
    mine = select(Evidence.blob_id).where(Evidence.task_id == task_id)
    pairs = union(
        select(Evidence.blob_id.label("one"), Evidence.blob_id.label("another")).where(
            Evidence.task_id == task_id
        ),
        select(PicturePair.blob_id, PicturePair.other_id).where(PicturePair.blob_id.in_(mine)),
        select(PicturePair.other_id, PicturePair.blob_id).where(PicturePair.other_id.in_(mine)),
    ).subquery("pairs")
    rows = db.session.execute(
        select(own, other)
        .join(pairs, pairs.c.one == own.blob_id)
        .join(other, (other.blob_id == pairs.c.another) & (other.id != own.id))
        .where(own.task_id == task_id)
        .order_by(own.id.desc(), other.id)
    )
    return [(first, second) for first, second in rows]


def tasks_by_key(keys: set[int]) -> dict[int, Task]:
    """Tasks with what the policy asks for."""
    tasks = db.session.scalars(select(Task).where(Task.id.in_(keys)))
    return {task.id: task for task in tasks}


def judgements_of(task_id: int) -> Sequence[PointerJudgement]:
    """Every judgement of a task's pointers, newest first."""
    return db.session.scalars(
        select(PointerJudgement)
        .where(PointerJudgement.task_id == task_id)
        .order_by(PointerJudgement.id.desc())
    ).all()
