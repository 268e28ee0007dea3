"""What a task is made of: measures, sites, milestones, indicators with their values."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.tasks.vocabulary import PartState
from app.units.models import Unit

DAY_ONLY_WHEN_DONE = "finished_on IS NULL OR standing = 'done'"


class Measure(Base):
    """One measure (整改措施) of a task."""

    __tablename__ = "measure"
    __table_args__ = (
        UniqueConstraint("task_id", "position"),
        CheckConstraint(DAY_ONLY_WHEN_DONE, name="day_only_when_done"),
    )

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    position: Mapped[int]
    text: Mapped[str]
    units: Mapped[str | None]
    """Units as the document names them."""
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    deadline_wording: Mapped[str | None]
    due_on: Mapped[date | None]
    standing: Mapped[PartState] = mapped_column(default=PartState.NOT_STARTED)
    finished_on: Mapped[date | None]
    quantity_done: Mapped[Decimal | None]
    quantity_wanted: Mapped[Decimal | None]
    quantity_unit: Mapped[str | None]

    unit: Mapped[Unit | None] = relationship()


class Site(Base):
    """One of the places (点位) of a task, closed by itself."""

    __tablename__ = "site"
    __table_args__ = (
        UniqueConstraint("task_id", "position"),
        CheckConstraint(DAY_ONLY_WHEN_DONE, name="day_only_when_done"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="both_coordinates"),
        CheckConstraint("(verified IS NULL) = (verified_at IS NULL)", name="verified_at_a_time"),
    )

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    position: Mapped[int]
    number: Mapped[str | None]
    """Its number as the document has it, where it has one."""
    name: Mapped[str]
    problem: Mapped[str | None]
    """What is wrong there or is to be done there."""
    units: Mapped[list[Any]]
    """Units as the document names them."""
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    deadline_wording: Mapped[str | None]
    due_on: Mapped[date | None]
    said_status: Mapped[str | None]
    """How it stood as the document says; its state is what was reported since."""
    remarks: Mapped[str | None]
    standing: Mapped[PartState] = mapped_column(default=PartState.NOT_STARTED)
    finished_on: Mapped[date | None]
    verified: Mapped[bool | None]
    verified_note: Mapped[str | None]
    verified_at: Mapped[datetime | None]
    verified_by_name: Mapped[str | None]
    latitude: Mapped[Decimal | None]
    longitude: Mapped[Decimal | None]

    unit: Mapped[Unit | None] = relationship()


class SitePhoto(Base):
    """A piece of evidence that was made at a site, and where the phone said that it was."""

    __tablename__ = "site_photo"

    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), index=True)
    latitude: Mapped[Decimal | None]
    longitude: Mapped[Decimal | None]


class Milestone(Base):
    """A day by which something of a task is to be reached (节点)."""

    __tablename__ = "milestone"
    __table_args__ = (UniqueConstraint("task_id", "position"),)

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    position: Mapped[int]
    name: Mapped[str]
    due_on: Mapped[date | None]
    finished_on: Mapped[date | None]


class Indicator(Base):
    """A number that a task has to reach (指标), and the numbers measured since."""

    __tablename__ = "indicator"
    __table_args__ = (UniqueConstraint("task_id", "position"),)

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    position: Mapped[int]
    name: Mapped[str]
    comparison: Mapped[str]
    wanted: Mapped[Decimal]
    unit_text: Mapped[str]
    due_on: Mapped[date | None]
    wording: Mapped[str | None]
    """The sentence that it was read from."""

    values: Mapped[list["IndicatorValue"]] = relationship(order_by="IndicatorValue.id")


class IndicatorValue(Base):
    """One number measured for an indicator; a later one never replaces it."""

    __tablename__ = "indicator_value"

    id: Mapped[Key]
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), index=True)
    value: Mapped[Decimal]
    measured_on: Mapped[date]
    reported_at: Mapped[datetime]
    reported_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    report_id: Mapped[int] = mapped_column(ForeignKey("progress_report.id"), index=True)
