"""What the page of a task shows of its close-out: materials, approvals, criteria."""

from dataclasses import dataclass

from flask import render_template, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from app.closeout import queries
from app.closeout.models import Application
from app.closeout.workflow import required_materials
from app.tasks.models import Task
from app.tasks.views.panels import Panel, Place, register_panel
from app.tasks.views.steps import steps_of
from app.tasks.vocabulary import TaskState


@dataclass(frozen=True)
class Handed:
    """One required material on the page: its name, where it opens, or why there is none."""

    name: str
    href: str
    filename: str
    note: str


def materials(task: Task) -> Panel | None:
    """What the application must bring, and what it brought."""
    applications = queries.applications_of(task.id)
    handed = _handed(task, applications[0] if applications else None)
    if not handed:
        return None
    present = sum(bool(one.href) for one in handed)
    count = f"{present}/{len(handed)}"
    body = render_template("closeout/materials_panel.html", handed=handed, count=count)
    return Panel(Place.MAIN, Markup(body), "materials", _("销号材料"), count)  # noqa: S704  # drawn by our own template


def _handed(task: Task, application: Application | None) -> list[Handed]:
    if application is None:
        names = required_materials(task.procedure) if task.procedure else []
        return [Handed(name, "", "", "") for name in names]
    return [
        Handed(
            one.name,
            url_for("tasks.open_evidence", token=one.evidence.token) if one.evidence else "",
            one.evidence.filename if one.evidence else "",
            one.note,
        )
        for one in application.materials
    ]


def approvals(task: Task) -> Panel | None:
    """Who decided what at which step, application after application."""
    applications = queries.applications_of(task.id)
    if not applications:
        return None
    count = sum(len(one.records) for one in applications)
    body = render_template("closeout/approvals_panel.html", applications=applications, count=count)
    return Panel(Place.MAIN, Markup(body), "approvals", _("审批轨迹"), str(count))  # noqa: S704  # drawn by our own template


def criteria(task: Task) -> Panel | None:
    """What the task will be accepted by, written before its work begins."""
    own = queries.criteria_of(task.id)
    steps = [step for step in steps_of(task) if step.checklist]
    if not own and not steps:
        return None
    frozen = task.state is not TaskState.DRAFT and task.latest_report_id is not None
    body = render_template("closeout/criteria_panel.html", own=own, steps=steps, frozen=frozen)
    return Panel(Place.ASIDE, Markup(body), "criteria")  # noqa: S704  # drawn by our own template


register_panel("closeout.materials", 60, materials)
register_panel("closeout.approvals", 70, approvals)
register_panel("closeout.criteria", 60, criteria)
