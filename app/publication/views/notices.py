"""What everybody may see without a login: counts, lists, notices, and the form for objections."""

import logging
from typing import Any

from flask import Response, abort, make_response, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from app import clock
from app.access.actions import PublicationAction, TaskAction
from app.database import db
from app.extensions import csrf
from app.files.views import send_blob
from app.publication import operations, queries
from app.publication.forms import ObjectionForm
from app.publication.models import Publicity
from app.publication.operations import query_code
from app.publication.operations.objecting import FILES, PER_FILE
from app.publication.views import public
from app.publication.views.tokens import new_token, receipt_of, refuse_other_sites
from app.publication.views.words import length, row, rows_of
from app.publication.vocabulary import OPEN, TAKES_OBJECTIONS
from app.web.errors import BUSY
from app.web.formatting import translated
from app.web.guard import public as open_to_all
from app.web.guard import requires
from app.wording import N_, Refusal

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
STALE = N_("页面打开太久，请核对后再提交一次；文件要重新选。")
ROOM = 1024 * 1024
"""For the words beside the files."""
csrf.exempt(public)
log = logging.getLogger(__name__)


@public.url_value_preprocessor
def take_six_files(endpoint: str | None, _values: object) -> None:
    """Let an objection be larger than any other form, before anything reads it."""
    if endpoint == "public.send_objection":
        request.max_content_length = FILES * PER_FILE + ROOM


@public.after_request
def close_tighter(response: Response) -> Response:
    """Allow no script, and tell other sites nothing of where a reader came from."""
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@public.get("/")
@open_to_all
@requires(PublicationAction.VISIT)
def home() -> ResponseReturnValue:
    return page("public/home.html")


@public.get("/current")
@open_to_all
@requires(PublicationAction.VISIT)
def current() -> ResponseReturnValue:
    shown = queries.shown_to_everybody(still_open=True)
    return page("public/list.html", rows=[row(one) for one in shown])


@public.get("/past")
@open_to_all
@requires(PublicationAction.VISIT)
def past() -> ResponseReturnValue:
    shown = queries.shown_to_everybody(still_open=False)
    return page("public/list.html", rows=[row(one) for one in shown], past=True)


@public.get("/notices/<notice_id>")
@open_to_all
@requires(PublicationAction.VISIT)
def notice(notice_id: str) -> ResponseReturnValue:
    return _notice(_fetch(notice_id), ObjectionForm(token=new_token(notice_id)))


@public.get("/notices/<notice_id>/notice.pdf")
@open_to_all
@requires(PublicationAction.VISIT)
def paper(notice_id: str) -> Response:
    publicity = _fetch(notice_id)
    return send_blob(publicity.paper, f"{publicity.content['number']}.pdf")


@public.get("/photos/<photo_token>")
@open_to_all
@requires(PublicationAction.VISIT)
def photo(photo_token: str) -> Response:
    found = queries.photo_or_none(photo_token) or abort(404)
    _fetch(found.publicity.public_id)
    return send_blob(found.blob, "photo.jpg")


@public.post("/notices/<notice_id>")
@open_to_all
@requires(TaskAction.OBJECT)
def send_objection(notice_id: str) -> ResponseReturnValue:
    refuse_other_sites()
    queries.hold(notice_id)
    publicity, form = _fetch(notice_id), ObjectionForm()
    receipt = receipt_of(form.token.data or "", notice_id)
    if not form.validate() or receipt is None:
        return _again(publicity, form, "" if receipt else STALE), 422
    code, address = query_code(receipt), request.remote_addr or ""
    try:
        operations.object_to(publicity, form.draft(), code, address)
    except Refusal as refusal:
        db.session.rollback()
        return _again(_fetch(notice_id), form, translated(refusal)), refusal.code
    db.session.commit()
    return page("public/received.html", code=code, notice_id=notice_id), 201


def _again(publicity: Publicity, form: ObjectionForm, reason: str) -> str:
    """Show the page with everything that was typed and what is wrong with it."""
    form.form_errors = [reason] if reason else []
    if receipt_of(form.token.data or "", publicity.public_id) is None:
        form.token.data = new_token(publicity.public_id)
    return _notice(publicity, form)


def _fetch(notice_id: str) -> Publicity:
    """Return a notice whose first day has come; before that there is none."""
    publicity = queries.publicity_or_none(notice_id)
    if publicity is None or publicity.first_day > clock.today():
        abort(404)
    return publicity


def _notice(publicity: Publicity, form: ObjectionForm) -> str:
    line = queries.line_of(publicity)
    return page(
        "public/notice.html",
        publicity=publicity,
        content=publicity.content,
        row=row(line),
        rows=rows_of(line),
        length=length(line),
        form=form,
        takes_objections=line.standing in TAKES_OBJECTIONS,
        is_current=line.standing in OPEN,
    )


def page(template: str, **context: Any) -> str:
    """Render a public page: above each stand the counts of what is and was publicised."""
    now, past = queries.counts_for_everybody()
    return render_template(template, counts={"current": now, "past": past}, **context)


@public.errorhandler(Refusal)
def _refused(error: Refusal) -> ResponseReturnValue:
    db.session.rollback()
    return page("public/refused.html", said=translated(error)), error.code


@public.errorhandler(SQLAlchemyError)
def _busy(error: SQLAlchemyError) -> ResponseReturnValue:
    """Ask for another try: somebody else was writing to the same task."""
    log.warning("a public page could not be answered", exc_info=error)
    db.session.rollback()
    return page("public/refused.html", said=translated(BUSY)), 503


@public.errorhandler(RequestEntityTooLarge)
@public.errorhandler(HTTPException)
def _failed(error: HTTPException) -> ResponseReturnValue:
    """Say it on a page of the public's own: the usual one would set a cookie."""
    db.session.rollback()
    missing, large = N_("没有这份公示，或者还没有开始公示。"), N_("文件太大，请压缩后再提交。")
    said = large if isinstance(error, RequestEntityTooLarge) else missing
    return make_response(page("public/refused.html", said=translated(said)), error.code or 500)
