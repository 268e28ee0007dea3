"""Names that the office resolved before: where, as what, and how to forget them."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import IntakeAction
from app.database import db
from app.intake import operations, queries
from app.intake.views import intake
from app.web.guard import authorize, current_actor, requires


@intake.get("/names")
@requires(IntakeAction.READ)
def names() -> ResponseReturnValue:
    return render_template("intake/names.html", names=queries.remembered_for(current_actor()))


@intake.post("/names/<int:name_id>/forget")
@requires(IntakeAction.CORRECT)
def forget(name_id: int) -> ResponseReturnValue:
    kept = queries.remembered_or_none(name_id) or abort(404)
    name = kept.name
    operations.forget(kept, authorize(IntakeAction.CORRECT, kept))
    db.session.commit()
    flash(_("已忘掉“%(name)s”，下次遇到再问。", name=name))
    return redirect(url_for("intake.names"))
