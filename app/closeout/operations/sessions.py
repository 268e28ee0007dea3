"""Acceptance sessions (集中验收): several tasks decided upon at one sitting, all or none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app import clock
from app.access.actions import AcceptanceAction, TaskAction
from app.access.actor import Actor
from app.audit.operations import record
from app.closeout.drafts import Finding
from app.closeout.models import AcceptanceSession
from app.closeout.operations.passing import give_back, pass_step
from app.database import db
from app.inspections.models import RectificationList
from app.tasks.models import Task
from app.wording import N_, Refusal


@dataclass(frozen=True)
class Verdict:
    """What the session decided of one task."""

    task: Task
    action: TaskAction
    finding: Finding


@dataclass(frozen=True)
class Minutes:
    """When the session was held, and its minutes (纪要)."""

    held_on: date
    text: str


def hold_session(
    subject: RectificationList, minutes: Minutes, verdicts: Sequence[Verdict], actor: Actor
) -> AcceptanceSession:
    """Write a session down and do each of its deeds, checked as if it stood alone.

    The first that is refused refuses the whole: the caller rolls back.
    """
    if not verdicts:
        raise Refusal(N_("请至少给一项写明结果。"))
    if minutes.held_on > clock.today():
        raise Refusal(N_("日期不能晚于今天。"))
    session = AcceptanceSession(
        list_id=subject.id,
        held_on=minutes.held_on,
        minutes=minutes.text,
        recorded_by_id=actor.person_id,
        recorded_by=actor.name,
        recorded_at=clock.now(),
    )
    db.session.add(session)
    db.session.flush()
    for verdict in verdicts:
        _do(session, verdict, actor)
    after = {"items": len(verdicts), "held_on": minutes.held_on.isoformat()}
    record(actor, AcceptanceAction.HOLD, session, after=after)
    return session


def _do(session: AcceptanceSession, verdict: Verdict, actor: Actor) -> None:
    task, finding = verdict.task, replace(verdict.finding, session_id=session.id)
    try:
        if task.list_id != session.list_id:
            raise Refusal(N_("不在这份清单里。"))  # noqa: TRY301  # said of the task, as the others
        if verdict.action is TaskAction.RETURN:
            give_back(task, finding, actor)
        else:
            pass_step(task, verdict.action, finding, actor)
    except Refusal as refusal:
        raise Refusal(
            N_("第%(number)s项：%(reason)s各项都没有办。"), number=task.number, reason=refusal
        ) from refusal
