"""Who reads the page: Flask-Login as a thin shell over the sessions kept on the server."""

import logging
from dataclasses import dataclass
from datetime import datetime

from flask import Flask, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy.exc import OperationalError

from app import clock
from app.access.actor import Actor
from app.accounts import operations, queries
from app.accounts.models import LoginSession
from app.accounts.operations.sessions import token_hash
from app.database import db
from app.extensions import login_manager
from app.web.errors import session_ended

log = logging.getLogger(__name__)

OPEN_BEFORE_CHANGE = frozenset({
    "accounts.password_form", "accounts.change_password", "accounts.log_out",
    "preferences.choose", "static",
})  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """The person behind a request, as Flask-Login and the shell of a page want to see one."""

    token: str
    session_id: int
    person_id: int
    login: str
    name: str
    unit_line: str
    must_change_password: bool
    seen_at: datetime
    actor: Actor

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        return self.token


def load_user(token: str) -> Reader | None:
    """Return who holds a session's token, while the session lasts; for Flask-Login."""
    session = queries.live_session(token_hash(token), clock.now())
    return _reader(session, token) if session else None


def _reader(session: LoginSession, token: str) -> Reader:
    person = session.person
    held = person.held_on(clock.today())
    return Reader(
        token=token,
        session_id=session.id,
        person_id=person.id,
        login=person.login,
        name=person.name,
        unit_line=person.post or (held[0].unit.label if held else ""),
        must_change_password=person.must_change_password,
        seen_at=session.seen_at,
        actor=person.actor(clock.today(), request.remote_addr or ""),
    )


def not_logged_in() -> ResponseReturnValue:
    """Send a stranger to the login; for Flask-Login."""
    return session_ended()


def watch_sessions(app: Flask) -> None:
    """Guard the cookie, keep sessions alive that are used, ask for a password that is due."""
    http_only = app.config["ZHENGGAI"].http_only
    app.config.update(
        SESSION_COOKIE_NAME="session" if http_only else "__Host-session",
        SESSION_COOKIE_SECURE=not http_only,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
    )
    login_manager.login_view = "accounts.login_form"
    login_manager.session_protection = None
    app.before_request(_ask_for_new_password)
    app.after_request(_note_use)


def _ask_for_new_password() -> ResponseReturnValue | None:
    if request.endpoint in OPEN_BEFORE_CHANGE or not current_user.is_authenticated:
        return None
    due = current_user.must_change_password
    return redirect(url_for("accounts.password_form")) if due else None


def _note_use(response: Response) -> Response:
    """Write down that the session is in use, in a transaction of its own."""
    if request.endpoint == "static" or not current_user.is_authenticated:
        return response
    if clock.now() - current_user.seen_at >= operations.SEEN_EVERY:
        _touch(current_user.session_id)
    return response


def _touch(session_id: int) -> None:
    """Move the session on; a page that was read is not lost because somebody else is writing."""
    db.session.rollback()  # a page that only read; what was written is committed
    try:
        operations.touch(session_id)
        db.session.commit()
    except OperationalError as error:
        db.session.rollback()
        log.warning("a session could not be moved on", exc_info=error)
