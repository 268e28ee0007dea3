"""What a person sees when something is refused, has moved on, or breaks."""

import logging
import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit

from flask import Flask, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from app.database import db, reading
from app.web.guard import READS, note_refused_deed
from app.web.preferences import current_preferences
from app.wording import N_, Refusal

log = logging.getLogger(__name__)

MEBIBYTE = 1024 * 1024
BUSY = N_("系统正忙，这一步没有办成，也没有存下任何内容。请稍等片刻再提交一次。")
PAGES = frozenset({403, 404, 405})
UNKEPT = ("csrf_token", "version", "password", "value", "back")


def typed_texts() -> Iterator[str]:
    """What was typed into the form that is being refused, without choices and secrets."""
    for name, value in request.form.items(multi=True):
        is_secret = any(word in name for word in UNKEPT)
        if not is_secret and not value.isascii():
            yield value


def session_ended() -> ResponseReturnValue:
    """Send a stranger to the login, keeping in sight what a form carried; for Flask-Login."""
    login = url_for(current_app.login_manager.login_view, next=_page_left())  # type: ignore[attr-defined]  # Flask-Login sets it on the app
    return redirect(login) if request.method in READS else page("session_ended", 401, login=login)


def _page_left() -> str:
    """Return the path that the reader was on: asked for now, or the one the form stood on."""
    if request.method in READS:
        return request.full_path.rstrip("?")
    before = urlsplit(request.referrer or "")
    return before.path if before.netloc == request.host else "/"


def page(name: str, status: int, **context: object) -> ResponseReturnValue:
    """Render one of the designed error pages, on a session that can still be read."""
    db.session.rollback()
    reading()  # the page only looks, also after a form that meant to write
    sent = request.method not in READS and status != RequestEntityTooLarge.code
    texts = list(typed_texts()) if sent else []
    return render_template(f"errors/{name}.html", kept=texts, back=_page_left(), **context), status


def _refused(error: Refusal) -> ResponseReturnValue:
    note_refused_deed(str(error))
    name = "conflict" if error.code == 409 else "refused"  # noqa: PLR2004  # HTTP Conflict
    return page(name, error.code, refusal=error)


def _stale(_error: StaleDataError) -> ResponseReturnValue:
    return page("conflict", 409, refusal=None)


def _overtaken(error: IntegrityError) -> ResponseReturnValue:
    """Tell the second of two who stored the same thing at once; the database let one in."""
    log.warning("refused by a constraint", exc_info=error)
    return page("conflict", 409, refusal=None)


def _busy(error: OperationalError) -> ResponseReturnValue:
    """Ask for another try when the database was locked for too long, or broke a deadlock."""
    if not _comes_from_others(error):
        return _broken(error)
    log.warning("the database was busy", exc_info=error)
    db.session.rollback()
    return page("refused", 503, refusal=Refusal(BUSY))


def _comes_from_others(error: OperationalError) -> bool:
    said = str(error.orig)
    return "locked" in said or "deadlock" in said


def _session_over(_error: CSRFError) -> ResponseReturnValue:
    return page("session_ended", 400, login=_page_left())


def _too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    limit = (current_app.config["MAX_CONTENT_LENGTH"] or 0) // MEBIBYTE
    return page("too_large", 413, limit=limit)


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None or not error.code or error.code < 400:  # noqa: PLR2004  # redirects
        return error
    name = f"{error.code}" if error.code in PAGES else "refused"
    answer = make_response(page(name, error.code))
    if isinstance(error, MethodNotAllowed):
        answer.allow.update(error.valid_methods or ())
    return answer


def _broken(error: Exception) -> ResponseReturnValue:
    """Name the failure, so that a telephone call can find it in the log.

    Nothing here asks the database, not even who is reading: it may be what has failed.
    """
    number = secrets.token_hex(4).upper()
    log.error("failure %s", number, exc_info=error)
    template = current_app.jinja_env.get_template("errors/500.html")
    texts = list(typed_texts()) if request.method not in READS else []
    body = template.render(
        preferences=current_preferences(), kept=texts, back=_page_left(), number=number
    )
    return body, 500


def register_errors(app: Flask) -> None:
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(StaleDataError, _stale)
    app.register_error_handler(IntegrityError, _overtaken)
    app.register_error_handler(OperationalError, _busy)
    app.register_error_handler(CSRFError, _session_over)
    app.register_error_handler(RequestEntityTooLarge, _too_large)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _broken)
