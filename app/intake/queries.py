"""Questions asked of imports and their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import defer

from app.access.actor import Actor
from app.access.roles import Role
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.queries import in_area
from app.intake.models import (
    IntakeCase,
    IntakeDocument,
    IntakeRow,
    IntakeStep,
    RememberedName,
)
from app.intake.vocabulary import LIVE, UNFINISHED, Decision, ImportState


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
    return db.session.get(IntakeDocument, import_id)


def locked_state(import_id: int) -> ImportState:
    """Return the state that an import has now; whoever else asks waits until we have committed."""
    found = select(IntakeDocument.state).where(IntakeDocument.id == import_id).with_for_update()
    return db.session.execute(found).scalar_one()


def row_or_none(row_id: int) -> IntakeRow | None:
    return db.session.get(IntakeRow, row_id)


@dataclass(frozen=True)
class RowOutline:
    """A row without its fields: what a page of hundreds of rows needs of the others."""

    id: int
    position: int
    number: str | None
    decision: Decision
    asked: Sequence[str]

    @property
    def doubts(self) -> int:
        """How many doubts wait for a person; those of a row left out wait no more."""
        return 0 if self.decision is Decision.DROPPED else len(self.asked)


def row_outlines(import_id: int) -> Sequence[RowOutline]:
    columns = (
        IntakeRow.id,
        IntakeRow.position,
        IntakeRow.number,
        IntakeRow.decision,
        IntakeRow.asked,
    )
    wanted = select(*columns).where(IntakeRow.document_id == import_id)
    rows = db.session.execute(wanted.order_by(IntakeRow.position))
    return [RowOutline(*row) for row in rows]


def rows_with_ids(row_ids: Sequence[int]) -> Sequence[IntakeRow]:
    wanted = select(IntakeRow).where(IntakeRow.id.in_(row_ids))
    return db.session.scalars(wanted.order_by(IntakeRow.position)).all()


def row_at(import_id: int, position: int) -> IntakeRow | None:
    wanted = select(IntakeRow).where(IntakeRow.document_id == import_id)
    return db.session.scalar(wanted.where(IntakeRow.position == position))


def rows_numbered(import_id: int, number: str) -> Sequence[IntakeRow]:
    """Rows of an import that carry the same number."""
    wanted = select(IntakeRow).where(IntakeRow.document_id == import_id, IntakeRow.number == number)
    return db.session.scalars(wanted.order_by(IntakeRow.position)).all()


def open_rows(import_id: int) -> Sequence[IntakeRow]:
    """Rows that nobody has decided about, without their fields."""
    wanted = select(IntakeRow).where(
        IntakeRow.document_id == import_id, IntakeRow.decision == Decision.OPEN
    )
    wanted = wanted.options(defer(IntakeRow.fields)).order_by(IntakeRow.position)
    return db.session.scalars(wanted).all()


def last_step(import_id: int) -> IntakeStep | None:
    """The change of a review that can be taken back next."""
    wanted = select(IntakeStep).where(IntakeStep.document_id == import_id)
    return db.session.scalar(wanted.order_by(IntakeStep.id.desc()).limit(1))


def remembered_in(area: str) -> Mapping[str, int]:
    """Names that the office of an area resolved, with their units."""
    columns = select(RememberedName.name, RememberedName.unit_id)
    found = db.session.execute(columns.where(RememberedName.area == area))
    return {row.name: row.unit_id for row in found}


def remembered_for(actor: Actor) -> Sequence[RememberedName]:
    """Names remembered in the areas of the actor's offices, the last ones first."""
    areas = [grant.area for grant in actor.grants_as(Role.OFFICE)]
    wanted = select(RememberedName).where(RememberedName.area.in_(areas))
    return db.session.scalars(wanted.order_by(RememberedName.id.desc())).all()


def remembered_or_none(name_id: int) -> RememberedName | None:
    return db.session.get(RememberedName, name_id)


def remembered_as(area: str, name: str) -> RememberedName | None:
    wanted = select(RememberedName).where(RememberedName.area == area)
    return db.session.scalar(wanted.where(RememberedName.name == name))


def imports_like(document: IntakeDocument, actor: Actor) -> Sequence[IntakeDocument]:
    """Earlier imports that stand, of the same file or with equal items, in the office's area."""
    same = IntakeDocument.blob_id == document.blob_id
    if document.digest is not None:
        same = or_(same, IntakeDocument.digest == document.digest)
    wanted = _visible(actor).where(
        IntakeDocument.id < document.id, IntakeDocument.state.in_(LIVE), same
    )
    return db.session.scalars(wanted.order_by(IntakeDocument.id)).all()


def row_that_opened(task_id: int) -> IntakeRow | None:
    return db.session.scalar(select(IntakeRow).where(IntakeRow.task_id == task_id))


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
