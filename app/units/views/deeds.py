"""What an administrator does to a unit: rename, move, name otherwise, retire."""

from flask.typing import ResponseReturnValue

from app.access.actions import UnitAction
from app.units import operations
from app.units.forms import AliasForm, NameForm, PlaceForm, RetireForm
from app.units.models import Unit
from app.units.views import ask, do, fetch, units
from app.units.vocabulary import AliasKind
from app.web.guard import current_actor, requires


@units.get("/<int:unit_id>/name")
@requires(UnitAction.EDIT)
def name_form(unit_id: int) -> ResponseReturnValue:
    subject = fetch(unit_id)
    return ask("name_form", subject, NameForm(obj=subject))


@units.post("/<int:unit_id>/name")
@requires(UnitAction.EDIT)
def rename_unit(unit_id: int) -> ResponseReturnValue:
    form = NameForm()

    def rename(subject: Unit) -> None:
        name, short_name = form.name.data or "", form.short_name.data or None
        operations.rename_unit(subject, name, current_actor(), short_name)

    return do("name_form", unit_id, form, rename)


@units.get("/<int:unit_id>/place")
@requires(UnitAction.EDIT)
def place_form(unit_id: int) -> ResponseReturnValue:
    subject = fetch(unit_id)
    return ask("place_form", subject, PlaceForm(obj=subject))


@units.post("/<int:unit_id>/place")
@requires(UnitAction.EDIT)
def move_unit(unit_id: int) -> ResponseReturnValue:
    form = PlaceForm()

    def move(subject: Unit) -> None:
        operations.move_unit(subject, form.parent_id.data, current_actor())

    return do("place_form", unit_id, form, move)


@units.post("/<int:unit_id>/aliases")
@requires(UnitAction.EDIT)
def add_alias(unit_id: int) -> ResponseReturnValue:
    form = AliasForm()

    def add(subject: Unit) -> None:
        kind = AliasKind(form.kind.data)
        operations.add_alias(subject, form.name.data or "", kind, current_actor())

    return do("unit", unit_id, form, add)


@units.get("/<int:unit_id>/retire")
@requires(UnitAction.EDIT)
def retire_form(unit_id: int) -> ResponseReturnValue:
    return ask("retire_form", fetch(unit_id), RetireForm())


@units.post("/<int:unit_id>/retire")
@requires(UnitAction.EDIT)
def retire_unit(unit_id: int) -> ResponseReturnValue:
    form = RetireForm()

    def retire(subject: Unit) -> None:
        operations.retire_unit(subject, form.reason.data or "", current_actor())

    return do("retire_form", unit_id, form, retire)
