"""What was asked for on tasks and waits: for the unit's answer, or for the office to settle it."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.access.policy import permits
from app.home.drafts import Todo
from app.tasks.models import Instruction
from app.tasks.queries import Scope, unsettled
from app.web.formatting import cn_day, days_phrase


def asked_todos(_scope: Scope, actor: Actor) -> Iterator[Todo]:
    """Instructions to answer, to settle, or overdue with somebody else."""
    for given in unsettled(actor):
        if given.answered_at is None and permits(actor, TaskAction.ANSWER, given.task):
            yield _todo(given, _("答复"), url_for("tasks.answer_form", instruction_id=given.id))
        elif given.answered_at is not None and permits(actor, TaskAction.SETTLE, given.task):
            yield _todo(given, _("核对答复"), _page(given))


def _todo(given: Instruction, deed: str, href: str) -> Todo:
    late = given.days_late(clock.today())
    return Todo(
        kind=_(given.origin.label),
        title=f"{given.task.number}　{given.text}",
        href=_page(given),
        why=given.unit.label,
        deed=deed,
        deed_href=href,
        since=_("%(day)s提出", day=cn_day(given.given_at)),
        due_on=given.due_on,
        due=_("超期%(days)s天", days=late)
        if late
        else days_phrase((given.due_on - clock.today()).days),
        late=bool(late),
    )


def _page(given: Instruction) -> str:
    return url_for("tasks.task", task_id=given.task_id, _anchor="instructions")
