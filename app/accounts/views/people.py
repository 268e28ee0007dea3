"""The list of people, one person, and what an administrator does to an account."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import PersonAction
from app.accounts import operations, queries
from app.accounts.forms import NewPersonForm, PersonForm, RetireForm
from app.accounts.models import Person
from app.accounts.views import accounts
from app.database import db
from app.web.guard import current_actor, requires
from app.wording import Refusal

PAGE = 50


@accounts.get("/people")
@requires(PersonAction.READ)
def people() -> ResponseReturnValue:
    wanted, after = request.args.get("q", ""), request.args.get("after", "")
    found = queries.people(wanted, after=after, limit=PAGE + 1)
    following = found[PAGE - 1].login if len(found) > PAGE else None
    return render_template(
        "accounts/people.html", people=found[:PAGE], wanted=wanted, after=after, following=following
    )


@accounts.get("/people/<int:person_id>")
@requires(PersonAction.READ)
def person(person_id: int) -> ResponseReturnValue:
    return render_template("accounts/person.html", person=fetch(person_id))


@accounts.get("/people/new")
@requires(PersonAction.EDIT)
def new_person() -> ResponseReturnValue:
    return render_template("accounts/new_person.html", form=NewPersonForm())


@accounts.post("/people")
@requires(PersonAction.EDIT)
def create_person() -> ResponseReturnValue:
    form = NewPersonForm()
    if not form.validate():
        return render_template("accounts/new_person.html", form=form), 422
    secret = operations.one_time_password()
    try:
        created = operations.create_person(form.draft(secret), current_actor())
    except Refusal as refusal:
        db.session.rollback()
        form.login.errors = [str(refusal)]
        return render_template("accounts/new_person.html", form=form), 422
    db.session.commit()
    return render_template("accounts/secret.html", person=created, secret=secret)


@accounts.get("/people/<int:person_id>/edit")
@requires(PersonAction.EDIT)
def person_form(person_id: int) -> ResponseReturnValue:
    subject = fetch(person_id)
    return render_template(
        "accounts/person_form.html", person=subject, form=PersonForm(obj=subject)
    )


@accounts.post("/people/<int:person_id>/edit")
@requires(PersonAction.EDIT)
def edit_person(person_id: int) -> ResponseReturnValue:
    subject, form = fetch(person_id), PersonForm()
    if not form.validate() or _has_moved(subject, form):
        return render_template("accounts/person_form.html", person=subject, form=form), 422
    name, post = form.name.data or "", form.post.data or None
    operations.edit_person(subject, name, post, current_actor())
    db.session.commit()
    flash(_("已改。"))
    return redirect(url_for("accounts.person", person_id=person_id))


@accounts.post("/people/<int:person_id>/reset")
@requires(PersonAction.RESET_PASSWORD)
def reset_password(person_id: int) -> ResponseReturnValue:
    subject = fetch(person_id)
    secret = operations.reset_password(subject, current_actor())
    db.session.commit()
    return render_template("accounts/secret.html", person=subject, secret=secret)


@accounts.get("/people/<int:person_id>/retire")
@requires(PersonAction.EDIT)
def retire_form(person_id: int) -> ResponseReturnValue:
    subject = fetch(person_id)
    return render_template("accounts/retire_form.html", person=subject, form=RetireForm())


@accounts.post("/people/<int:person_id>/retire")
@requires(PersonAction.EDIT)
def retire_person(person_id: int) -> ResponseReturnValue:
    subject, form = fetch(person_id), RetireForm()
    if not form.validate():
        return render_template("accounts/retire_form.html", person=subject, form=form), 422
    operations.retire_person(subject, form.reason.data or "", current_actor())
    db.session.commit()
    flash(_("%(name)s的账号已停用，已登录的也已退出。", name=subject.name))
    return redirect(url_for("accounts.person", person_id=person_id))


def fetch(person_id: int) -> Person:
    """Return the person of an address, or answer 404."""
    return queries.person_or_none(person_id) or abort(404)


def _has_moved(subject: Person, form: PersonForm) -> bool:
    """Whether somebody else changed the person since the form was opened; shows what is now."""
    if form.version.data == str(subject.version):
        return False
    form.version.data = str(subject.version)
    form.form_errors.append(
        _("别人刚改过：现在是%(name)s。再提交就以您填的为准。", name=subject.name)
    )
    return True
