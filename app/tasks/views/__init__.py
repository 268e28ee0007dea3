"""The pages of the tasks."""

from flask import Blueprint, abort

from app.access.actions import TaskAction
from app.tasks import queries
from app.tasks.models import Task
from app.tasks.workflow import possible
from app.workflow import IllegalAction

tasks = Blueprint("tasks", __name__, url_prefix="/tasks")


def fetch(task_id: int) -> Task:
    """Return the task of an address, or answer 404."""
    return queries.task_or_none(task_id) or abort(404)


def must_be_in_turn(task: Task, action: TaskAction) -> None:
    """Refuse a form whose deed could not be done now; a closed task has none."""
    if not possible(task.state, task.step.kind if task.step else None, action):
        raise IllegalAction(task.state, action)


from app.tasks.views import evidence, instructions, progress, record, register, sources, viewing  # noqa: E402, F401  # routes
