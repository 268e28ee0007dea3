"""Logging in and out."""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from app.access.actions import SessionAction
from app.accounts import operations, queries
from app.accounts.drafts import Visit
from app.accounts.forms import LoginForm
from app.accounts.views import accounts
from app.accounts.views.reader import load_user
from app.database import db
from app.web.addresses import local_path
from app.web.guard import current_actor, public, requires
from app.wording import Refusal


@accounts.get("/login")
@public
def login_form() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(local_path(request.args.get("next")))
    form = LoginForm(formdata=None, data={"next": request.args.get("next", "")})
    return render_template("accounts/login.html", form=form)


@accounts.post("/login")
@public
def log_in() -> ResponseReturnValue:
    form = LoginForm()
    token = _opened(form) if form.validate() else None
    if token is None:
        return render_template("accounts/login.html", form=form), 422
    session.clear()
    login_user(load_user(token))
    return redirect(local_path(form.next.data))


@accounts.post("/logout")
@requires(SessionAction.LOG_OUT)
def log_out() -> ResponseReturnValue:
    opened = queries.session_or_none(current_user.session_id)
    if opened is not None:
        operations.end_session(opened, current_actor())
    db.session.commit()
    logout_user()
    session.clear()
    flash(_("已退出。"))
    return redirect(url_for("accounts.login_form"))


def _opened(form: LoginForm) -> str | None:
    """Try the login; a failure is committed too, for it is counted and written down."""
    visit = Visit(request.remote_addr or "", request.user_agent.string)
    try:
        token = operations.log_in(form.login.data or "", form.password.data or "", visit)
    except Refusal as refusal:
        form.form_errors.append(refusal)
        return None
    db.session.commit()
    if token is None:
        form.form_errors.append(_("账号或口令不对。连续5次输错，账号锁定15分钟。"))
    return token
