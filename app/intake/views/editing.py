"""One field of a row on a page of its own: a text, units, measures, numbers, entries, a word."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.database import db
from app.intake.operations.directory import directory_for
from app.intake.views import fetch_row, intake
from app.intake.views.editors import Editor, editor_of
from app.intake.views.questions import names_to_type
from app.intake.views.returning import back_to, same_version
from app.intake.views.source import lines_numbered
from app.intake.vocabulary import FIELDS
from app.web.guard import current_actor, requires
from app.wording import Refusal


@intake.get("/rows/<int:row_id>/fields/<name>")
@requires(IntakeAction.CORRECT)
def field_form(row_id: int, name: str) -> ResponseReturnValue:
    row = fetch_row(row_id)
    editor = editor_of(row, name) or abort(404)
    return _ask(editor, editor.filled())


@intake.post("/rows/<int:row_id>/fields/<name>")
@requires(IntakeAction.CORRECT)
def correct(row_id: int, name: str) -> ResponseReturnValue:
    row = fetch_row(row_id)
    editor = editor_of(row, name) or abort(404)
    form = editor.sent()
    if "more" in request.form or not form.validate():
        return _ask(editor, form), 422 if form.errors else 200
    same_version(row, form.version.data)
    try:
        editor.put(form, current_actor())
    except Refusal as refusal:
        db.session.rollback()
        editor.blame(form, refusal)
        return _ask(editor, form), 422
    db.session.commit()
    return back_to(row.document, row)


def _ask(editor: Editor, form: object) -> str:
    row, name = editor.row, editor.name
    field = row.fields.get(name) or {"lines": []}
    lines = row.fields["units"]["lines"] if editor.names_units else field["lines"]
    return render_template(
        f"intake/{editor.template}.html",
        row=row,
        form=form,
        name=name,
        label=_(FIELDS[name]),
        lines=lines_numbered(row.document, lines),
        names=names_to_type(directory_for(row.area)) if editor.names_units else (),
        show=request.args.get("show"),
    )
