"""Tasks above and below each other: what was decomposed into what."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.database import db
from app.tasks.models import Task
from app.tasks.vocabulary import TaskState

STRUCK = (TaskState.CLOSED, TaskState.MERGED)


def children_of(task_id: int) -> Sequence[Task]:
    """The tasks that a task was decomposed into, list by list."""
    return db.session.scalars(
        select(Task)
        .where(Task.parent_id == task_id)
        .options(joinedload(Task.counting_unit), joinedload(Task.latest_report))
        .order_by(Task.list_id, Task.position)
    ).all()


def unfinished(tasks: Sequence[Task]) -> Sequence[Task]:
    """Those that are neither struck off nor merged; drafts too."""
    return [task for task in tasks if task.state not in STRUCK]


def unfinished_children(task_id: int) -> Sequence[Task]:
    return unfinished(children_of(task_id))


def tier_of(task: Task) -> int:
    """1 for a task of its own, 2 for one decomposed from it, 3 for one further down."""
    above: Any = task
    tier = 1
    while above.parent_id is not None:
        above, tier = above.parent, tier + 1
    return tier
