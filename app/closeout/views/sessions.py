"""The pages of a monthly session: several tasks decided upon at one sitting."""

from collections.abc import Iterator, Sequence

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import AcceptanceAction, TaskAction
from app.closeout import queries
from app.closeout.drafts import Checked, Finding
from app.closeout.forms import wrong
from app.closeout.forms.sessions import SessionForm
from app.closeout.operations.sessions import Minutes, Verdict, hold_session
from app.closeout.queries.queue import Queued
from app.closeout.queries.sessions import awaiting, session_or_none
from app.closeout.views import desk
from app.closeout.vocabulary import Answer
from app.database import db
from app.inspections.models import RectificationList
from app.tasks.queries import lists_visible_to
from app.tasks.workflow import PASSED_BY
from app.web.formatting import translated
from app.web.guard import authorize, current_actor, note_refused_deed, requires
from app.wording import Refusal


@desk.get("/sessions/new")
@requires(AcceptanceAction.HOLD)
def session_form() -> ResponseReturnValue:
    subject = _list()
    rows = awaiting(current_actor()).get(subject, [])
    return _ask(subject, rows, _form(rows, held_on=clock.today()))


@desk.post("/sessions/new")
@requires(AcceptanceAction.HOLD)
def hold() -> ResponseReturnValue:
    subject, actor = _list(), authorize(AcceptanceAction.HOLD)
    rows = awaiting(actor).get(subject, [])
    form = _form(rows)
    if not form.validate():
        return _ask(subject, rows, form), 422
    minutes = Minutes(form.held_on.data or clock.today(), form.minutes.data or "")
    try:
        session = hold_session(subject, minutes, list(_verdicts(rows, form)), actor)
    except Refusal as refusal:
        note_refused_deed(str(refusal))
        db.session.rollback()
        form.minutes.errors = [translated(refusal)]
        return _ask(_list(), awaiting(actor).get(_list(), []), form), 422
    db.session.commit()
    flash(_("集中验收已记下，%(count)s项一并办理。", count=len(session.records)))
    return redirect(url_for("desk.session_page", session_id=session.id))


@desk.get("/sessions/<int:session_id>")
@requires(AcceptanceAction.READ)
def session_page(session_id: int) -> ResponseReturnValue:
    session = session_or_none(session_id) or abort(404)
    authorize(AcceptanceAction.READ, session)
    return render_template("desk/session.html", session=session)


def _list() -> RectificationList:
    """The list that the address names, if the reader may see it."""
    code = request.args.get("list", "")
    lists = lists_visible_to(current_actor())
    return next((one for one in lists if one.code == code), None) or abort(404)


def _form(rows: Sequence[Queued], **typed: object) -> SessionForm:
    form = SessionForm(data=typed or None)
    form.ask_for([(one.task.id, _title(one)) for one in rows])
    return form


def _title(one: Queued) -> str:
    return f"{one.task.number}　{one.task.headline}"


def _verdicts(rows: Sequence[Queued], form: SessionForm) -> Iterator[Verdict]:
    """What was said of each task that was not left for another time."""
    known = {str(one.task.id): one for one in rows}
    for entry in form.verdicts:
        row, said = known.get(entry.form.task.data or ""), entry.form.result.data
        if row is None or not said:
            continue
        action = TaskAction.RETURN if said == "return" else PASSED_BY[row.kind]
        names = queries.criteria_at(row.task, row.task.step) if row.task.step else []
        met = names if entry.form.met.data else []
        finding = Finding(
            opinion=entry.form.opinion.data or "",
            acted_on=form.held_on.data or clock.today(),
            checklist=tuple(Checked(name, Answer.MET) for name in met),
        )
        yield Verdict(row.task, action, finding)


def _ask(subject: RectificationList, rows: Sequence[Queued], form: SessionForm) -> str:
    return render_template(
        "desk/session_form.html",
        list=subject,
        rows=rows,
        form=form,
        wrong=list(wrong(form)),
        criteria={
            one.task.id: queries.criteria_at(one.task, one.task.step) if one.task.step else []
            for one in rows
        },
    )
