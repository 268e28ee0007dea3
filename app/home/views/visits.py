"""Visits of sponsoring leaders: a leader's own that are due, and for the office the overdue."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app.access.actor import Actor
from app.access.roles import Role
from app.engagements.queries import Sponsoring, sponsorings
from app.home.drafts import Todo
from app.tasks.queries import Scope
from app.web.formatting import cn_day, days_phrase

SOON = 7


def visit_todos(scope: Scope, actor: Actor) -> Iterator[Todo]:
    """A leader's own visits within the week, and for the office whatever is overdue."""
    for one in sponsorings(actor, scope.day):
        if one.next_on is None:
            continue
        own = one.sponsor.person_id == actor.person_id
        left = (one.next_on - scope.day).days
        if (own and left <= SOON) or (one.days_late and actor.has(Role.OFFICE)):
            yield _todo(one, left, own=own)


def _todo(one: Sponsoring, left: int, *, own: bool) -> Todo:
    task, leader = one.sponsor.task, one.sponsor
    return Todo(
        kind=_("包案到场"),
        title=f"{task.number}　{task.headline}",
        href=url_for("tasks.task", task_id=task.id),
        why=_("您包案的任务，请到场查看")
        if own
        else _("%(leader)s未按期到场", leader=leader.called),
        deed=_("记录到场"),
        deed_href=url_for("engagements.visit_form", sponsor_id=leader.id),
        since=_("%(day)s到场", day=cn_day(one.last_on)) if one.last_on else _("还没有到场"),
        due_on=one.next_on,
        due=_("超期%(days)s天", days=one.days_late) if one.days_late else days_phrase(left),
        late=bool(one.days_late),
    )
