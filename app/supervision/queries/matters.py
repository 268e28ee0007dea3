"""What the rules of a list find: tasks long overdue, or long without a report."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select

from app.database import db
from app.inspections.models import Period
from app.supervision.models import Letter
from app.supervision.vocabulary import LetterState
from app.tasks.models import ProgressReport, Task
from app.tasks.vocabulary import TaskState

MANY = 60


def open_matter(matter: str) -> Letter | None:
    """The letter that a rule drafted for this and that is not ended or withdrawn."""
    return db.session.scalar(
        select(Letter).where(
            Letter.matter == matter,
            Letter.state.in_([LetterState.DRAFT, LetterState.REVIEWED, LetterState.ISSUED]),
        )
    )


def silent_since(list_id: int, moment: datetime) -> Mapping[int, int]:
    """Periods closed by the moment, at most MANY, that each task last handed over before them
    has let pass without a report since its last one.
    """
    periods = db.session.scalars(
        select(Period)
        .where(Period.list_id == list_id, Period.cutoff_at <= moment)
        .order_by(Period.last_day.desc())
        .limit(MANY)
    ).all()
    reported = select(ProgressReport.task_id, ProgressReport.period_id).join(Task)
    known = {tuple(row) for row in db.session.execute(reported.where(Task.list_id == list_id))}
    tasks = db.session.execute(
        select(Task.id, Task.handed_over_on).where(
            Task.list_id == list_id, Task.state == TaskState.IN_RECTIFICATION
        )
    ).all()
    return {
        task_id: _silent(
            task_id, [one for one in periods if given and given <= one.first_day], known
        )
        for task_id, given in tasks
    }


def _silent(task_id: int, periods: list[Period], known: set[tuple[int, ...]]) -> int:
    for count, period in enumerate(periods):
        if (task_id, period.id) in known:
            return count
    return len(periods)


def overdue_by(list_id: int, day: date, days: int) -> Sequence[Task]:
    """Tasks of a list that are so many days past their deadline and not done."""
    return db.session.scalars(
        select(Task).where(
            Task.list_id == list_id,
            Task.state == TaskState.IN_RECTIFICATION,
            Task.due_on <= day - timedelta(days=days),
        )
    ).all()
