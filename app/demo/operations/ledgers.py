"""The weekly ledgers: eleven issued each Sunday after the cut-off, and this week's draft."""

from collections.abc import Iterator
from datetime import time

from app.demo.operations.telling import OFFICER, Act, Stage
from app.ledgers.models import LedgerIssue
from app.ledgers.operations import issue, prepare, review

CLERK, HEAD = "gaoqining", "shenzhiyuan"
FIRST_WEEK = -11
SUNDAY = 6


def ledger_acts(stage: Stage) -> Iterator[Act]:
    """Yield the counting, reviewing and issuing of each week; this week is only counted."""
    for week in range(FIRST_WEEK, 0):
        yield from _issued(stage, week)
    yield Act(stage.dates.now, lambda: _prepare(stage, 0))


def _issued(stage: Stage, week: int) -> Iterator[Act]:
    drafts: list[LedgerIssue] = []
    count, check, sign = (
        stage.dates.moment(week, SUNDAY, at) for at in (time(18, 5), time(18, 30), time(18, 50))
    )
    yield Act(count, lambda: drafts.append(_prepare(stage, week)))
    yield Act(check, lambda: review(drafts[0], stage.cast.actor(OFFICER)))
    yield Act(sign, lambda: issue(drafts[0], stage.cast.actor(HEAD)))


def _prepare(stage: Stage, week: int) -> LedgerIssue:
    return prepare(stage.subject, stage.dates.sunday(week), stage.cast.actor(CLERK))
