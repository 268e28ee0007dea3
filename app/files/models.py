"""Stored files, once for each content."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

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

    picture: Mapped["Picture | None"] = relationship(viewonly=True, lazy="joined")


class Picture(Base):
    """What a picture tells of itself, read once when it came in."""

    __tablename__ = "picture"

    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"), primary_key=True)
    width: Mapped[int]
    height: Mapped[int]
    taken_at: Mapped[datetime | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]


class PicturePrint(Base):
    """A print of a picture or of a window of it (0: the whole), cut into words to be found by."""

    __tablename__ = "picture_print"
    __table_args__ = (
        Index(None, "first"),
        Index(None, "second"),
        Index(None, "third"),
        Index(None, "fourth"),
    )

    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"), primary_key=True)
    window: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[int]
    second: Mapped[int]
    third: Mapped[int]
    fourth: Mapped[int]


class PicturePair(Base):
    """Two pictures that show the same view, found when the later one came in."""

    __tablename__ = "picture_pair"

    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("blob.id"), primary_key=True, index=True)
    likeness: Mapped[float]
    """How far their fine structure agrees, 0 to 1."""
