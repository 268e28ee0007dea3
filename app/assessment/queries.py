"""Questions asked of assessments: the facts that points rest on, scores, rankings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.access.actor import Actor
from app.access.roles import Role
from app.assessment.drafts import PointDraft, Points, standing_of_close_out
from app.assessment.models import Assessment, AssessmentLine, AssessmentRules
from app.assessment.vocabulary import AssessmentState, PointKind
from app.clock import day_span, local
from app.database import db
from app.inspections.models import Period, RectificationList
from app.inspections.queries import in_area
from app.inspections.vocabulary import DocumentKind
from app.metrics.queries import scope_at, standings
from app.tasks.models import Task, TaskEvent
from app.tasks.vocabulary import EventKind, TaskState
from app.units.models import Unit

BY_EVENT = {
    EventKind.EXTENDED: PointKind.EXTENDED,
    EventKind.RETURNED: PointKind.RETURNED,
    EventKind.REPORT_RETURNED: PointKind.REPORT_RETURNED,
    EventKind.RELAPSED: PointKind.RELAPSED,
}
CARDS = {
    DocumentKind.YELLOW_CARD.value: PointKind.YELLOW_CARD,
    DocumentKind.RED_CARD.value: PointKind.RED_CARD,
}


@dataclass(frozen=True)
class Score:
    """One unit's result: points beside what everybody begins with, and the place in the ranking."""

    unit: Unit
    lines: tuple[AssessmentLine, ...]
    points: int
    place: int
    """1 is the best; units with the same points share a place."""


def facts(
    subject: RectificationList, first_day: date, last_day: date, points: Points
) -> Iterator[PointDraft]:
    """Everything between two days that points are given or taken for, from events and cut-offs.

    A fact belongs to the day on which it was recorded, and to the unit that counted the task then.
    """
    for event in _events(subject, first_day, last_day):
        kind = _kind_of(event, points.ahead_days)
        if kind is not None:
            day = local(event.recorded_at).date()
            yield PointDraft(kind, event.counting_unit_id, event.task_id, day, event_id=event.id)
    for period in _periods(subject.id, first_day, last_day):
        for one in standings(scope_at(subject, period.cutoff_at, (period.id,))):
            if one.is_missing:
                unit, day = one.counting_unit_id, period.last_day
                yield PointDraft(PointKind.MISSING, unit, one.task_id, day, period_id=period.id)


def _kind_of(event: TaskEvent, ahead_days: int) -> PointKind | None:
    if event.kind is EventKind.CLOSED:
        assert event.done_on is not None
        return standing_of_close_out(event.done_on, event.original_due_on, ahead_days)
    if event.kind is EventKind.URGED:
        return CARDS.get(str(event.after.get("kind")))
    return BY_EVENT.get(event.kind)


def _events(subject: RectificationList, first_day: date, last_day: date) -> Sequence[TaskEvent]:
    first, last = day_span(first_day, last_day)
    return db.session.scalars(
        select(TaskEvent)
        .join(Task, Task.id == TaskEvent.task_id)
        .where(
            Task.list_id == subject.id,
            TaskEvent.kind.in_([EventKind.CLOSED, EventKind.URGED, *BY_EVENT]),
            TaskEvent.recorded_at >= first,
            TaskEvent.recorded_at < last,
        )
        .order_by(TaskEvent.id)
    ).all()


def _periods(list_id: int, first_day: date, last_day: date) -> Sequence[Period]:
    return db.session.scalars(
        select(Period)
        .where(Period.list_id == list_id, Period.last_day >= first_day, Period.last_day <= last_day)
        .order_by(Period.last_day)
    ).all()


def scores(assessment: Assessment, actor: Actor) -> list[Score]:
    """Every unit's score, the best first.

    A unit sees its own before the circular, everybody's points and places with it, and never
    what others' points rest on.
    """
    lines: dict[int, list[AssessmentLine]] = defaultdict(list)
    for line in assessment.lines:
        lines[line.unit_id].append(line)
    base = assessment.rules.base
    totals = {
        unit_id: base + sum(one.points for one in lines[unit_id] if not one.struck)
        for unit_id in assessment.units
    }
    units = db.session.scalars(select(Unit).where(Unit.id.in_(assessment.units)))
    mine = _seen(assessment, actor)
    shown = assessment.state is AssessmentState.PUBLISHED or mine is None
    found = [
        Score(
            unit,
            tuple(lines[unit.id]) if mine is None or unit.id in mine else (),
            totals[unit.id],
            1 + sum(total > totals[unit.id] for total in totals.values()),
        )
        for unit in units
        if shown or unit.id in (mine or ())
    ]
    return sorted(found, key=lambda score: (score.place, score.unit.path))


def _seen(assessment: Assessment, actor: Actor) -> frozenset[int] | None:
    """Units whose lines the actor may read; None for all of them."""
    keeps = actor.grants_as(Role.OFFICE, Role.LEADER)
    if any(assessment.area.startswith(grant.area) for grant in keeps):
        return None
    return frozenset(grant.unit_id for grant in actor.grants_as(Role.UNIT))


def assessments_for(actor: Actor) -> Sequence[Assessment]:
    """Assessments of the actor's area, and announced ones of the actor's own units."""
    own = frozenset(grant.unit_id for grant in actor.grants_as(Role.UNIT))
    area = in_area(actor, Role.OFFICE, Role.LEADER)
    found = db.session.scalars(
        select(Assessment)
        .join(RectificationList, RectificationList.id == Assessment.list_id)
        .join(Unit, Unit.id == RectificationList.government_id)
        .where(or_(area, Assessment.state != AssessmentState.DRAFT))
        .order_by(Assessment.last_day.desc(), Assessment.id.desc())
    ).all()
    return [one for one in found if _seen(one, actor) is None or own & one.unit_ids]


def assessment_or_none(assessment_id: int) -> Assessment | None:
    """An assessment with every line and what it rests on."""
    line = selectinload(Assessment.lines)
    return db.session.get(
        Assessment,
        assessment_id,
        options=[
            line.joinedload(AssessmentLine.task),
            line.joinedload(AssessmentLine.period),
            line.joinedload(AssessmentLine.event),
            line.joinedload(AssessmentLine.objection),
        ],
    )


def line_or_none(line_id: int) -> AssessmentLine | None:
    return db.session.get(AssessmentLine, line_id, options=[joinedload(AssessmentLine.assessment)])


def assessment_between(list_id: int, first_day: date, last_day: date) -> Assessment | None:
    return db.session.scalar(
        select(Assessment).where(
            Assessment.list_id == list_id,
            Assessment.first_day == first_day,
            Assessment.last_day == last_day,
        )
    )


def latest_rules(list_id: int) -> AssessmentRules | None:
    return db.session.scalar(
        select(AssessmentRules)
        .where(AssessmentRules.list_id == list_id)
        .order_by(AssessmentRules.version_no.desc())
        .limit(1)
    )


def count_open_objections(assessment: Assessment) -> int:
    """How many objections nobody has decided yet."""
    return sum(
        line.objection is not None and line.objection.upheld is None for line in assessment.lines
    )


def counting_units(subject: RectificationList, first_day: date, last_day: date) -> list[int]:
    """Units that counted a task of the list at some time up to the last day and after the first.

    Those of the tasks on the books before the first day and those that changed hands within.
    """
    _, last = day_span(first_day, last_day)
    latest = (
        select(func.max(TaskEvent.id))
        .join(Task, Task.id == TaskEvent.task_id)
        .where(Task.list_id == subject.id, TaskEvent.recorded_at < last)
        .group_by(TaskEvent.task_id)
    )
    rows = db.session.scalars(
        select(TaskEvent).where(TaskEvent.id.in_(latest)).order_by(TaskEvent.counting_unit_id)
    )
    on_books = [event.counting_unit_id for event in rows if _counts(event, first_day)]
    return list(dict.fromkeys(on_books))


def _counts(event: TaskEvent, first_day: date) -> bool:
    """Whether a task that stood like this was on the books on the first day or later."""
    gone = event.closed_on is not None and event.closed_on < first_day
    return event.state is not TaskState.DRAFT and not gone
