"""Decomposing a task for the levels below."""

from dataclasses import replace

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.inspections.models import RectificationList
from app.tasks import queries
from app.tasks.drafts import TaskDraft
from app.tasks.models import Task
from app.tasks.operations.moving import Deed, move
from app.tasks.operations.opening import open_task
from app.tasks.vocabulary import NumberLevel
from app.tasks.workflow import possible
from app.units.vocabulary import UnitLevel
from app.wording import N_, Refusal
from app.workflow import IllegalAction

TIERS = 3
LEVELS = {
    UnitLevel.PROVINCE: NumberLevel.PROVINCE,
    UnitLevel.CITY: NumberLevel.CITY,
    UnitLevel.COUNTY: NumberLevel.COUNTY,
}


def decompose(parent: Task, child_list: RectificationList, draft: TaskDraft, actor: Actor) -> Task:
    """Open a task below another, in a list of the same government or of one below it.

    It keeps the numbers that the levels above gave; its deadline is within the parent's.
    """
    if not possible(parent.state, None, TaskAction.DECOMPOSE):
        raise IllegalAction(parent.state, TaskAction.DECOMPOSE)
    if not child_list.area.startswith(parent.area):
        raise Refusal(N_("只能分解到本级或下级政府的清单。"))
    if queries.tier_of(parent) >= TIERS:
        raise Refusal(N_("任务最多分解到第三级。"))
    numbers = dict(draft.other_numbers) | _numbers_above(parent, child_list)
    child = open_task(child_list, replace(draft, other_numbers=numbers), actor, parent)
    detail = {"child_id": child.id, "list": child_list.name, "number": child.number}
    move(parent, Deed(TaskAction.DECOMPOSE, detail=detail), actor)
    return child


def _numbers_above(parent: Task, child_list: RectificationList) -> dict[NumberLevel, str]:
    """The parent's number at its level, and those it has from further up."""
    own = _level(child_list)
    above = {each.level: each.number for each in parent.numbers}
    if (level := _level(parent.rectification_list)) is not None:
        above[level] = parent.number
    return {level: number for level, number in above.items() if level is not own}


def _level(subject: RectificationList) -> NumberLevel | None:
    return LEVELS.get(subject.government.level)
