"""Units in a tree, and the other names they go by."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.units.vocabulary import AliasKind, UnitKind, UnitLevel


class Unit(Base):
    """A party or government body, department or firm that can be given work (单位)."""

    __tablename__ = "unit"
    __table_args__ = (
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_its_own_parent"),
    )

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(120), unique=True)
    short_name: Mapped[str | None] = mapped_column(String(60))
    kind: Mapped[UnitKind]
    level: Mapped[UnitLevel]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    path: Mapped[str] = mapped_column(String(200), default="", index=True)
    """Ids from the root down to this unit ("/1/4/"); kept by the operations."""
    government_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    """The nearest government upwards, itself included; kept by the operations."""
    active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column()

    parent: Mapped["Unit | None"] = relationship(foreign_keys=[parent_id], remote_side="Unit.id")
    government: Mapped["Unit | None"] = relationship(
        foreign_keys=[government_id], remote_side="Unit.id", viewonly=True
    )
    aliases: Mapped[list["UnitAlias"]] = relationship(
        back_populates="unit", order_by="UnitAlias.id", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}  # as SQLAlchemy declares it

    @property
    def label(self) -> str:
        return self.short_name or self.name

    @property
    def is_government(self) -> bool:
        return self.kind is UnitKind.GOVERNMENT

    @property
    def depth(self) -> int:
        """How many units stand above this one."""
        return max(self.path.count("/") - 2, 0)


class UnitAlias(Base):
    """A short, former or other name by which documents call a unit."""

    __tablename__ = "unit_alias"

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[AliasKind]

    unit: Mapped[Unit] = relationship(back_populates="aliases")
