"""Accountability matters handed over by an inspection, and the persons counted in them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accountability.vocabulary import Manner, MatterState, Rank
from app.accountability.workflow import MATTER_WORKFLOW
from app.database import Base, Key
from app.inspections.models import RectificationList
from app.tasks.models import Task


class Matter(Base):
    """One matter (问责线索) that was handed over. No name is kept: persons are counted."""

    __tablename__ = "accountability_matter"
    __table_args__ = (
        UniqueConstraint("list_id", "number"),
        CheckConstraint(
            "(state = 'concluded') = (concluded_on IS NOT NULL AND persons IS NOT NULL)",
            name="concluded_has_a_day_and_a_total",
        ),
        CheckConstraint("persons >= 0", name="persons_are_counted"),
        CheckConstraint("concluded_on >= transferred_on", name="days_in_order"),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"), index=True)
    number: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]
    transferred_on: Mapped[date]
    state: Mapped[MatterState] = mapped_column(default=MATTER_WORKFLOW.start)
    concluded_on: Mapped[date | None]
    persons: Mapped[int | None]
    document: Mapped[str | None]
    recorded_at: Mapped[datetime]

    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)
    task: Mapped[Task | None] = relationship()
    counts: Mapped[list["MatterCount"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.rectification_list.area


class MatterCount(Base):
    """How many persons of a rank were held accountable in a manner."""

    __tablename__ = "accountability_count"
    __table_args__ = (CheckConstraint("persons > 0", name="somebody_is_counted"),)

    matter_id: Mapped[int] = mapped_column(ForeignKey("accountability_matter.id"), primary_key=True)
    rank: Mapped[Rank] = mapped_column(primary_key=True)
    manner: Mapped[Manner] = mapped_column(primary_key=True)
    persons: Mapped[int]
