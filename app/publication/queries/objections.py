"""Find objections, who wrote them, and how often an address has tried."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app import clock
from app.database import db
from app.publication.models import (
    Objection,
    ObjectionAttempt,
    ObjectionIdentity,
)


def objection_or_none(token: str) -> Objection | None:
    return db.session.scalar(
        select(Objection)
        .where(Objection.token == token)
        .options(selectinload(Objection.files), joinedload(Objection.publicity))
    )


def objection_with_code(code_hash: str) -> Objection | None:
    return db.session.scalar(select(Objection).where(Objection.code_hash == code_hash))


def identity_of(objection: Objection) -> ObjectionIdentity:
    return db.session.get_one(ObjectionIdentity, objection.id)


def attempts_since(address_hash: str, moment: datetime) -> int:
    counted = select(func.count()).select_from(ObjectionAttempt)
    return (
        db.session.scalar(
            counted.where(
                ObjectionAttempt.address_hash == address_hash, ObjectionAttempt.tried_at > moment
            )
        )
        or 0
    )


def stale_attempts() -> Sequence[ObjectionAttempt]:
    """Attempts that no limit counts any more."""
    before = clock.now() - timedelta(days=1)
    return db.session.scalars(
        select(ObjectionAttempt).where(ObjectionAttempt.tried_at < before).limit(100)
    ).all()
