"""Tying tasks to each other, untying them, and merging one into another."""

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.database import db
from app.tasks import queries
from app.tasks.models import Task, TaskLink
from app.tasks.operations.moving import Deed, follow, move
from app.tasks.vocabulary import LinkKind, TaskState
from app.tasks.workflow import OPEN
from app.wording import N_, Moved, Refusal


def link(task: Task, other: Task, kind: LinkKind, reason: str, actor: Actor) -> TaskLink:
    """Say what a task is to another; both histories tell it.

    A task that has the same deadline as another takes it over at once, and follows it.
    """
    _may_be_linked(task, other, kind)
    tie = _tie(task, other, kind, reason, actor)
    _tell(tie, "linked", reason, actor)
    if kind is LinkKind.SAME_DEADLINE_AS:
        follow(task, other, actor)
    return tie


def unlink(tie: TaskLink, reason: str, actor: Actor) -> None:
    """End a link from today; that it was there stays in both histories."""
    if tie.ends_on is not None:
        raise Moved(N_("这条关联已经解除。"))
    if tie.kind is LinkKind.MERGED_INTO:
        raise Refusal(N_("合并不能解除。"))
    tie.ends_on, tie.end_reason = clock.today(), reason
    db.session.flush()
    _tell(tie, "unlinked", reason, actor)


def merge(task: Task, into: Task, reason: str, actor: Actor) -> TaskLink:
    """Let another task stand for this one from now on; it counts as merged, not as struck off."""
    _may_be_linked(task, into, LinkKind.MERGED_INTO)
    if into.state not in OPEN:
        raise Refusal(N_("第%(number)s项不在账，不能并入。"), number=into.number)
    tie = _tie(task, into, LinkKind.MERGED_INTO, reason, actor)
    _tell(tie, "linked", reason, actor)
    return tie


def _may_be_linked(task: Task, other: Task, kind: LinkKind) -> None:
    if task.id == other.id:
        raise Refusal(N_("不能与本项自己关联。"))
    if queries.present_link(task.id, other.id, kind) is not None:
        raise Refusal(N_("与第%(number)s项已经有这种关联。"), number=other.number)
    if kind is LinkKind.RELAPSE_OF and other.state is not TaskState.CLOSED:
        raise Refusal(N_("只有已销号的任务才会反弹。"))
    if kind is LinkKind.SAME_DEADLINE_AS:
        _may_follow(task, other)


def _may_follow(task: Task, other: Task) -> None:
    """One task follows one other; no ring of tasks follows itself."""
    if queries.followed_by(task.id) is not None:
        raise Refusal(N_("本项的时限已经随另一项，请先解除那条关联。"))
    above: Task | None = other
    while above is not None:
        if above.id == task.id:
            raise Refusal(N_("第%(number)s项的时限随本项，不能反过来。"), number=other.number)
        above = queries.followed_by(above.id)


def _tie(task: Task, other: Task, kind: LinkKind, reason: str, actor: Actor) -> TaskLink:
    tie = TaskLink(
        task=task,
        other=other,
        kind=kind,
        reason=reason,
        starts_on=clock.today(),
        made_at=clock.now(),
        made_by_id=actor.person_id,
        made_by_name=actor.name,
    )
    db.session.add(tie)
    db.session.flush()
    return tie


def _tell(tie: TaskLink, what: str, reason: str, actor: Actor) -> None:
    """Put it into both histories, each with the other's number; a merged task moves by it."""
    merges = tie.kind is LinkKind.MERGED_INTO
    for task, other, first in ((tie.task, tie.other, True), (tie.other, tie.task, False)):
        action = TaskAction.MERGE if merges and first else TaskAction.LINK
        detail = {what: tie.kind.value, "task_id": other.id, "number": other.number,
                  "list": other.rectification_list.name, "first": first}  # fmt: skip
        move(task, Deed(action, note=reason, detail=detail), actor)
