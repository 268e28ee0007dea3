"""The page that shows a task's own lines of the documents that it was read from."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.access.actions import TaskAction
from app.tasks import queries
from app.tasks.views import fetch, tasks
from app.tasks.views.provenance import places, sources
from app.web.guard import authorize, requires


@tasks.get("/<int:task_id>/source")
@requires(TaskAction.READ)
def source(task_id: int) -> ResponseReturnValue:
    """Whoever may see the task sees its lines; those of other tasks are not kept with it."""
    subject = fetch(task_id)
    authorize(TaskAction.READ, subject)
    wanted = request.args.get("field", "")
    return render_template(
        "tasks/source.html",
        task=subject,
        headline=subject.headline,
        wanted=wanted,
        places=places(subject, queries.events_of(task_id)),
        sources=sources(subject, wanted),
    )
