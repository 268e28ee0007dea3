"""What waits for the office and the petition clerk: open, read, examine, confirm."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app import clock
from app.access.actor import Actor
from app.access.roles import Role
from app.home.drafts import Todo
from app.publication.models import Objection
from app.publication.queries import (
    Line,
    examine_until,
    publicities_over,
    tasks_to_publish,
    unexamined_for,
)
from app.tasks.models import Task
from app.web.formatting import cn_day, days_phrase


def publicity_todos(actor: Actor) -> Iterator[Todo]:
    """Each role's own part: whoever has both sees both."""
    if actor.has(Role.PETITION_CLERK):
        for one in unexamined_for(actor, Role.PETITION_CLERK):
            if one.wording is None:
                yield _objection(one, _("请写明理由查看原文，写出摘要"), _("写摘要"))
    if actor.has(Role.OFFICE):
        yield from map(_to_publish, tasks_to_publish(actor))
        for one in unexamined_for(actor, Role.OFFICE):
            why = _("公示停止计时，请核实后答复") if one.wording else _("等信访经办人写摘要")
            yield _objection(one, why, _("审查异议") if one.wording else _("看异议"))
        yield from map(_to_end, publicities_over(actor))


def _to_publish(task: Task) -> Todo:
    return Todo(
        kind=_("公示"),
        title=_title(task),
        href=url_for("tasks.task", task_id=task.id),
        why=_("验收已通过，待公示"),
        deed=_("办理公示"),
        deed_href=url_for("publication.open_form", task_id=task.id),
        since=_("%(day)s转来", day=cn_day(task.step_since)),
        due=_("尽快"),
    )


def _to_end(line: Line) -> Todo:
    publicity = line.publicity
    count = len(publicity.objections)
    return Todo(
        kind=_("公示"),
        title=_title(publicity.task),
        href=url_for("publication.record", notice_id=publicity.public_id),
        why=_("公示期满，异议%(count)s件已审查", count=count)
        if count
        else _("公示期满，未收到异议"),
        deed=_("确认期满"),
        deed_href=url_for("publication.end_form", notice_id=publicity.public_id),
        since=_("%(day)s期满", day=cn_day(line.last)),
        due=_("尽快"),
    )


def _objection(objection: Objection, why: str, deed: str) -> Todo:
    href = url_for("publication.objection", objection_token=objection.token)
    until = examine_until(objection)
    days = (until - clock.today()).days
    return Todo(
        kind=_("异议"),
        title=_title(objection.publicity.task),
        href=href,
        why=why,
        deed=deed,
        deed_href=href,
        since=_("%(day)s收到", day=cn_day(objection.received_on)),
        due_on=until,
        due=days_phrase(days),
        late=days < 0,
    )


def _title(task: Task) -> str:
    return f"{task.number}　{task.headline}"
