"""Access at the door: every view declares its action or is refused."""

from collections.abc import Callable
from typing import NoReturn, TypeVar

from flask import abort, current_app, g, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.access.actions import Action
from app.access.actor import Actor
from app.access.policy import permits
from app.database import reading

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])
READS = frozenset({"GET", "HEAD", "OPTIONS"})


def requires(action: Action) -> Callable[[View], View]:
    """Declare the action a view performs."""

    def mark(view: View) -> View:
        view.__dict__["action"] = action
        return view

    return mark


def public(view: View) -> View:
    """Declare that a view is open to everybody, logged in or not."""
    view.__dict__["public"] = True
    return view


def current_actor() -> Actor:
    """Return who is acting in this request, with the address the request came from."""
    actor = current_user.actor
    assert isinstance(actor, Actor)
    return actor


def guard_the_door() -> ResponseReturnValue | None:
    """Refuse a view that declares nothing, a stranger, and whoever has no part in the action."""
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method in READS:
        reading()
    if view is None or request.endpoint == "static" or "public" in view.__dict__:
        return None
    if "action" not in view.__dict__:
        abort(403)
    if not current_user.is_authenticated:
        return current_app.login_manager.unauthorized()  # type: ignore[attr-defined,no-any-return]  # Flask-Login sets it on the app
    authorize(view.__dict__["action"])
    return None


def authorize(action: Action, subject: object = None) -> Actor:
    """Return the actor if the policy lets them; otherwise answer as if there were nothing."""
    actor = current_actor()
    if not permits(actor, action, subject):
        refuse(action, subject)
    g.action, g.subject = action, subject
    return actor


def may(action: Action, subject: object = None) -> bool:
    """Whether the page may offer this to whoever reads it; for views and templates."""
    return bool(current_user.is_authenticated) and permits(current_actor(), action, subject)


def refuse(action: Action, subject: object = None) -> NoReturn:
    """Answer 404, the same for what is foreign and what is missing; the audit is told."""
    note_refusal(action, subject)
    abort(404)


def note_refusal(action: Action, subject: object = None, reason: str | None = None) -> None:
    """Let the audit know of an attempt that came to nothing; what was half done is not kept."""
    g.refused = (action, subject, reason)


def note_refused_deed(reason: str) -> None:
    """Let the audit know that an operation refused what this request asked for."""
    if "action" in g:
        note_refusal(g.action, g.get("subject"), reason)
