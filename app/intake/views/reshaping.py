"""Items that are cut in two, put together, added by hand; lines that are not needed."""

from collections.abc import Iterator

from flask import abort, flash, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.database import db
from app.intake import operations
from app.intake.forms import CutForm, DeedForm, LinesForm
from app.intake.models import IntakeRow
from app.intake.operations import Cut
from app.intake.operations.cutting import sentences
from app.intake.views import fetch, fetch_row, intake
from app.intake.views.returning import back_to, same_version
from app.web.guard import current_actor, requires

SHORT = 60
"""Characters of a line by which a place is recognised."""


@intake.get("/rows/<int:row_id>/split")
@requires(IntakeAction.CORRECT)
def split_form(row_id: int) -> ResponseReturnValue:
    row = fetch_row(row_id)
    return _ask(row, _with_places(CutForm(version=row.version), row))


@intake.post("/rows/<int:row_id>/split")
@requires(IntakeAction.CORRECT)
def split(row_id: int) -> ResponseReturnValue:
    row = fetch_row(row_id)
    form = _with_places(CutForm(), row)
    if not form.validate():
        return _ask(row, form), 422
    same_version(row, form.version.data)
    kind, _colon, at = form.at.data.partition(":")
    new = operations.split(row, Cut(kind, int(at)), current_actor())
    db.session.commit()
    flash(_("已拆成两项，新的一项在后，请核对编号。"))
    return back_to(row.document, new.position)


def _with_places(form: CutForm, row: IntakeRow) -> CutForm:
    form.at.choices = [*(pair for _group, pairs in _places(row) for pair in pairs)]
    return form


def _places(row: IntakeRow) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Where an item can be cut, each group with its words: never before its first part."""
    lines = [line for line in row.document.lines if line["item"] == row.position - 1]
    yield (
        _("从原文这一行起"),
        [
            (f"line:{line['number']}", f"{line['number']}　{line['text'][:SHORT]}")
            for line in lines[1:]
        ],
    )
    measures = row.fields.get("measures", {}).get("value") or ()
    yield (
        _("从这条措施起"),
        [
            (f"measure:{place}", f"{place + 1}. {each['text'][:SHORT]}")
            for place, each in enumerate(measures)
            if place
        ],
    )
    parts = sentences(str(row.fields["problem"]["value"] or ""))
    yield (
        _("从问题的这一句起"),
        [(f"text:{place}", part.strip()[:SHORT]) for place, part in enumerate(parts) if place],
    )


def _ask(row: IntakeRow, form: CutForm) -> str:
    groups = [(label, dict(pairs)) for label, pairs in _places(row) if pairs]
    return render_template(
        "intake/split_form.html", row=row, form=form, groups=groups, show=request.args.get("show")
    )


@intake.post("/rows/<int:row_id>/merge")
@requires(IntakeAction.CORRECT)
def merge(row_id: int) -> ResponseReturnValue:
    row = fetch_row(row_id)
    same_version(row, DeedForm().version.data)
    document, called = row.document, row.number or str(row.position)
    before = operations.merge(row, current_actor())
    db.session.commit()
    flash(_("第%(number)s项已并入上一项，可以撤销。", number=called))
    return back_to(document, before.position)


@intake.post("/<int:import_id>/rows")
@requires(IntakeAction.CORRECT)
def add(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.CORRECT)
    form = LinesForm()
    if not form.validate():
        abort(422)
    new = operations.add(document, form.line.data or [], form.after.data or 0, current_actor())
    db.session.commit()
    flash(_("已新增一项，请核对。"))
    return back_to(document, new.position)


@intake.post("/<int:import_id>/lines")
@requires(IntakeAction.CORRECT)
def set_lines_aside(import_id: int) -> ResponseReturnValue:
    document = fetch(import_id, IntakeAction.CORRECT)
    form = LinesForm()
    if not form.validate():
        abort(422)
    operations.set_lines_aside(document, form.line.data or [], current_actor())
    db.session.commit()
    return back_to(document)
