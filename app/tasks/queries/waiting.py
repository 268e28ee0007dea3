"""Whom a closing task waits for, and how long it may."""

from dataclasses import dataclass
from datetime import date, timedelta

from app import clock
from app.access.actor import TAKES_PART, Actor, Part
from app.access.roles import Role
from app.inspections.models import ProcedureStep
from app.inspections.vocabulary import StepKind, StepOwner
from app.tasks.models import Task, TaskUnit
from app.units.models import Unit


@dataclass(frozen=True)
class Waiting:
    """Whom a closing task waits for, since when, until when, and which day this is."""

    kind: StepKind
    units: tuple[Unit, ...]
    since: date
    until: date | None
    day: int

    @property
    def late(self) -> int:
        """Days past the limit of the step; 0 while it runs."""
        return max((clock.today() - self.until).days, 0) if self.until else 0


def waiting_for(task: Task) -> Waiting | None:
    """Whom the task waits for; nobody unless it is closing."""
    step = task.step
    if step is None or task.step_since is None:
        return None
    runs = step.days and step.kind is not StepKind.PUBLICITY  # a window has days of its own
    until = task.step_since + timedelta(days=step.days or 0) if runs else None
    day = (clock.today() - task.step_since).days + 1
    return Waiting(step.kind, tuple(step_owners(task, step)), task.step_since, until, day)


def step_owners(task: Task, step: ProcedureStep) -> list[Unit]:
    """Return the units that a step waits for."""
    if step.owner is StepOwner.OFFICE:
        return [task.rectification_list.office]
    if step.owner is StepOwner.APPLICANT:
        return [task.counting_unit]
    accepting = task.units_as(Part.ACCEPTANCE) if step.owner is StepOwner.ACCEPTANCE else []
    return accepting or task.units_as(Part.SUPERVISING)


def unsigned_by(task: Task, actor: Actor) -> list[TaskUnit]:
    """Return the parts of the actor's own units that nobody there has signed for."""
    mine = {grant.unit_id for grant in actor.grants_as(Role.UNIT)}
    return [
        link
        for link in task.present_links
        if link.unit_id in mine and link.part in TAKES_PART and link.signed_at is None
    ]
