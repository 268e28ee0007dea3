"""The pages of close-out: the steps of one task, the procedures, the desk of what waits."""

from flask import Blueprint, abort

from app.tasks.models import Task
from app.tasks.queries import task_or_none

closeout = Blueprint("closeout", __name__, url_prefix="/tasks/<int:task_id>/close-out")
procedures = Blueprint("procedures", __name__, url_prefix="/procedures")
desk = Blueprint("desk", __name__, url_prefix="/close-out")


def fetch(task_id: int) -> Task:
    """Return the task of an address, or answer 404."""
    return task_or_none(task_id) or abort(404)


from app.closeout.views import (  # noqa: E402, F401  # routes and panels
    after,
    applying,
    criteria,
    judging,
    panels,
    queue,
    sessions,
    versions,
)
