"""What a task above or below forbids: asked by `move` before every deed, whoever does it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from app.access.actions import TaskAction
from app.tasks import queries
from app.tasks.models import Task
from app.tasks.vocabulary import TaskState
from app.wording import N_, Moved, Refusal

ENDS = frozenset({TaskAction.APPLY, TaskAction.CLOSE, TaskAction.MERGE})
"""Deeds that no task may come to before those below it."""
DATED = frozenset({"due_on", "immediate"})
MOST_NAMED = 5


class Limit(NamedTuple):
    """When a task is due: on a day, at once, or on no day at all."""

    due_on: date | None
    immediate: bool

    def exceeds(self, upper: "Limit") -> bool:
        """Whether this is later than what stands above allows; at once is never too late."""
        if upper.due_on is None or (self.immediate and self.due_on is None):
            return False
        return self.due_on is None or self.due_on > upper.due_on


def keep_in_bounds(task: Task, action: TaskAction, changes: Mapping[str, Any]) -> None:
    """Refuse what would end a task before its children, or part their deadlines."""
    if action in ENDS:
        _after_its_children(task)
    if action is TaskAction.HAND_OVER and task.parent is not None:
        _after_its_parent(task.parent)
    if action is TaskAction.OPEN or not DATED.isdisjoint(changes):
        _within_the_parents_deadline(task, changes)
    if action is not TaskAction.OPEN and not DATED.isdisjoint(changes):
        _not_before_a_childs_deadline(task, changes)


def _after_its_children(task: Task) -> None:
    unfinished = queries.unfinished_children(task.id)
    if unfinished:
        raise Moved(
            N_("第%(number)s项还有%(count)s项下级任务没有销号：%(children)s。全部销号后再办。"),
            number=task.number,
            count=len(unfinished),
            children=named(unfinished),
        )


def named(tasks: list[Task] | Any) -> str:
    """Tasks by list, number and unit, the first few of many."""
    shown = [
        f"{one.rectification_list.government.label}{one.number}（{one.counting_unit.label}）"
        for one in tasks[:MOST_NAMED]
    ]
    return "、".join(shown) + ("……" if len(tasks) > MOST_NAMED else "")


def _after_its_parent(parent: Task) -> None:
    if parent.state is TaskState.DRAFT:
        raise Moved(N_("上级第%(number)s项还没有交办，请先交办上级任务。"), number=parent.number)


def _limit(task: Task, changes: Mapping[str, Any] | None = None) -> Limit:
    said = changes or {}
    return Limit(said.get("due_on", task.due_on), said.get("immediate", task.immediate))


def _within_the_parents_deadline(task: Task, changes: Mapping[str, Any]) -> None:
    parent = task.parent
    if parent is None or not (own := _limit(task, changes)).exceeds(_limit(parent)):
        return
    raise Refusal(
        N_("下级任务的时限%(own)s，晚于上级第%(number)s项的时限%(upper)s，请改为不晚于这一天。"),
        own=_day(own.due_on),
        number=parent.number,
        upper=_day(parent.due_on),
    )


def _not_before_a_childs_deadline(task: Task, changes: Mapping[str, Any]) -> None:
    upper = _limit(task, changes)
    for child in queries.unfinished_children(task.id):
        if _limit(child).exceeds(upper):
            raise Refusal(
                N_("时限不能定为%(upper)s：下级任务%(child)s的时限是%(own)s，请先调整下级任务。"),
                upper=_day(upper.due_on),
                child=named([child]),
                own=_day(child.due_on),
            )


def _day(day: date | None) -> str:
    """A day as the office writes it; a deadline without one says so."""
    return f"{day.year}年{day.month}月{day.day}日" if day else "（没有日期）"
