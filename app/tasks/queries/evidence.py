"""Finding evidence: a task's pieces, one by its address, the versions of one."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.database import db
from app.tasks.models import Evidence, Site, SitePhoto


def evidence_of(task_id: int) -> Sequence[Evidence]:
    """The evidence of a task with every version of it, newest first."""
    return db.session.scalars(
        select(Evidence).where(Evidence.task_id == task_id).order_by(Evidence.id.desc())
    ).all()


def present(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Of a task's evidence, what no later version has replaced."""
    replaced = {piece.supersedes_id for piece in evidence}
    return [piece for piece in evidence if piece.id not in replaced]


def evidence_with_blob(task_id: int, blob_id: int) -> Evidence | None:
    return db.session.scalar(
        select(Evidence).where(Evidence.task_id == task_id, Evidence.blob_id == blob_id)
    )


def evidence_with_token(token: str) -> Evidence | None:
    return db.session.scalar(
        select(Evidence).where(Evidence.token == token).options(joinedload(Evidence.task))
    )


def evidence_or_none(evidence_id: int) -> Evidence | None:
    return db.session.get(Evidence, evidence_id)


def next_version(evidence_id: int) -> Evidence | None:
    """The version that replaced a piece, if one did."""
    return db.session.scalar(select(Evidence).where(Evidence.supersedes_id == evidence_id))


def sites_of_evidence(task_id: int) -> dict[int, Site]:
    """The site at which each piece of a task's evidence was made, for those that name one."""
    rows = db.session.execute(
        select(SitePhoto.evidence_id, Site)
        .join(Site, Site.id == SitePhoto.site_id)
        .where(Site.task_id == task_id)
    )
    return {row.evidence_id: row.Site for row in rows}


def site_of(evidence_id: int) -> Site | None:
    """The site at which a piece of evidence was made, if it names one."""
    return db.session.scalar(
        select(Site).join(SitePhoto, SitePhoto.site_id == Site.id)
        .where(SitePhoto.evidence_id == evidence_id)
    )  # fmt: skip
