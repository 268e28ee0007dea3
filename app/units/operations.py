"""What can be done to units: create, rename, move, retire, give another name."""

from app.access.actions import UnitAction
from app.access.actor import Actor
from app.audit.operations import record
from app.database import db
from app.units import queries
from app.units.drafts import UnitDraft
from app.units.models import Unit, UnitAlias
from app.units.vocabulary import AliasKind
from app.wording import N_, Moved, Refusal


def create_unit(draft: UnitDraft, actor: Actor) -> Unit:
    _must_be_free(draft.name)
    unit = Unit(
        name=draft.name,
        short_name=draft.short_name,
        kind=draft.kind,
        level=draft.level,
        parent=_parent(draft.parent_id),
    )
    db.session.add(unit)
    db.session.flush()  # the path is made of ids
    _place(unit)
    record(actor, UnitAction.EDIT, unit, after=_said(unit))
    return unit


def rename_unit(unit: Unit, name: str, actor: Actor, short_name: str | None = None) -> None:
    """Give a unit its new name; the old one goes on to stand for it in documents."""
    before = _said(unit)
    if name != unit.name:
        _must_be_free(name, unit)
        _keep_former_name(unit, name)
        unit.name = name
    unit.short_name = short_name or unit.short_name
    record(actor, UnitAction.EDIT, unit, before=before, after=_said(unit))


def move_unit(unit: Unit, parent_id: int | None, actor: Actor) -> None:
    """Put a unit, with all that stands below it, under another one."""
    before, moved = _said(unit), queries.below(unit)
    parent = _parent(parent_id)
    if parent is not None and parent.path.startswith(unit.path):
        raise Refusal(N_("不能把“%(name)s”移到它自己的下级。"), name=unit.name)
    unit.parent = parent
    for each in moved:
        _place(each)
    record(actor, UnitAction.EDIT, unit, before=before, after=_said(unit))


def retire_unit(unit: Unit, reason: str, actor: Actor) -> None:
    """Take a unit out of use; what it did stays under its name."""
    if any(each.active and each is not unit for each in queries.below(unit)):
        raise Refusal(N_("“%(name)s”还有在用的下级单位，请先调整下级。"), name=unit.name)
    if not unit.active:
        raise Moved(N_("“%(name)s”已经停用。"), name=unit.name)
    unit.active = False
    record(
        actor,
        UnitAction.EDIT,
        unit,
        before={"active": True},
        after={"active": False},
        reason=reason,
    )


def add_alias(unit: Unit, name: str, kind: AliasKind, actor: Actor) -> UnitAlias:
    _must_be_free(name)
    alias = UnitAlias(name=name, kind=kind)
    unit.aliases.append(alias)
    record(actor, UnitAction.EDIT, unit, after={"alias": name, "kind": kind.value})
    return alias


def _place(unit: Unit) -> None:
    """Derive path and government from the unit above, which must be in place already."""
    above = unit.parent
    unit.path = f"{above.path if above else '/'}{unit.id}/"
    inherited = above.government_id if above else None
    unit.government_id = unit.id if unit.is_government else inherited
    db.session.expire(unit, ["government"])


def _parent(parent_id: int | None) -> Unit | None:
    if parent_id is None:
        return None
    parent = queries.unit_or_none(parent_id)
    if parent is None or not parent.active:
        raise Refusal(N_("上级单位不存在或已停用，请另选。"))
    return parent


def _must_be_free(name: str, unit: Unit | None = None) -> None:
    """Two units of one name cannot be told apart in a document."""
    if queries.holders_of(name) - ({unit.id} if unit else set()):
        raise Refusal(N_("名称“%(name)s”已经有单位在用。"), name=name)


def _keep_former_name(unit: Unit, name: str) -> None:
    """A name taken up again is former no more; the present one becomes former."""
    unit.aliases[:] = [alias for alias in unit.aliases if alias.name != name]
    unit.aliases.append(UnitAlias(name=unit.name, kind=AliasKind.FORMER))


def _said(unit: Unit) -> dict[str, object]:
    return {
        "name": unit.name,
        "short_name": unit.short_name,
        "kind": unit.kind.value,
        "level": unit.level.value,
        "parent_id": unit.parent.id if unit.parent else None,
    }
