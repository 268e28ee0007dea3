"""The pages of the tasks."""

from flask import Blueprint, abort

from app.tasks import queries
from app.tasks.models import Task

tasks = Blueprint("tasks", __name__, url_prefix="/tasks")


def fetch(task_id: int) -> Task:
    """Return the task of an address, or answer 404."""
    return queries.task_or_none(task_id) or abort(404)


from app.tasks.views import evidence, progress, record, register  # noqa: E402, F401  # routes
