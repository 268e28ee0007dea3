"""Whom a closing task waits for, and how long it may."""

from dataclasses import dataclass
from datetime import date, timedelta

from app import clock
from app.access.actor import CHECKS_THE_WORK, TAKES_PART, Actor, Part
from app.access.roles import Role
from app.calendars.queries import workdays
from app.inspections.models import ProcedureStep
from app.inspections.vocabulary import LimitKind, StepKind, StepOwner
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
    day = (clock.today() - task.step_since).days + 1
    until = limit_of(step, task.step_since)
    return Waiting(step.kind, tuple(step_owners(task, step)), task.step_since, until, day)


def limit_of(step: ProcedureStep, since: date) -> date | None:
    """Return the last day that a step may take; a publicity has a window of its own."""
    if not step.days or step.kind is StepKind.PUBLICITY:
        return None
    if step.limit_kind is LimitKind.WORKING:
        return workdays().after(since, step.days)[0]
    return since + timedelta(days=step.days)


def step_owners(task: Task, step: ProcedureStep) -> list[Unit]:
    """Return the units that a step waits for, each once."""
    found = [unit for owner in step.owners for unit in _units(task, owner)]
    return list(dict.fromkeys(found))


def _units(task: Task, owner: StepOwner) -> list[Unit]:
    """The units that an owner stands for; a government's leader and office stand for it."""
    subject = task.rectification_list
    if owner is StepOwner.APPLICANT:
        return [task.applicant_unit or task.counting_unit]
    if owner in (StepOwner.SUPERVISING, StepOwner.ACCEPTANCE):
        return task.units_as(Part(owner.value)) or task.units_as(*CHECKS_THE_WORK)
    above = subject.government.parent
    if owner is StepOwner.UPPER_OFFICE and above is not None:
        return [above]
    return [subject.government if owner is StepOwner.LEADER else subject.office]


def unsigned_by(task: Task, actor: Actor) -> list[TaskUnit]:
    """Return the parts of the actor's own units that nobody there has signed for."""
    mine = {grant.unit_id for grant in actor.grants_as(Role.UNIT)}
    return [
        link
        for link in task.present_links
        if link.unit_id in mine and link.part in TAKES_PART and link.signed_at is None
    ]
