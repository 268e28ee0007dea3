"""Questions asked of imports and their rows."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from app.access.actor import Actor
from app.access.roles import Role
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.queries import in_area
from app.intake.models import IntakeCase, IntakeDocument, IntakeRow
from app.intake.vocabulary import LIVE, UNFINISHED


def _visible(actor: Actor) -> Select[IntakeDocument]:
    return (
        select(IntakeDocument)
        .join(IntakeDocument.rectification_list)
        .join(RectificationList.government)
        .where(in_area(actor, Role.OFFICE))
    )


def documents_for(
    actor: Actor, *, before: int | None = None, limit: int = 50
) -> Sequence[IntakeDocument]:
    """Imports of the office's area, newest first, after the one with the id `before`."""
    wanted = _visible(actor).order_by(IntakeDocument.id.desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(IntakeDocument.id < before)
    return db.session.scalars(wanted).all()


def imports_in_review(actor: Actor) -> Sequence[IntakeDocument]:
    """Imports that wait for somebody of this office, oldest first."""
    wanted = _visible(actor).where(IntakeDocument.state.in_(UNFINISHED))
    return db.session.scalars(wanted.order_by(IntakeDocument.id)).all()


def count_in_review(actor: Actor) -> int:
    wanted = _visible(actor).where(IntakeDocument.state.in_(UNFINISHED))
    return db.session.scalar(select(func.count()).select_from(wanted.subquery())) or 0


def document_or_none(import_id: int) -> IntakeDocument | None:
    return db.session.get(IntakeDocument, import_id, options=[selectinload(IntakeDocument.rows)])


def row_or_none(row_id: int) -> IntakeRow | None:
    return db.session.get(IntakeRow, row_id)


def case_or_none(case_id: int) -> IntakeCase | None:
    return db.session.get(IntakeCase, case_id)


def live_import(list_id: int, blob_id: int) -> IntakeDocument | None:
    """The standing import of the same content into the same list."""
    return db.session.scalar(
        select(IntakeDocument).where(
            IntakeDocument.list_id == list_id,
            IntakeDocument.blob_id == blob_id,
            IntakeDocument.state.in_(LIVE),
        )
    )


def row_counts(import_ids: Sequence[int]) -> dict[int, int]:
    """Rows of each import: proposed tasks, or proposed petition cases."""
    found: dict[int, int] = {}
    for kind in (IntakeRow, IntakeCase):
        counted = select(kind.document_id, func.count()).where(kind.document_id.in_(import_ids))
        for import_id, count in db.session.execute(counted.group_by(kind.document_id)):
            found[import_id] = found.get(import_id, 0) + count
    return found
