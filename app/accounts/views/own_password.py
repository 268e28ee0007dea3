"""Changing one's own password."""

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, logout_user

from app.access.actions import SessionAction
from app.accounts import operations, queries
from app.accounts.forms import PasswordForm
from app.accounts.views import accounts
from app.database import db
from app.web.guard import current_actor, note_refused_deed, requires
from app.wording import Refusal


@accounts.get("/password")
@requires(SessionAction.CHANGE_PASSWORD)
def password_form() -> ResponseReturnValue:
    return _ask(PasswordForm())


@accounts.post("/password")
@requires(SessionAction.CHANGE_PASSWORD)
def change_password() -> ResponseReturnValue:
    form = PasswordForm()
    if not form.validate() or not _changed(form):
        return _ask(form), 422
    logout_user()
    session.clear()
    flash(_("口令已改，请用新口令登录。"))
    return redirect(url_for("accounts.login_form"))


def _changed(form: PasswordForm) -> bool:
    person = queries.person_or_none(current_user.person_id)
    assert person is not None
    old, new = form.old_password.data or "", form.new_password.data or ""
    try:
        operations.change_password(person, old, new, current_actor())
    except Refusal as refusal:
        note_refused_deed(str(refusal))
        db.session.rollback()
        form.form_errors.append(refusal)
        return False
    db.session.commit()
    return True


def _ask(form: PasswordForm) -> str:
    due = current_user.must_change_password
    return render_template("accounts/password_form.html", form=form, due=due)
