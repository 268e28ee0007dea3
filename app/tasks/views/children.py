"""What a task's page says of the tasks below it, and of the one above."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template
from flask_babel import gettext as _
from markupsafe import Markup

from app import clock
from app.access.actions import TaskAction
from app.tasks import queries
from app.tasks.models import Task
from app.tasks.queries import Line, Scope
from app.tasks.views.panels import Panel, Place
from app.tasks.views.reading import Reading, read
from app.web.guard import current_actor, may


@dataclass(frozen=True)
class Child:
    """One task below; without a reading where the reader may know its number and unit alone."""

    task: Task
    reading: Reading | None


def children_panel(task: Task) -> Panel | None:
    """Draw every task below, with how it stands where the reader may see it."""
    below = queries.children_of(task.id)
    if not below:
        return None
    lines = _lines(task, below)
    body = render_template(
        "tasks/children_panel.html",
        children=[Child(one, read(lines[one.id]) if one.id in lines else None) for one in below],
        unfinished=len(queries.unfinished(below)),
    )
    return _panel(Place.MAIN, body, key="children", tab=_("下级任务"), count=str(len(below)))


def _lines(task: Task, below: Sequence[Task]) -> dict[int, Line]:
    """How the children stand that the reader may see, by key."""
    lists = {one.list_id: one.rectification_list for one in below}
    scope = Scope(
        tuple(lists.values()), clock.today(), actor=current_actor(), drafts=True, below=True
    )
    return {line.task.id: line for line in queries.lines_below(scope, task.id)}


def parent_panel(task: Task) -> Panel | None:
    """Draw the number of the task above; it leads there where the reader may see it."""
    parent = task.parent
    if parent is None:
        return None
    body = render_template(
        "tasks/parent_panel.html", parent=parent, seen=may(TaskAction.READ, parent)
    )
    return _panel(Place.HEAD, body)


def _panel(place: Place, body: str, key: str = "", tab: str = "", count: str = "") -> Panel:
    return Panel(place, Markup(body), key, tab, count)  # noqa: S704  # our own template, escaped there
