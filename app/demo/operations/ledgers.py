"""The weekly ledgers: eleven issued each Sunday after the cut-off, and this week's draft."""

from collections.abc import Iterator
from datetime import datetime, time

from app import clock
from app.demo.operations.telling import OFFICER, Act, Stage
from app.inspections.models import Period
from app.inspections.operations import period_at
from app.ledgers import queries
from app.ledgers.models import LedgerIssue
from app.ledgers.operations import issue, prepare, review

CLERK, HEAD = "gaoqining", "shenzhiyuan"
FIRST_WEEK = -11
SUNDAY = 6


def ledger_acts(stage: Stage) -> Iterator[Act]:
    """Yield the counting, reviewing and issuing of each week; this week is only counted."""
    for week in range(FIRST_WEEK, 0):
        yield _prepared(stage, stage.dates.moment(week, SUNDAY, time(18, 5)))
        yield _reviewed(stage, stage.dates.moment(week, SUNDAY, time(18, 30)))
        yield _issued(stage, stage.dates.moment(week, SUNDAY, time(18, 50)))
    yield _prepared(stage, stage.dates.now)


def _prepared(stage: Stage, at: datetime) -> Act:
    return Act(at, lambda: prepare(_period(stage), stage.cast.actor(CLERK)))


def _reviewed(stage: Stage, at: datetime) -> Act:
    return Act(at, lambda: review(_unfinished(stage), stage.cast.actor(OFFICER)))


def _issued(stage: Stage, at: datetime) -> Act:
    return Act(at, lambda: issue(_unfinished(stage), stage.cast.actor(HEAD)))


def _period(stage: Stage) -> Period:
    """Return the period of this week, which on a Sunday evening is already cut off."""
    some_task = next(iter(stage.tasks.values()))
    moment = min(clock.now(), stage.dates.sunday_noon(clock.now()))
    return period_at(some_task.rectification_list, moment)


def _unfinished(stage: Stage) -> LedgerIssue:
    found = queries.unfinished_issue(_period(stage).id)
    assert found is not None
    return found
