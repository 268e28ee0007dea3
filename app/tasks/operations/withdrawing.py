"""Taking drafts off a list again, as if their import had never been confirmed."""

from sqlalchemy import delete

from app.database import db
from app.tasks.models import Task, TaskEvent
from app.tasks.queries import events_of
from app.tasks.vocabulary import TaskState


def is_untouched(task: Task) -> bool:
    """A draft that nothing has happened to since it was opened."""
    return task.state is TaskState.DRAFT and len(events_of(task.id)) == 1


def withdraw(task: Task) -> None:
    """Remove an untouched draft with its only event; the audit trail keeps both."""
    db.session.execute(delete(TaskEvent).where(TaskEvent.task_id == task.id))
    db.session.delete(task)
    db.session.flush()
