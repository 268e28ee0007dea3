"""Stored files, once for each content."""

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base, Key


class Blob(Base):
    """A content by its checksum. Who may open it is decided by the row that names it."""

    __tablename__ = "blob"
    __table_args__ = (CheckConstraint("size >= 0", name="size_counts_bytes"),)

    id: Mapped[Key]
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int]
    """Bytes."""
    media_type: Mapped[str] = mapped_column(String(100))
    """As found in the content, never as the name claims."""
    stored_at: Mapped[datetime]
    key_id: Mapped[str | None] = mapped_column(String(32))
    """The key it is sealed with; null if it is kept open."""
