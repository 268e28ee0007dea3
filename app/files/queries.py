"""Find stored files."""

from sqlalchemy import select

from app.database import db
from app.files.models import Blob


def blob_with_checksum(sha256: str) -> Blob | None:
    return db.session.scalar(select(Blob).where(Blob.sha256 == sha256))
