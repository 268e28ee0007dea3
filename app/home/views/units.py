"""What waits for a unit that does the work, and for one that checks it."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.access.policy import permits
from app.home.drafts import Todo
from app.inspections.vocabulary import StepKind
from app.tasks.models import Task
from app.tasks.queries import Line, Scope, TaskFilter, page, unsigned_by, waiting_for
from app.tasks.vocabulary import TaskState
from app.web.formatting import cn_day, days_phrase

ALL = 1000
CHECKS = {
    StepKind.VERIFICATION: (TaskAction.VERIFY, "closeout.verify_form"),
    StepKind.ACCEPTANCE: (TaskAction.ACCEPT, "closeout.accept_form"),
}


def unit_todos(scope: Scope, actor: Actor) -> Iterator[Todo]:
    """Tasks to sign for, reports that are due, and deadlines that have passed or come near."""
    for line in page(scope, TaskFilter(state=TaskState.IN_RECTIFICATION), limit=ALL):
        if unsigned_by(line.task, actor):
            yield _to_sign(line.task)
        elif line.missing and permits(actor, TaskAction.REPORT_PROGRESS, line.task):
            yield _to_report(line)
        elif line.overdue or line.near_due:
            yield _to_finish(line)


def checking_todos(scope: Scope, actor: Actor) -> Iterator[Todo]:
    """Tasks that wait for the actor's on-site verification or acceptance."""
    for line in page(scope, TaskFilter(state=TaskState.CLOSING), limit=ALL):
        task, waiting = line.task, waiting_for(line.task)
        if waiting is None or waiting.kind not in CHECKS:
            continue
        action, endpoint = CHECKS[waiting.kind]
        if not permits(actor, action, task):
            continue
        href = url_for(endpoint, task_id=task.id)
        yield Todo(
            kind=_(waiting.kind.label),
            title=_title(task),
            href=url_for("tasks.task", task_id=task.id),
            why=_("%(unit)s已申请销号，请到现场核查后填写意见", unit=task.counting_unit.label)
            if action is TaskAction.VERIFY
            else _("现场核查合格，请给出验收意见"),
            deed=_("填写意见"),
            deed_href=href,
            since=_("%(day)s转来", day=cn_day(waiting.since)),
            due_on=waiting.until,
            due=_("超期%(days)s天", days=waiting.late) if waiting.late else cn_day(waiting.until),
            late=bool(waiting.late),
        )


def _title(task: Task) -> str:
    return f"{task.number}　{task.headline}"


def _to_sign(task: Task) -> Todo:
    href = url_for("tasks.task", task_id=task.id)
    return Todo(
        kind=_("签收"),
        title=_title(task),
        href=href,
        why=_("整改办已交办，请先签收"),
        deed=_("去签收"),
        deed_href=href,
        since=_("%(day)s交办", day=cn_day(task.handed_over_on)),
        due=_("尽快"),
    )


def _to_report(line: Line) -> Todo:
    task = line.task
    return Todo(
        kind=_("报进展"),
        title=_title(task),
        href=url_for("tasks.task", task_id=task.id),
        why=_deadline(line) or _("本期进展还没有报"),
        deed=_("报本期进展"),
        deed_href=url_for("tasks.progress_form", task_id=task.id),
        since=_("截数前未报，台账如实记“未报”"),
        due_on=clock.today(),
        due=_("本期"),
    )


def _to_finish(line: Line) -> Todo:
    task = line.task
    return Todo(
        kind=_("整改时限"),
        title=_title(task),
        href=url_for("tasks.task", task_id=task.id),
        why=_("完成的请申请销号"),
        deed=_("看任务"),
        deed_href=url_for("tasks.task", task_id=task.id),
        since=_("时限%(day)s", day=cn_day(task.due_on)),
        due_on=task.due_on,
        due=_deadline(line),
        late=line.overdue,
    )


def _deadline(line: Line) -> str:
    due_on = line.task.due_on
    return days_phrase((due_on - clock.today()).days) if due_on else ""
