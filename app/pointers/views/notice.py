"""The amber box above a task: what does not add up, for those who judge it."""

from flask import render_template
from markupsafe import Markup

from app.access.actions import TaskAction
from app.pointers.queries import judgements_of
from app.pointers.views.telling import lines
from app.tasks.models import Task
from app.tasks.views.panels import Panel, Place, register_panel
from app.web.guard import may

ORDER = 10


def notice(task: Task) -> Panel | None:
    """Draw the box; whoever may not judge, the unit pointed at among them, has none."""
    if not may(TaskAction.JUDGE_POINTER, task):
        return None
    found = lines(task)
    standing = {line.judgement.id for line in found if line.judgement}
    gone = [one for one in judgements_of(task.id) if one.id not in standing]
    if not found and not gone:
        return None
    drawn = render_template("pointers/notice.html", lines=found, gone=gone)
    return Panel(Place.NOTICE, Markup(drawn), "pointers")  # noqa: S704  # escaped by the template


register_panel("pointers", ORDER, notice)
