"""The headings that tasks stand under: aspects and their categories."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key


class Aspect(Base):
    """An aspect (方面) of a list."""

    __tablename__ = "aspect"
    __table_args__ = (UniqueConstraint("list_id", "position"),)

    id: Mapped[Key]
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"))
    position: Mapped[int]
    title: Mapped[str]


class Category(Base):
    """A category (类) within an aspect."""

    __tablename__ = "category"
    __table_args__ = (UniqueConstraint("aspect_id", "position"),)

    id: Mapped[Key]
    aspect_id: Mapped[int] = mapped_column(ForeignKey("aspect.id"))
    position: Mapped[int]
    title: Mapped[str]

    aspect: Mapped[Aspect] = relationship()
