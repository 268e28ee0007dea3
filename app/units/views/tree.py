"""The tree of units, one unit, and a new one."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import UnitAction
from app.database import db
from app.units import operations, queries
from app.units.forms import AliasForm, UnitForm
from app.units.views import fetch, units
from app.web.guard import current_actor, requires
from app.wording import Refusal


@units.get("/")
@requires(UnitAction.READ)
def tree() -> ResponseReturnValue:
    return render_template("units/tree.html", units=queries.tree(active=False))


@units.get("/<int:unit_id>")
@requires(UnitAction.READ)
def unit(unit_id: int) -> ResponseReturnValue:
    return render_template("units/unit.html", unit=fetch(unit_id), form=AliasForm())


@units.get("/new")
@requires(UnitAction.EDIT)
def new_unit() -> ResponseReturnValue:
    return render_template("units/new_unit.html", form=UnitForm())


@units.post("/")
@requires(UnitAction.EDIT)
def create_unit() -> ResponseReturnValue:
    form = UnitForm()
    if not form.validate():
        return render_template("units/new_unit.html", form=form), 422
    try:
        created = operations.create_unit(form.draft(), current_actor())
    except Refusal as refusal:
        db.session.rollback()
        form.form_errors.append(refusal)
        return render_template("units/new_unit.html", form=form), 422
    db.session.commit()
    flash(_("已新增%(name)s，导入时按全称、简称和其他名称都能认出。", name=created.name))
    return redirect(url_for("units.unit", unit_id=created.id))
