"""The rules of each list as they hold on a day, beside what was recorded by a cut-off."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Subquery, func, literal, select

from app.database import db
from app.inspections.models import RectificationList
from app.tasks.drafts import Rules
from app.tasks.models import ListRules

NAMES = tuple(field.name for field in fields(Rules))
UNSET = Rules()


def rules_by_list(day: date, cutoff: datetime | None, supposed: Rules | None) -> Subquery:
    """One row a list: the newest version in force, else what a list begins with.

    `supposed` takes the place of all of them, to see what it would change.
    """
    if supposed is not None:
        said = [_value(name, asdict(supposed)[name]).label(name) for name in NAMES]
        return select(RectificationList.id.label("list_id"), *said).subquery("rules")
    newest = select(func.max(ListRules.id)).where(ListRules.effective_from <= day)
    if cutoff is not None:
        newest = newest.where(ListRules.recorded_at <= cutoff)
    held = (
        select(ListRules)
        .where(ListRules.id.in_(newest.group_by(ListRules.list_id)))
        .subquery("held")
    )
    begun = {name: _value(name, value) for name, value in asdict(UNSET).items()}
    begun["near_due_days"] = RectificationList.near_due_days
    columns = [func.coalesce(held.c[name], begun[name]).label(name) for name in NAMES]
    chosen: Any = select(RectificationList.id.label("list_id"), *columns)
    chosen = chosen.outerjoin(held, held.c.list_id == RectificationList.id)
    found: Subquery = chosen.subquery("rules")
    return found


def _value(name: str, value: Any) -> Any:
    """A value of one of the columns; a typed NULL where there is none."""
    return literal(value, ListRules.__table__.c[name].type)


def versions_of(list_id: int) -> Sequence[ListRules]:
    """Every version of a list's rules, newest first."""
    return db.session.scalars(
        select(ListRules).where(ListRules.list_id == list_id).order_by(ListRules.id.desc())
    ).all()


def rules_on(subject: RectificationList, day: date) -> Rules:
    """The rules of a list that hold on a day, as recorded now."""
    held = next((one for one in versions_of(subject.id) if one.effective_from <= day), None)
    if held is None:
        return Rules(near_due_days=subject.near_due_days)
    return Rules(**{name: getattr(held, name) for name in NAMES})
