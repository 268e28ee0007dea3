"""The pages of inspections and their rectification lists."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import InspectionAction
from app.database import db
from app.inspections import operations, queries
from app.inspections.forms import InspectionForm, ListForm
from app.inspections.models import Inspection, RectificationList
from app.web.formatting import translated
from app.web.guard import authorize, current_actor, may, requires
from app.wording import N_, Moved, Refusal

inspections = Blueprint("inspections", __name__, url_prefix="/inspections")

CHANGED = N_("这条记录刚被别人改过。您填写的内容在下面，请对照新内容后再提交。")


@inspections.get("/")
@requires(InspectionAction.LIST)
def inspections_page() -> ResponseReturnValue:
    found = queries.inspections_for(current_actor())
    return render_template(
        "inspections/inspections_page.html",
        inspections=found,
        keeps=may(InspectionAction.CREATE),
    )


@inspections.get("/new")
@requires(InspectionAction.CREATE)
def inspection_form() -> ResponseReturnValue:
    return _ask(InspectionForm(), None)


@inspections.post("/new")
@requires(InspectionAction.CREATE)
def create_inspection() -> ResponseReturnValue:
    actor = authorize(InspectionAction.CREATE)
    form = InspectionForm()
    if not form.validate():
        return _ask(form, None), 422
    try:
        inspection = operations.create_inspection(form.draft(), actor)
    except Refusal as refusal:
        form.name.errors = [translated(refusal)]
        return _ask(form, None), 422
    db.session.commit()
    flash(_("督察已建立。下一步：建立整改清单。"))
    return redirect(url_for("inspections.list_form", inspection_id=inspection.id))


@inspections.get("/<int:inspection_id>/edit")
@requires(InspectionAction.EDIT)
def inspection_edit_form(inspection_id: int) -> ResponseReturnValue:
    inspection = _inspection(inspection_id)
    return _ask(InspectionForm(obj=inspection), inspection)


@inspections.post("/<int:inspection_id>/edit")
@requires(InspectionAction.EDIT)
def edit_inspection(inspection_id: int) -> ResponseReturnValue:
    inspection = _inspection(inspection_id)
    form = InspectionForm()
    if not form.validate():
        return _ask(form, inspection), 422
    _unchanged(form.version.data, inspection.version)
    operations.edit_inspection(inspection, form.draft(), current_actor())
    db.session.commit()
    flash(_("督察信息已更新。"))
    return redirect(url_for("inspections.inspections_page"))


@inspections.get("/<int:inspection_id>/lists/new")
@requires(InspectionAction.CREATE)
def list_form(inspection_id: int) -> ResponseReturnValue:
    return _ask_list(_list_form(), _inspection(inspection_id), None)


@inspections.post("/<int:inspection_id>/lists/new")
@requires(InspectionAction.CREATE)
def create_list(inspection_id: int) -> ResponseReturnValue:
    inspection = _inspection(inspection_id)
    form = _list_form()
    if not form.validate():
        return _ask_list(form, inspection, None), 422
    try:
        operations.create_list(inspection, form.draft(), current_actor())
    except Refusal as refusal:
        form.code.errors = [translated(refusal)]
        return _ask_list(form, inspection, None), 422
    db.session.commit()
    flash(_("整改清单已建立。下一步：上传清单文件，核对后入账。"))
    return redirect(url_for("inspections.inspections_page"))


@inspections.get("/lists/<int:list_id>/edit")
@requires(InspectionAction.EDIT)
def list_edit_form(list_id: int) -> ResponseReturnValue:
    subject = _list(list_id)
    return _ask_list(_list_form(subject), subject.inspection, subject)


@inspections.post("/lists/<int:list_id>/edit")
@requires(InspectionAction.EDIT)
def edit_list(list_id: int) -> ResponseReturnValue:
    subject = _list(list_id)
    form = _list_form()
    if not form.validate():
        return _ask_list(form, subject.inspection, subject), 422
    _unchanged(form.version.data, subject.version)
    operations.edit_list(subject, form.draft(), current_actor())
    db.session.commit()
    flash(_("清单设置已更新。"))
    return redirect(url_for("inspections.inspections_page"))


def _list_form(subject: RectificationList | None = None) -> ListForm:
    form = ListForm(obj=subject)
    form.offer(queries.procedures_for(current_actor()))
    return form


def _inspection(inspection_id: int) -> Inspection:
    found = queries.inspection_or_none(inspection_id) or abort(404)
    authorize(InspectionAction.EDIT, found)
    return found


def _list(list_id: int) -> RectificationList:
    found = queries.list_or_none(list_id) or abort(404)
    authorize(InspectionAction.EDIT, found)
    return found


def _unchanged(seen: str | None, version: int) -> None:
    if seen != str(version):
        raise Moved(CHANGED)


def _ask(form: InspectionForm, inspection: Inspection | None) -> str:
    return render_template("inspections/inspection_form.html", form=form, inspection=inspection)


def _ask_list(form: ListForm, inspection: Inspection, subject: RectificationList | None) -> str:
    return render_template(
        "inspections/list_form.html", form=form, inspection=inspection, list=subject
    )
