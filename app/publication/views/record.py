"""The office's list of publicities, and one publicity with its objections."""

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access.actions import ObjectionAction, PublicationAction
from app.files.views import send_blob
from app.publication import queries
from app.publication.models import Publicity
from app.publication.views import publication
from app.publication.views.ending import may_end
from app.publication.views.words import due, length, row, rows_of
from app.publication.vocabulary import OPEN, Standing
from app.web.guard import authorize, current_actor, may, requires
from app.wording import N_

VIEWS = {
    "open": (N_("正在办理"), OPEN),
    "past": (N_("已结束"), frozenset(Standing) - OPEN),
}


@publication.get("/")
@requires(PublicationAction.LIST)
def register() -> ResponseReturnValue:
    found = queries.lines(queries.publicities_for(current_actor()))
    chosen = request.args.get("view", "open")
    label_kinds = VIEWS.get(chosen) or abort(404)
    counts = {
        name: sum(line.standing in kinds for line in found)
        for name, (_label, kinds) in VIEWS.items()
    }
    return render_template(
        "publication/register.html",
        rows=[row(line) for line in found if line.standing in label_kinds[1]],
        views=[(VIEWS[name][0], name, count, name == chosen) for name, count in counts.items()],
        length=length,
    )


@publication.get("/notices/<notice_id>")
@requires(PublicationAction.READ)
def record(notice_id: str) -> ResponseReturnValue:
    publicity = _fetch(notice_id)
    line = queries.line_of(publicity)
    return render_template(
        "publication/record.html",
        publicity=publicity,
        task=publicity.task,
        headline=publicity.task.headline,
        row=row(line),
        line=line,
        rows=rows_of(line),
        length=length(line),
        due=due,
        may_end=may_end(line),
        is_shown=line.standing is not Standing.AHEAD,
        reads=may(ObjectionAction.LIST, publicity),
    )


@publication.get("/notices/<notice_id>/paper.pdf")
@requires(PublicationAction.READ)
def paper(notice_id: str) -> Response:
    publicity = _fetch(notice_id)
    return send_blob(publicity.paper, f"{publicity.content['number']}.pdf")


@publication.get("/notices/<notice_id>/paper.docx")
@requires(PublicationAction.READ)
def document(notice_id: str) -> Response:
    publicity = _fetch(notice_id)
    return send_blob(publicity.document, f"{publicity.content['number']}.docx", download=True)


def _fetch(notice_id: str) -> Publicity:
    publicity = queries.publicity_or_none(notice_id) or abort(404)
    authorize(PublicationAction.READ, publicity)
    return publicity
