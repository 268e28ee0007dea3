"""How the reader's tasks stand now and stood at the last cut-off, for the side of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import clock
from app.access.actor import Actor
from app.inspections.models import RectificationList
from app.inspections.queries import periods_of
from app.metrics.queries import Figures, figures, scope_at
from app.tasks.models import TaskEvent
from app.tasks.queries import Line, Scope, TaskFilter, lists_visible_to, page, recent_events
from app.tasks.vocabulary import Lamp


@dataclass(frozen=True)
class State:
    """One list: its figures now and at the last cut-off, what is red, what happened lately."""

    list: RectificationList
    now: Figures
    before: Figures | None
    red: Sequence[Line]
    events: Sequence[TaskEvent]


def states(actor: Actor) -> list[State]:
    """One state for each list that the actor sees something of."""
    return [_state(one, actor) for one in lists_visible_to(actor)]


def _state(one: RectificationList, actor: Actor) -> State:
    periods = periods_of(one.id)
    past = next((period for period in periods if period.cutoff_at < clock.now()), None)
    current = tuple(period.id for period in periods if period.cutoff_at >= clock.now())
    scope = Scope(lists=(one,), day=clock.today(), actor=actor, periods=current)
    before = replace(scope_at(one, past.cutoff_at, (past.id,)), actor=actor) if past else None
    return State(
        list=one,
        now=figures(scope),
        before=figures(before) if before else None,
        red=page(scope, TaskFilter(lamp=Lamp.RED), limit=8),
        events=recent_events(scope, past.cutoff_at if past else None),
    )
