"""Done, not closed: where every applied-for task stands, and how long it has stood there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app import clock
from app.access.actor import Actor
from app.closeout.models import Application, StepRecord
from app.closeout.vocabulary import Outcome
from app.database import db
from app.inspections.models import ProcedureStep, RectificationList
from app.inspections.vocabulary import StepKind
from app.tasks.models import Task, TaskEvent, TaskUnit
from app.tasks.queries import Waiting, limit_of, visible_to, waiting_for
from app.units.models import Unit

STAGE_LIMIT = 30
"""Days after which a stage raises the alarm, whatever its own limit."""


@dataclass(frozen=True)
class Stay:
    """A stage that a task went through: from which day, how many days."""

    kind: StepKind
    since: date
    days: int


@dataclass(frozen=True)
class Queued:
    """A task that is done and not closed."""

    task: Task
    applied_on: date
    stays: tuple[Stay, ...]
    """Every stage since the application, the present one last."""
    waiting: Waiting

    @property
    def kind(self) -> StepKind:
        return self.waiting.kind

    @property
    def total(self) -> int:
        """Days since the application; the day of applying does not count."""
        return (clock.today() - self.applied_on).days

    @property
    def in_stage(self) -> int:
        return self.stays[-1].days

    @property
    def alarmed(self) -> bool:
        """Whether the present stage takes longer than its own limit, or than 30 days."""
        return bool(self.waiting.late) or self.in_stage > STAGE_LIMIT


def queue(actor: Actor) -> list[Queued]:
    """Return every done task that the actor may see, the longest stage first."""
    applications = db.session.scalars(
        select(Application)
        .join(Application.task)
        .where(Application.outcome == Outcome.OPEN, visible_to(actor))
        .options(*_loaded())
    ).all()
    events = _events([one.task_id for one in applications])
    found = [_queued(one, events.get(one.task_id, [])) for one in applications]
    return sorted(
        (one for one in found if one),
        key=lambda one: (-one.in_stage, one.task.list_id, one.task.position),
    )


def _loaded() -> Iterable[ORMOption]:
    task = joinedload(Application.task)
    return (
        task.joinedload(Task.rectification_list).joinedload(RectificationList.government),
        task.joinedload(Task.rectification_list).joinedload(RectificationList.office),
        task.joinedload(Task.counting_unit),
        task.joinedload(Task.applicant_unit),
        task.joinedload(Task.step),
        task.joinedload(Task.procedure),
        task.selectinload(Task.links).joinedload(TaskUnit.unit).joinedload(Unit.government),
        selectinload(Application.records),
    )


def _events(task_ids: Sequence[int]) -> dict[int, list[TaskEvent]]:
    """What happened to the tasks that changed or kept a step, oldest first."""
    found: dict[int, list[TaskEvent]] = {}
    for event in db.session.scalars(
        select(TaskEvent)
        .where(TaskEvent.task_id.in_(task_ids), TaskEvent.step_id.is_not(None))
        .order_by(TaskEvent.id)
    ):
        found.setdefault(event.task_id, []).append(event)
    return found


def _queued(application: Application, events: Sequence[TaskEvent]) -> Queued | None:
    task, waiting = application.task, waiting_for(application.task)
    if waiting is None:
        return None
    applied_on = clock.local(application.applied_at).date()
    since = [one for one in events if one.recorded_at >= application.applied_at]
    return Queued(task, applied_on, tuple(_stays(application, since)), waiting)


def _stays(application: Application, events: Sequence[TaskEvent]) -> Iterable[Stay]:
    """The stages in the order they were entered; each lasts until the next begins."""
    kinds = {step.id: step.kind for step in application.procedure.steps}
    entered: list[tuple[int, date]] = []
    for event in events:
        if event.step_id is not None and (not entered or entered[-1][0] != event.step_id):
            entered.append((event.step_id, clock.local(event.recorded_at).date()))
    ends = [day for _step, day in entered[1:]] + [clock.today()]
    for (step, day), end in zip(entered, ends, strict=True):
        yield Stay(kinds[step], day, (end - day).days)


@dataclass(frozen=True)
class Aftercare:
    """What a closed task still waits for: filing, or a look-back by a day."""

    task: Task
    kind: StepKind
    due_on: date | None

    @property
    def late(self) -> bool:
        return self.due_on is not None and self.due_on < clock.today()


def aftercare(actor: Actor) -> list[Aftercare]:
    """Return closed tasks that are to be filed or looked back on, the earliest day first."""
    applications = db.session.scalars(
        select(Application)
        .join(Application.task)
        .where(Application.outcome == Outcome.CLOSED, _still_waits(), visible_to(actor))
        .options(*_loaded())
    ).all()
    found = [waits for one in applications for waits in _waits(one)]
    return sorted(found, key=lambda one: (one.due_on or date.max, one.task.position))


def _still_waits() -> ColumnElement[bool]:
    """Whether a filing or a look-back of the procedure has not been recorded yet."""
    looked_at = and_(
        ProcedureStep.kind == StepKind.LOOK_BACK, Application.look_back_on.is_not(None)
    )
    recorded = (
        exists()
        .where(StepRecord.application_id == Application.id, StepRecord.step_id == ProcedureStep.id)
        .correlate(Application, ProcedureStep)
    )
    return exists().where(
        ProcedureStep.procedure_id == Application.procedure_id,
        or_(ProcedureStep.kind == StepKind.FILING, looked_at),
        ~recorded,
    )


def _waits(application: Application) -> Iterable[Aftercare]:
    task, procedure = application.task, application.procedure
    done = {record.step_id for record in application.records}
    filing, look_back = procedure.step(StepKind.FILING), procedure.step(StepKind.LOOK_BACK)
    if filing and filing.id not in done and task.closed_on:
        yield Aftercare(task, StepKind.FILING, limit_of(filing, task.closed_on))
    if look_back and look_back.id not in done and application.look_back_on:
        yield Aftercare(task, StepKind.LOOK_BACK, application.look_back_on)
