"""Asking for something on a task, answering it, and settling it."""

from app import clock
from app.access.actions import TaskAction
from app.access.actor import DOES_THE_WORK, Actor, Part, Party, holds
from app.access.roles import Role
from app.database import db
from app.tasks.drafts import InstructionDraft
from app.tasks.models import Instruction, Task
from app.tasks.operations.moving import Deed, move
from app.wording import N_, Moved, Refusal


def instruct(task: Task, draft: InstructionDraft, actor: Actor) -> Instruction:
    """Ask a unit that does the work for something until a day; the unit sees it at once."""
    if draft.due_on < clock.today():
        raise Refusal(N_("要求的期限不能早于今天。"))
    if draft.unit_id not in {unit.id for unit in task.units_as(*DOES_THE_WORK)}:
        raise Refusal(N_("只能向承办这项任务的单位提出要求。"))
    given = Instruction(
        task_id=task.id,
        given_by_name=actor.name,
        given_at=clock.now(),
        **vars(draft),
    )
    db.session.add(given)
    db.session.flush()
    detail = {"instruction_id": given.id, "unit_id": given.unit_id, "until": str(given.due_on)}
    move(task, Deed(TaskAction.INSTRUCT, note=draft.text, detail=detail), actor)
    return given


def answer(given: Instruction, text: str, actor: Actor) -> None:
    """Answer an instruction for the unit that it was given to; again only until it is settled."""
    if given.settled_on is not None:
        raise Moved(N_("这条要求已经办结。"))
    asked = Party(given.unit_id, given.unit.government_id, Part.RESPONSIBLE)
    if not any(holds(grant, asked) for grant in actor.grants_as(Role.UNIT)):
        raise Refusal(N_("这条要求是向其他单位提出的。"))
    given.answer, given.answered_by_name, given.answered_at = text, actor.name, clock.now()
    detail = {"instruction_id": given.id}
    move(given.task, Deed(TaskAction.ANSWER, note=text, detail=detail), actor)


def settle(given: Instruction, actor: Actor) -> None:
    """Say that what was asked for is done; nothing can be answered any more."""
    if given.settled_on is not None:
        raise Moved(N_("这条要求已经办结。"))
    given.settled_on = clock.today()
    detail = {"instruction_id": given.id}
    move(given.task, Deed(TaskAction.SETTLE, note=given.text, detail=detail), actor)
