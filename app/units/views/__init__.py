"""The pages on which the tree of units is managed."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.database import db
from app.units import queries
from app.units.models import Unit
from app.wording import Refusal

units = Blueprint("units", __name__, url_prefix="/units")


def fetch(unit_id: int) -> Unit:
    """Return the unit of an address, or answer 404."""
    return queries.unit_or_none(unit_id) or abort(404)


def ask(page: str, subject: Unit, form: Any) -> str:
    return render_template(f"units/{page}.html", unit=subject, form=form)


def do(page: str, unit_id: int, form: Any, deed: Callable[[Unit], object]) -> ResponseReturnValue:
    """Do one deed to a unit, or show the form again with what stands against it."""
    subject = fetch(unit_id)
    if not form.validate() or _has_moved(subject, form):
        return ask(page, subject, form), 422
    try:
        deed(subject)
    except Refusal as refusal:
        db.session.rollback()
        form.form_errors.append(refusal)
        return ask(page, fetch(unit_id), form), 422
    db.session.commit()
    flash(_("已办理，单位现在是这样。"))
    return redirect(url_for("units.unit", unit_id=unit_id))


def _has_moved(subject: Unit, form: Any) -> bool:
    """Whether somebody else changed the unit since the form was opened; shows what is now."""
    if "version" not in form or form.version.data == str(subject.version):
        return False
    form.version.data = str(subject.version)
    form.form_errors.append(
        _("别人刚改过：现在是“%(name)s”。再提交就以您填的为准。", name=subject.name)
    )
    return True


from app.units.views import deeds, tree  # noqa: E402, F401  # routes
