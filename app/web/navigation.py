"""The side navigation: what the actor may do, in groups, with counts handed in by create_app."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask import Flask, current_app, request, url_for
from flask_login import current_user

from app.access.actions import (
    AccountabilityAction,
    Action,
    AssessmentAction,
    AuditAction,
    HomeAction,
    InspectionAction,
    IntakeAction,
    LedgerAction,
    OverviewAction,
    PersonAction,
    PetitionAction,
    ProcedureAction,
    PublicationAction,
    ReviewAction,
    TaskAction,
    UnitAction,
)
from app.access.actor import Actor
from app.web.guard import current_actor, may
from app.wording import N_

Count = Callable[[Actor], str]
"""What stands beside an entry: a number as text, 待办 11, 第12期, or nothing."""


@dataclass(frozen=True)
class Entry:
    """One page that the navigation leads to."""

    label: str
    endpoint: str
    action: Action


@dataclass(frozen=True)
class Item:
    """One line of the navigation, for one reader."""

    label: str
    href: str
    note: str
    current: bool


@dataclass(frozen=True)
class Group:
    """Lines under one heading."""

    label: str
    items: tuple[Item, ...]


PLAN: Mapping[str, tuple[Entry, ...]] = {
    "": (Entry(N_("首页"), "home.todo", HomeAction.READ),),
    N_("办理"): (
        Entry(N_("整改任务"), "tasks.register", TaskAction.LIST),
        Entry(N_("完成未销号"), "desk.queue_page", TaskAction.LIST),
        Entry(N_("信访件"), "petitions.cases", PetitionAction.LIST),
        Entry(N_("导入核对"), "intake.documents", IntakeAction.READ),
        Entry(N_("包案与会审"), "engagements.overview", ReviewAction.LIST),
        Entry(N_("督察与清单"), "inspections.inspections_page", InspectionAction.LIST),
    ),
    N_("呈报"): (
        Entry(N_("总览"), "metrics.overview", OverviewAction.READ),
        Entry(N_("周台账"), "ledgers.issues", LedgerAction.LIST),
        Entry(N_("考核"), "assessment.assessments", AssessmentAction.LIST),
        Entry(N_("问责"), "accountability.matters", AccountabilityAction.LIST),
        Entry(N_("公示"), "publication.register", PublicationAction.LIST),
    ),
    N_("设置"): (
        Entry(N_("程序与时限"), "procedures.index", ProcedureAction.READ),
        Entry(N_("单位"), "units.tree", UnitAction.READ),
        Entry(N_("人员"), "accounts.people", PersonAction.READ),
        Entry(N_("操作记录"), "audit.trail", AuditAction.READ),
    ),
}


# Doors without an entry of their own, and the entry under which they lie.
BELONGS_TO = {"closeout": "tasks", "pointers": "tasks"}


def navigation() -> tuple[Group, ...]:
    """Build what the reader of this page may open; nothing for a stranger."""
    if not current_user or not current_user.is_authenticated:
        return ()
    groups = (Group(label, tuple(_items(entries))) for label, entries in PLAN.items())
    return tuple(group for group in groups if group.items)


def _items(entries: tuple[Entry, ...]) -> Iterator[Item]:
    counts: Mapping[str, Count] = current_app.extensions["navigation_counts"]
    for entry in entries:
        if entry.endpoint in current_app.view_functions and may(entry.action):
            count = counts.get(entry.endpoint)
            note = count(current_actor()) if count else ""
            yield Item(entry.label, url_for(entry.endpoint), note, _leads_here(entry.endpoint))


def _leads_here(endpoint: str) -> bool:
    """Whether the page belongs to the entry: the same blueprint, or one that serves it."""
    here = request.blueprint or ""
    return BELONGS_TO.get(here, here) == endpoint.partition(".")[0]


def register_navigation(app: Flask, counts: Mapping[str, Count]) -> None:
    """Hand the navigation to every template; `counts` goes from endpoint to its count."""
    app.extensions["navigation_counts"] = dict(counts)
    app.context_processor(lambda: {"navigation": navigation, "may": may})
