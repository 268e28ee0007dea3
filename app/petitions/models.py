"""Petition cases as they were handed over: what is counted stands open, the texts are sealed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.inspections.models import RectificationList
from app.petitions.vocabulary import CaseStatus, Channel, Verdict


class PetitionCase(Base):
    """One case of one inspection. Its number is unique there, where it has one."""

    __tablename__ = "petition_case"
    __table_args__ = (
        UniqueConstraint("inspection_id", "number"),
        CheckConstraint("number <> ''", name="number_says_something"),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    token: Mapped[str] = mapped_column(String(32), unique=True)
    """Stands in addresses, and binds the sealed texts to this row."""
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id"))
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"), index=True)
    """The list whose office keeps the case."""
    number: Mapped[str | None]
    sequence: Mapped[str | None]
    priority: Mapped[bool]
    channel: Mapped[Channel | None]
    batch_number: Mapped[int | None]
    batch_on: Mapped[date | None]
    district: Mapped[str | None]
    """The area as printed (行政区域)."""
    pollution_types: Mapped[list[Any]]
    units: Mapped[list[Any]]
    """Unit names as printed."""
    substantiated: Mapped[Verdict | None]
    status: Mapped[CaseStatus | None]
    counts: Mapped[dict[str, Any]]
    """What was ordered, fined (fen), detained, interviewed; a count not stated is absent."""
    repeats: Mapped[list[Any]]
    """Numbers of the cases that this one repeats."""
    sealed: Mapped[bytes]
    """The texts as the document has them, and what in them looks like a petitioner's identity."""
    source: Mapped[dict[str, Any]]
    """File name, checksum, lines."""
    recorded_at: Mapped[datetime]

    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.rectification_list.area

    @property
    def place(self) -> str:
        """Where the texts are stored: sealed, they open nowhere else."""
        return f"petition_case:{self.token}:sealed"
