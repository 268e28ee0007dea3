"""What waits for a signature, and what closed tasks still wait for: filing, a look-back."""

from collections.abc import Iterator
from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.access.policy import permits
from app.closeout.queries.queue import Aftercare, aftercare
from app.home.drafts import Todo
from app.inspections.vocabulary import StepKind
from app.tasks.queries import Line, Scope, TaskFilter, page, waiting_for
from app.tasks.vocabulary import TaskState
from app.web.formatting import cn_day

ALL = 1000
SOON = timedelta(days=30)
AFTERWARDS = {
    StepKind.FILING: (TaskAction.FILE, "closeout.file_form"),
    StepKind.LOOK_BACK: (TaskAction.LOOK_BACK, "closeout.look_back_form"),
}


def signing_todos(scope: Scope, actor: Actor) -> Iterator[Todo]:
    """Tasks at a step that several sign, for whoever has not signed yet."""
    for line in page(scope, TaskFilter(step=StepKind.SIGN_OFF, state=TaskState.CLOSING), limit=ALL):
        if permits(actor, TaskAction.SIGN_OFF, line.task):
            yield _to_sign(line)
    yield from _afterwards(scope, actor)


def _afterwards(scope: Scope, actor: Actor) -> Iterator[Todo]:
    """Filings, and look-backs of the next thirty days, for whoever may do them."""
    for one in aftercare(actor):
        action, endpoint = AFTERWARDS[one.kind]
        near = one.due_on is None or one.due_on <= scope.day + SOON
        if near and permits(actor, action, one.task):
            yield _to_follow(one, endpoint)


def _to_sign(line: Line) -> Todo:
    task, waiting = line.task, waiting_for(line.task)
    until = waiting.until if waiting else None
    return Todo(
        kind=_(StepKind.SIGN_OFF.label),
        title=f"{task.number}　{task.headline}",
        href=url_for("tasks.task", task_id=task.id),
        why=_("验收已通过，请签批"),
        deed=_("签批"),
        deed_href=url_for("closeout.sign_off_form", task_id=task.id),
        since=_("%(day)s转来", day=cn_day(waiting.since)) if waiting else "",
        due_on=until,
        due=cn_day(until) if until else _("尽快"),
        late=bool(waiting and waiting.late),
    )


def _to_follow(one: Aftercare, endpoint: str) -> Todo:
    task = one.task
    filing = one.kind is StepKind.FILING
    return Todo(
        kind=_(one.kind.label),
        title=f"{task.number}　{task.headline}",
        href=url_for("tasks.task", task_id=task.id),
        why=_("已销号，请报上级备案") if filing else _("已销号，请到现场回头看"),
        deed=_("登记备案") if filing else _("回头看"),
        deed_href=url_for(endpoint, task_id=task.id),
        since=_("%(day)s销号", day=cn_day(task.closed_on)),
        due_on=one.due_on,
        due=cn_day(one.due_on) if one.due_on else _("尽快"),
        late=one.late,
    )
