"""Everything that a ledger is written from, gathered once for a cut-off."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app import clock
from app.inspections.models import Period, RectificationList
from app.ledgers import queries
from app.ledgers.models import LedgerIssue
from app.metrics.queries import Standing, scope_at, standings
from app.tasks.models import ProgressReport, Task, TaskEvent
from app.tasks.queries import tasks_of_list
from app.units.models import Unit
from app.units.queries import units_with_ids


@dataclass(frozen=True)
class Facts:
    """How a list stood at the last issue's cut-off and at this one, and what lies between."""

    subject: RectificationList
    period: Period
    cutoff: datetime
    previous: LedgerIssue | None
    before: Mapping[int, Standing]
    after: Sequence[Standing]
    tasks: Mapping[int, Task]
    reports: Mapping[int, ProgressReport]
    events: Sequence[TaskEvent]
    evidence: Mapping[int, int]
    units: Mapping[int, Unit]
    names: Mapping[int, str]
    """What each counting unit is called: its short name, unless two share it."""

    @property
    def day(self) -> date:
        return clock.local(self.cutoff).date()

    def number(self, standing: Standing) -> str:
        return self.tasks[standing.task_id].number


def gather(period: Period, cutoff: datetime, previous: LedgerIssue | None) -> Facts:
    """Read a period's facts as they had been recorded by the cut-off."""
    subject = period.rectification_list
    since = previous.counted_at if previous else None
    before = _standings_at(previous)
    after = standings(scope_at(subject, cutoff, (period.id,)))
    units = units_with_ids(one.counting_unit_id for one in (*before, *after))
    return Facts(
        subject=subject,
        period=period,
        cutoff=cutoff,
        previous=previous,
        before={one.task_id: one for one in before},
        after=after,
        tasks={task.id: task for task in tasks_of_list(subject.id)},
        reports=queries.reports_with_ids(one.report_id for one in after if one.report_id),
        events=queries.events_between(subject.id, since, cutoff),
        evidence=queries.evidence_counts(subject.id, since, cutoff),
        units=units,
        names=_names(units.values()),
    )


def _standings_at(issue: LedgerIssue | None) -> list[Standing]:
    if issue is None:
        return []
    return standings(scope_at(issue.rectification_list, issue.counted_at, (issue.period_id,)))


def _names(units: Iterable[Unit]) -> dict[int, str]:
    units = list(units)
    labels = [unit.label for unit in units]
    return {u.id: u.label if labels.count(u.label) == 1 else u.name for u in units}
