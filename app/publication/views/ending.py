"""The form on which the office confirms that a publicity is over."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.database import db
from app.inspections.vocabulary import StepKind
from app.publication import operations, queries
from app.publication.forms import EndForm
from app.publication.models import Publicity
from app.publication.snapshot import result_words
from app.publication.views import publication
from app.publication.vocabulary import Standing
from app.web.guard import authorize, may, requires


def may_end(line: queries.Line) -> bool:
    """Whether the reader may confirm now: the window is over, or somebody else has signed."""
    publicity = line.publicity
    examining = operations.stands_at(publicity, StepKind.OBJECTION)
    over = line.standing is Standing.OVER or examining
    return over and may(_action(publicity), publicity.task)


def _action(publicity: Publicity) -> TaskAction:
    examining = operations.stands_at(publicity, StepKind.OBJECTION)
    return TaskAction.EXAMINE if examining else TaskAction.PUBLISH


@publication.get("/notices/<notice_id>/end")
@requires(TaskAction.EXAMINE)
def end_form(notice_id: str) -> ResponseReturnValue:
    publicity = _publicity(notice_id)
    authorize(_action(publicity), publicity.task)
    return _ask_to_end(publicity, EndForm(opinion=result_words(queries.line_of(publicity))))


@publication.post("/notices/<notice_id>/end")
@requires(TaskAction.EXAMINE)
def end(notice_id: str) -> ResponseReturnValue:
    publicity = _publicity(notice_id)
    actor = authorize(_action(publicity), publicity.task)
    form = EndForm()
    if not form.validate():
        return _ask_to_end(publicity, form), 422
    operations.end_publicity(publicity, form.opinion.data or "", actor)
    db.session.commit()
    flash(_("已确认公示期满，任务进入下一步。"))
    return redirect(url_for("tasks.task", task_id=publicity.task_id))


def _publicity(notice_id: str) -> Publicity:
    return queries.publicity_or_none(notice_id) or abort(404)


def _ask_to_end(publicity: Publicity, form: EndForm) -> str:
    return render_template(
        "publication/end_form.html",
        publicity=publicity,
        task=publicity.task,
        headline=publicity.task.headline,
        line=queries.line_of(publicity),
        form=form,
    )
