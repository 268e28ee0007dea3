"""The desk with four tasks, for tests through the pages; procedures of every step for the rest."""

from dataclasses import dataclass, replace

import pytest

from app import clock
from app.access.actor import Actor, Grant
from app.access.roles import Role
from app.closeout import operations
from app.closeout.drafts import Checked, Finding, Material
from app.closeout.queries import criteria_at
from app.closeout.vocabulary import Answer
from app.closeout.workflow import required_materials
from app.inspections.operations import delivered_procedure
from app.tasks.drafts import ReportDraft
from app.tasks.models import Task
from app.tasks.operations import report_progress
from app.tasks.vocabulary import Pace
from tests.factories.city import City
from tests.factories.desk import desk

__all__ = ["desk"]

STATEMENT = "全部管网已改造，经自查达到整改目标。"


def met(task: Task, opinion: str = "同意。", **more: object) -> Finding:
    """A finding that answers whatever the present step asks."""
    names = criteria_at(task, task.step) if task.step else []
    said = Finding(opinion, clock.today(), checklist=tuple(Checked(n, Answer.MET) for n in names))
    return replace(said, **more)


@dataclass
class Works:
    """A city whose tasks follow the procedure for works, and whoever signs at each step of it."""

    city: City
    chief: Actor
    """A leader of the city's own, besides the one that the city has."""

    def task(self, number: str = "1", **changes: object) -> Task:
        self.city.list.procedure_code = "works"
        return self.city.task(number, **changes)

    def applied(self, number: str = "1", **changes: object) -> Task:
        task = self.task(number, **changes)
        report_progress(task, ReportDraft("改造完成。", 100, Pace.ON_SCHEDULE), self.city.worker)
        operations.apply(task, STATEMENT, self.city.worker, explained(task))
        return task

    def accepted(self, number: str = "1") -> Task:
        task = self.applied(number)
        operations.verify(task, met(task), self.city.checker)
        operations.accept(task, met(task), self.city.checker)
        return task


def explained(task: Task) -> list[Material]:
    """Every required material, explained instead of handed in."""
    return [Material(name, note="本项没有") for name in required_materials(task.procedure)]


@pytest.fixture
def works(city: City) -> Works:
    delivered_procedure("works")
    grant = Grant(Role.LEADER, city.government.id, city.government.path)
    return Works(city, replace(city.leader, grants=(grant,)))
