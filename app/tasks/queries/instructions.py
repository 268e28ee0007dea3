"""What has been asked for on tasks, and what of it is still open."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.access.actor import Actor
from app.database import db
from app.tasks.models import Instruction, Task
from app.tasks.queries.standing import visible_to
from app.tasks.vocabulary import InstructionOrigin


def instruction_or_none(instruction_id: int) -> Instruction | None:
    return db.session.get(Instruction, instruction_id)


def instructions_of(task_id: int) -> Sequence[Instruction]:
    """Everything that was asked for on a task, the latest first."""
    return db.session.scalars(
        select(Instruction)
        .where(Instruction.task_id == task_id)
        .options(joinedload(Instruction.unit))
        .order_by(Instruction.id.desc())
    ).all()


def instructions_from(origin: InstructionOrigin, origin_id: int) -> Sequence[Instruction]:
    """Everything that one meeting or review asked for, in order."""
    return db.session.scalars(
        select(Instruction)
        .where(Instruction.origin == origin, Instruction.origin_id == origin_id)
        .options(joinedload(Instruction.unit), joinedload(Instruction.task))
        .order_by(Instruction.id)
    ).all()


def unsettled(actor: Actor) -> Sequence[Instruction]:
    """What is not settled on the tasks that the actor sees, the most urgent first."""
    return db.session.scalars(
        select(Instruction)
        .join(Task, Task.id == Instruction.task_id)
        .where(Instruction.settled_on.is_(None), visible_to(actor))
        .options(
            joinedload(Instruction.unit),
            joinedload(Instruction.task).joinedload(Task.rectification_list),
        )
        .order_by(Instruction.due_on, Instruction.id)
    ).all()
