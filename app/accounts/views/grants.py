"""Giving people roles, and ending them."""

from datetime import timedelta

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.access.actions import PersonAction
from app.accounts import operations, queries
from app.accounts.forms import EndGrantForm, GrantForm
from app.accounts.models import Assignment
from app.accounts.views import accounts
from app.accounts.views.people import fetch
from app.database import db
from app.web.guard import current_actor, note_refused_deed, requires
from app.wording import Refusal


@accounts.get("/people/<int:person_id>/roles")
@requires(PersonAction.GRANT)
def grant_form(person_id: int) -> ResponseReturnValue:
    return render_template(
        "accounts/grant_form.html", person=fetch(person_id), form=GrantForm(formdata=None)
    )


@accounts.post("/people/<int:person_id>/roles")
@requires(PersonAction.GRANT)
def grant(person_id: int) -> ResponseReturnValue:
    subject, form = fetch(person_id), GrantForm()
    if not form.validate() or not _granted(person_id, form):
        return render_template("accounts/grant_form.html", person=subject, form=form), 422
    flash(_("已授予角色，对方下次打开页面即生效。"))
    return redirect(url_for("accounts.person", person_id=person_id))


@accounts.get("/people/roles/<int:assignment_id>/end")
@requires(PersonAction.GRANT)
def end_grant_form(assignment_id: int) -> ResponseReturnValue:
    held = _fetch(assignment_id)
    form = EndGrantForm(formdata=None, data={"last_day": clock.today() - timedelta(days=1)})
    return render_template("accounts/end_grant_form.html", held=held, form=form)


@accounts.post("/people/roles/<int:assignment_id>/end")
@requires(PersonAction.GRANT)
def end_grant(assignment_id: int) -> ResponseReturnValue:
    held, form = _fetch(assignment_id), EndGrantForm()
    if not form.validate() or not _ended(held, form):
        return render_template("accounts/end_grant_form.html", held=held, form=form), 422
    flash(_("角色已收回。"))
    return redirect(url_for("accounts.person", person_id=held.person_id))


def _fetch(assignment_id: int) -> Assignment:
    return queries.assignment_or_none(assignment_id) or abort(404)


def _granted(person_id: int, form: GrantForm) -> bool:
    try:
        operations.grant(fetch(person_id), form.draft(), current_actor())
    except Refusal as refusal:
        note_refused_deed(str(refusal))
        db.session.rollback()
        form.form_errors.append(refusal)
        return False
    db.session.commit()
    return True


def _ended(held: Assignment, form: EndGrantForm) -> bool:
    try:
        operations.end_grant(held, *form.end(), current_actor())
    except Refusal as refusal:
        note_refused_deed(str(refusal))
        db.session.rollback()
        form.form_errors.append(refusal)
        return False
    db.session.commit()
    return True
