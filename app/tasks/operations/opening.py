"""Opening a task, handing it over, signing for it, correcting it."""

from collections.abc import Sequence
from typing import Any

from app import clock
from app.access.actions import TaskAction
from app.access.actor import TAKES_PART, Actor, Part
from app.access.roles import Role
from app.database import db
from app.deadlines.phrases import Deadline
from app.inspections.models import RectificationList
from app.inspections.operations import procedure_for
from app.tasks import queries
from app.tasks.drafts import Correction, MeasureDraft, TaskDraft
from app.tasks.models import Measure, Task, TaskNumber, TaskUnit
from app.tasks.operations.bounds import keep_in_bounds
from app.tasks.operations.categories import category_of
from app.tasks.operations.moving import Deed, acting_unit, move
from app.tasks.operations.parts import set_indicators, set_milestones, set_sites
from app.tasks.snapshot import deadline_columns, without_parts
from app.tasks.vocabulary import TaskState
from app.wording import N_, Moved, Refusal


def open_task(
    subject: RectificationList, draft: TaskDraft, actor: Actor, parent: Task | None = None
) -> Task:
    """Put one item on a list as a draft. Its number is never used again in that list."""
    if queries.number_is_taken(subject.id, draft.number):
        raise Refusal(N_("清单里已有第%(number)s项，编号不能重复。"), number=draft.number)
    task = Task(
        rectification_list=subject,
        parent=parent,
        category=category_of(subject.id, draft.aspect, draft.category),
        position=queries.last_position(subject.id) + 1,
        number=draft.number,
        problem=draft.problem,
        target=draft.target,
        **deadline_columns(draft.deadline),
        **_original(draft.deadline),
        counting_unit_id=draft.counting_unit_id,
        source=dict(draft.source) if draft.source else None,
        particulars=without_parts(draft.particulars),
        numbers=[TaskNumber(level=k, number=v) for k, v in draft.other_numbers.items()],
        measures=_measures(draft.measures),
        links=[
            TaskUnit(unit_id=unit_id, part=part, starts_on=clock.today())
            for part, unit_id in dict.fromkeys(draft.parts)
        ],
    )
    set_sites(task, draft.particulars.get("sites"))
    set_indicators(task, draft.particulars.get("indicators"))
    set_milestones(task, task.stages)
    keep_in_bounds(task, TaskAction.OPEN, {})  # before the row is there
    db.session.add(task)
    move(task, Deed(TaskAction.OPEN), actor)
    return task


def _original(deadline: Deadline) -> dict[str, Any]:
    """A document may name the deadline before an extension (原时限); else the two are one."""
    original = deadline.original or deadline
    return {"original_wording": original.raw, "original_due_on": original.due_on}


def _measures(drafts: Sequence[MeasureDraft]) -> list[Measure]:
    return [
        Measure(
            position=position,
            text=measure.text,
            units=measure.units,
            deadline_wording=measure.deadline.raw if measure.deadline else None,
            due_on=measure.deadline.due_on if measure.deadline else None,
        )
        for position, measure in enumerate(drafts, start=1)
    ]


def hand_over(task: Task, actor: Actor) -> None:
    """Give a draft to its units: from now on they see it and it is on the books."""
    if not task.units_as(Part.SUPERVISING, Part.ACCEPTANCE):
        raise Refusal(N_("第%(number)s项没有督导单位，请先补上再交办。"), number=task.number)
    procedure = procedure_for(task.rectification_list, task.procedure)
    changes = {"handed_over_on": clock.today(), "procedure_id": procedure.id}
    move(task, Deed(TaskAction.HAND_OVER, changes=changes), actor)


def sign(task: Task, actor: Actor) -> None:
    """Sign for a task on behalf of the actor's unit: a fact with a date, once for each unit."""
    acting_unit(task, actor, (Role.UNIT, TAKES_PART))
    links = queries.unsigned_by(task, actor)
    if not links:
        raise Moved(N_("本单位已经签收过这项任务。"))
    for link in links:
        link.signed_at, link.signed_by_id = clock.now(), actor.person_id
    units = {link.unit_id: link.unit.name for link in links}
    note = "、".join(units.values())
    move(task, Deed(TaskAction.SIGN, note=note, detail={"units": sorted(units)}), actor)


def correct(task: Task, correction: Correction, actor: Actor) -> None:
    """Correct the wording or the lead unit of a task that is not being closed."""
    if task.state not in (TaskState.DRAFT, TaskState.IN_RECTIFICATION):
        raise Moved(N_("任务已进入销号办理，不能再更正。"))
    checkers = task.units_as(Part.SUPERVISING, Part.ACCEPTANCE)
    if correction.lead_unit_id in [unit.id for unit in checkers]:
        raise Refusal(N_("督导或验收单位不能兼任牵头单位，否则没有人能核查。"))
    changes = {
        "problem": correction.problem,
        "target": correction.target,
        "counting_unit_id": correction.lead_unit_id,
    }
    if correction.lead_unit_id != task.counting_unit_id:
        _replace_lead(task, correction.lead_unit_id)
    move(task, Deed(TaskAction.CORRECT, note=correction.reason, changes=changes), actor)


def _replace_lead(task: Task, unit_id: int) -> None:
    """End the part by which the old unit was counted; the new one begins today."""
    old = next(link for link in task.present_links if link.unit_id == task.counting_unit_id)
    old.ends_on = clock.today()
    same = [link for link in task.links if link.unit_id == unit_id and link.part is old.part]
    if any(link.ends_on is None for link in same):
        return
    begun = next((link for link in same if link.starts_on == clock.today()), None)
    if begun is not None:  # replaced and brought back on one day
        begun.ends_on = None
    else:
        task.links.append(TaskUnit(unit_id=unit_id, part=old.part, starts_on=clock.today()))
