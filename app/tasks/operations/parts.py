"""The parts of a task as its document names them: rows made, changed, and left as they stand."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from app.tasks.models import Indicator, Milestone, Site, Task
from app.tasks.vocabulary import PartState
from app.units.queries import directory

Said = Mapping[str, Any]
STATES: Final = {
    "completed": PartState.DONE,
    "closed": PartState.DONE,
    "not_started": PartState.NOT_STARTED,
}
"""What a document's word for how a site stands makes of it; any other word says: under way."""


def set_sites(task: Task, said: Sequence[Said] | None) -> None:
    """Make the rows what a document says; a site that it still names keeps how it stands."""
    known = {(site.number, site.name): site for site in task.sites}
    units = directory() if said and any(each.get("units") for each in said) else {}
    task.sites = [
        _site(each, known.pop((each.get("number"), each["name"]), None), units)
        for each in said or ()
    ]
    for position, site in enumerate(task.sites, start=1):
        site.position = position


def _site(said: Said, known: Site | None, units: Mapping[str, int]) -> Site:
    site = known or Site(standing=_state(said.get("status")), number=said.get("number"))
    deadline = said.get("deadline") or {}
    site.name, site.problem = said["name"], said.get("requirement")
    site.units = list(said.get("units") or ())
    site.unit_id = units.get(site.units[0]) if len(site.units) == 1 else None
    site.deadline_wording, site.due_on = deadline.get("raw"), day(deadline.get("due_on"))
    site.said_status, site.remarks = said.get("status"), said.get("remarks")
    return site


def _state(status: str | None) -> PartState:
    return STATES.get(status, PartState.UNDER_WAY) if status else PartState.NOT_STARTED


def set_indicators(task: Task, said: Sequence[Said] | None) -> None:
    """Make the rows what a document says; one that was measured stays while it is named."""
    known = {each.name: each for each in task.indicators}
    task.indicators = [_indicator(each, known.pop(each["name"], None)) for each in said or ()]
    for position, indicator in enumerate(task.indicators, start=1):
        indicator.position = position


def _indicator(said: Said, known: Indicator | None) -> Indicator:
    indicator = known or Indicator(name=said["name"])
    indicator.comparison, indicator.wanted = said["comparison"], Decimal(str(said["value"]))
    indicator.unit_text, indicator.due_on = said["unit"], day(said.get("due_on"))
    indicator.wording = said.get("text")
    return indicator


def set_milestones(task: Task, stages: Sequence[str]) -> None:
    """One milestone for each day of a staged deadline; those that were passed stay."""
    if not any(each.finished_on for each in task.milestones):
        task.milestones = [
            Milestone(position=place, name=f"第{place}阶段", due_on=day(each))
            for place, each in enumerate(stages, start=1)
        ]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
