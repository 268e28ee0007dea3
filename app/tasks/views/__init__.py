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


from app.tasks.views import (  # noqa: E402, F401  # routes
    children,
    decomposing,
    evidence,
    gallery,
    instructions,
    linking,
    progress,
    record,
    register,
    sources,
    viewing,
)
from app.tasks.views.panels import register_panel  # noqa: E402  # after the blueprint

register_panel("parent", 10, children.parent_panel)
register_panel("children", 10, children.children_panel)
register_panel("links", 30, linking.links_panel)
