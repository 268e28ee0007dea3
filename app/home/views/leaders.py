"""What waits for leadership: the ledger that was issued, and whatever is red."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app import clock
from app.access.actor import Actor
from app.home.drafts import Todo
from app.ledgers.queries import latest_issued
from app.tasks.queries import Scope, TaskFilter, page
from app.tasks.vocabulary import Lamp
from app.web.formatting import cn_day, days_phrase, span


def leader_todos(scope: Scope, actor: Actor) -> Iterator[Todo]:
    """The latest ledger to read and sign, and the tasks that are overdue."""
    issue = latest_issued(actor)
    if issue is not None:
        period = issue.period
        yield Todo(
            kind=_("台账"),
            title=_("%(title)s第%(number)s期", title=issue.title, number=issue.number),
            href=url_for("ledgers.issue", public_id=issue.public_id),
            why=_("%(days)s，已签发，请审阅", days=span(period.first_day, period.last_day)),
            deed=_("下载台账"),
            deed_href=url_for("ledgers.file", public_id=issue.public_id),
            due=_("本期"),
            since=_("%(day)s签发", day=cn_day(issue.issued_at)),
        )
    for line in page(scope, TaskFilter(lamp=Lamp.RED)):
        task, record = line.task, url_for("tasks.task", task_id=line.task.id)
        yield Todo(
            kind=_("红灯"),
            title=f"{task.number}　{task.headline}",
            href=record,
            why=task.counting_unit.label,
            deed=_("看任务"),
            deed_href=record,
            since=_("时限%(day)s", day=cn_day(task.due_on)),
            due_on=task.due_on,
            due=days_phrase((task.due_on - clock.today()).days) if task.due_on else "",
            late=True,
        )
