"""What a task's page says of its publicity: window, days left, objections in the office's words."""

from flask import render_template
from flask_babel import gettext as _
from markupsafe import Markup

from app.access.actions import PublicationAction
from app.inspections.vocabulary import StepKind
from app.publication import queries
from app.publication.views.words import length, row
from app.publication.vocabulary import Standing
from app.tasks.models import Task
from app.tasks.views.panels import Panel, Place
from app.web.guard import may


def publicity_panel(task: Task) -> Panel | None:
    """Draw the publicities of a task; none before it has come to that step."""
    lines = queries.lines(queries.publicities_of(task.id))
    at_step = task.step is not None and task.step.kind is StepKind.PUBLICITY
    unopened = at_step and not any(line.standing is not Standing.WITHDRAWN for line in lines)
    if not lines and not unopened:
        return None
    body = render_template(
        "publication/panel.html",
        task=task,
        rows=[row(line) for line in lines],
        length=length,
        unopened=unopened,
        may_read=may(PublicationAction.READ, task),
    )
    count = sum(len(line.publicity.objections) for line in lines)
    return Panel(Place.MAIN, Markup(body), key="publicity", tab=_("公示"), count=str(count or ""))  # noqa: S704  # our own template, escaped there
