"""Decomposing a task: one line for each list below, filled from the task itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.access.actor import Part
from app.database import db
from app.inspections import queries as inspections
from app.inspections.models import RectificationList
from app.tasks import operations, queries
from app.tasks.forms import ChildForm, DecomposeForm
from app.tasks.models import Task
from app.tasks.views import fetch, must_be_in_turn, tasks
from app.units.models import Unit
from app.units.queries import below, tree
from app.web.formatting import translated
from app.web.guard import authorize, current_actor, may, note_refused_deed, requires
from app.wording import Refusal


@dataclass(frozen=True)
class Row:
    """One list that may get a child, and what is typed for it."""

    list: RectificationList
    form: ChildForm


@tasks.get("/<int:task_id>/children/new")
@requires(TaskAction.DECOMPOSE)
def decompose_form(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    authorize(TaskAction.DECOMPOSE, subject)
    must_be_in_turn(subject, TaskAction.DECOMPOSE)
    return _ask(subject, DecomposeForm(problem=subject.problem), _rows(subject))


@tasks.post("/<int:task_id>/children/new")
@requires(TaskAction.DECOMPOSE)
def decompose(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    authorize(TaskAction.DECOMPOSE, subject)
    must_be_in_turn(subject, TaskAction.DECOMPOSE)
    form, rows = DecomposeForm(), _rows(subject)
    taken = [row for row in rows if row.form.take.data]
    wrong = [row for row in taken if not row.form.validate()]
    if not form.takes(len(taken)) or wrong:
        return _ask(subject, form, rows), 422
    if not _decomposed(subject, form, taken):
        db.session.rollback()
        return _ask(fetch(task_id), form, rows), 422
    db.session.commit()
    flash(_("已分解%(count)s项，等下级整改办交办。", count=len(taken)))
    return redirect(url_for("tasks.task", task_id=task_id, _anchor="children"))


def _decomposed(subject: Task, form: DecomposeForm, taken: Sequence[Row]) -> bool:
    """Open a child for each line; what is refused is said beside that line."""
    for row in taken:
        draft = row.form.draft(subject, form.problem.data or "")
        try:
            operations.decompose(subject, row.list, draft, current_actor())
        except Refusal as refusal:
            note_refused_deed(str(refusal))
            row.form.wrong(translated(refusal))
    return not any(row.form.errors for row in taken)


def _rows(subject: Task) -> list[Row]:
    """A line for each list at or below the task's government that the reader keeps."""
    units = tree()
    return [Row(one, _child_form(subject, one, units)) for one in _lists(subject)]


def _lists(subject: Task) -> Iterator[RectificationList]:
    """Lists below first, the task's own last."""
    found = [
        one
        for one in inspections.lists_in_area(current_actor())
        if one.area.startswith(subject.area) and may(TaskAction.OPEN, one)
    ]
    return iter(sorted(found, key=lambda one: (one.id == subject.list_id, one.id)))


def _child_form(subject: Task, one: RectificationList, units: Sequence[Unit]) -> ChildForm:
    checkers = subject.units_as(Part.SUPERVISING, Part.ACCEPTANCE)
    form = ChildForm(
        prefix=f"{one.code}-",
        number=queries.next_number(one.id),
        lead_unit_id=one.government_id,
        checker_id=checkers[0].id if checkers else None,
        deadline=subject.deadline_wording,
        target=subject.target,
    )
    form.lead_unit_id.choices = [(unit.id, unit.label) for unit in below(one.government)]
    form.checker_id.choices = [(unit.id, unit.label) for unit in units]
    return form


def _ask(subject: Task, form: DecomposeForm, rows: list[Row]) -> str:
    return render_template(
        "tasks/decompose_form.html",
        task=subject,
        headline=subject.headline,
        form=form,
        rows=rows,
        wrong=[(row, field) for row in rows for field in row.form if field.errors],
    )
