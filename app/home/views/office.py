"""What waits for the rectification office."""

from collections.abc import Iterator
from dataclasses import replace

from flask import url_for
from flask_babel import gettext as _

from app import clock
from app.access.actor import Actor
from app.home.drafts import Todo
from app.inspections.models import RectificationList
from app.inspections.queries import period_open_at
from app.inspections.vocabulary import StepKind
from app.intake.queries import imports_in_review
from app.intake.vocabulary import NEXT
from app.ledgers.queries import unfinished_issues
from app.tasks.queries import Line, Scope, TaskFilter, cells, count, page, waiting_for
from app.tasks.vocabulary import TaskState
from app.units.queries import units_with_ids
from app.web.formatting import cn_day, days_phrase, listed

ALL = 1000


def office_todos(scope: Scope, actor: Actor) -> Iterator[Todo]:
    """Closing, drafts to hand over, reports that are missing, imports and ledgers half done."""
    for line in page(scope, TaskFilter(state=TaskState.CLOSING), limit=ALL):
        yield from _closing(line)
    for one in scope.lists:
        yield from _drafts(one, scope)
        yield from _missing(one, scope)
    yield from _imports(actor)
    yield from _ledgers(actor)


def _closing(line: Line) -> Iterator[Todo]:
    """A task that waits for the office; or one that waits too long for somebody else."""
    task, waiting = line.task, waiting_for(line.task)
    if waiting is None or waiting.kind in (StepKind.PUBLICITY, StepKind.OBJECTION):
        return  # see publicity.py
    if waiting.kind is not StepKind.CLOSE_OUT and not waiting.late:
        return
    names = listed(unit.label for unit in waiting.units)
    own = waiting.kind is StepKind.CLOSE_OUT
    record = url_for("tasks.task", task_id=task.id)
    yield Todo(
        kind=_(waiting.kind.label),
        title=f"{task.number}　{task.headline}",
        href=record,
        why=_("验收已通过，待办理销号")
        if own
        else _("%(units)s办理已第%(day)s天，超出时限", units=names, day=waiting.day),
        deed=_("办理销号") if own else _("看任务"),
        deed_href=url_for("closeout.close_form", task_id=task.id) if own else record,
        since=_("%(day)s转来", day=cn_day(waiting.since)),
        due_on=waiting.until,
        due=_("超期%(days)s天", days=waiting.late) if waiting.late else cn_day(waiting.until),
        late=bool(waiting.late),
    )


def _drafts(one: RectificationList, scope: Scope) -> Iterator[Todo]:
    alone = replace(scope, lists=(one,), periods=())
    drafts = count(alone, TaskFilter(state=TaskState.DRAFT))
    if drafts:
        href = url_for("tasks.register", list=one.code, state="draft", below="1")
        yield Todo(
            kind=_("交办"),
            title=_("%(list)s：%(count)s项待交办", list=one.name, count=drafts),
            href=href,
            why=_("已入账，责任单位还看不到；交办后开始计时"),
            deed=_("去交办"),
            deed_href=href,
            due=_("尽快"),
        )


def _missing(one: RectificationList, scope: Scope) -> Iterator[Todo]:
    period = period_open_at(one.id, clock.now())
    alone = replace(scope, lists=(one,))
    unreported = [cell for cell in cells(alone) if cell.missing]
    if period is None or not unreported:
        return
    href = url_for("tasks.register", list=one.code, missing="1", below="1")
    units = units_with_ids({cell.unit_id for cell in unreported}).values()
    missing = sum(cell.count for cell in unreported)
    yield Todo(
        kind=_("进展未报"),
        title=_(
            "本期%(count)s项未报：%(units)s",
            count=missing,
            units=listed(unit.label for unit in units),
        ),
        href=href,
        why=_("截数前未报的，台账如实记“未报”"),
        deed=_("看未报"),
        deed_href=href,
        since=_("%(day)s开期", day=cn_day(period.first_day)),
        due_on=clock.local(period.cutoff_at).date(),
        due=_("%(day)s%(hour)s时截数", day=cn_day(period.last_day), hour=one.cutoff_hour),
    )


def _imports(actor: Actor) -> Iterator[Todo]:
    for one in imports_in_review(actor):
        href = url_for("intake.review", import_id=one.id)
        why, deed = NEXT[one.state]
        yield Todo(
            kind=_("导入核对"),
            title=one.filename,
            href=href,
            why=_(why),
            deed=_(deed),
            deed_href=href,
            since=_("%(day)s上传", day=cn_day(one.uploaded_at)),
        )


def _ledgers(actor: Actor) -> Iterator[Todo]:
    for issue in unfinished_issues(actor):
        href = url_for("ledgers.issue", public_id=issue.public_id)
        cutoff = clock.local(issue.period.cutoff_at).date()
        yield Todo(
            kind=_("台账"),
            title=issue.title,
            href=href,
            why=_("%(state)s，截数后审核、签发", state=_(issue.state.label)),
            deed=_("去办理"),
            deed_href=href,
            due_on=cutoff,
            due=days_phrase((cutoff - clock.today()).days)
            if cutoff >= clock.today()
            else _("尽快"),
        )
