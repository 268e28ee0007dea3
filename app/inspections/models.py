"""Inspections, their rectification lists, the periods of a list, and close-out procedures."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.inspections.vocabulary import (
    DocumentKind,
    InspectionLevel,
    PeriodKind,
    SourceKind,
    StepKind,
    StepOwner,
)
from app.units.models import Unit


class Inspection(Base):
    """One inspection (督察): level, round, team, days on site, day of the feedback."""

    __tablename__ = "inspection"
    __table_args__ = (
        CheckConstraint("onsite_from <= onsite_to", name="onsite_in_order"),
        CheckConstraint("round >= 1", name="round_counts_from_one"),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    name: Mapped[str] = mapped_column(unique=True)
    level: Mapped[InspectionLevel]
    kind: Mapped[SourceKind] = mapped_column(default=SourceKind.INSPECTION)
    round: Mapped[int | None]
    team: Mapped[str | None]
    onsite_from: Mapped[date | None]
    onsite_to: Mapped[date | None]
    feedback_on: Mapped[date | None]
    government_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))

    government: Mapped[Unit] = relationship()
    lists: Mapped[list["RectificationList"]] = relationship(
        back_populates="inspection", order_by="RectificationList.id"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.government.path


class RectificationList(Base):
    """One rectification list (整改清单) and the settings that its figures follow."""

    __tablename__ = "rectification_list"
    __table_args__ = (
        CheckConstraint("cutoff_hour BETWEEN 0 AND 24", name="cutoff_is_an_hour"),
        CheckConstraint("near_due_days >= 0", name="near_due_is_ahead"),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id"), index=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    government_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    """The government whose list this is; its office and those above see it."""
    office_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    """The unit of record: it issues the ledgers."""
    document_prefix: Mapped[str]
    """What stands before 〔2026〕12号 in document numbers, such as 清整改台账."""
    period_kind: Mapped[PeriodKind] = mapped_column(default=PeriodKind.WEEK)
    cutoff_hour: Mapped[int] = mapped_column(default=18)
    near_due_days: Mapped[int] = mapped_column(default=30)

    inspection: Mapped[Inspection] = relationship(back_populates="lists")
    government: Mapped[Unit] = relationship(foreign_keys=government_id)
    office: Mapped[Unit] = relationship(foreign_keys=office_id)

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.government.path


class Period(Base):
    """A reporting period: it holds what was recorded after the previous cut-off up to its own."""

    __tablename__ = "period"
    __table_args__ = (
        UniqueConstraint("list_id", "last_day"),
        CheckConstraint("first_day <= last_day", name="days_in_order"),
    )

    id: Mapped[Key]
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"))
    kind: Mapped[PeriodKind]
    first_day: Mapped[date]
    last_day: Mapped[date]
    cutoff_at: Mapped[datetime]

    rectification_list: Mapped[RectificationList] = relationship()


class DocumentCounter(Base):
    """The last number given out, per list, kind and year; the row is locked at issue."""

    __tablename__ = "document_counter"

    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"), primary_key=True)
    kind: Mapped[DocumentKind] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last_number: Mapped[int] = mapped_column(default=0)


class Procedure(Base):
    """A close-out procedure (销号程序) in one version; a task keeps the one it started with."""

    __tablename__ = "procedure"
    __table_args__ = (UniqueConstraint("code", "version_no"),)

    id: Mapped[Key]
    code: Mapped[str]
    version_no: Mapped[int]
    name: Mapped[str]

    steps: Mapped[list["ProcedureStep"]] = relationship(
        order_by="ProcedureStep.position", lazy="selectin"
    )


class ProcedureStep(Base):
    """One step of a procedure: what, in which order, by whom, within how many days."""

    __tablename__ = "procedure_step"
    __table_args__ = (UniqueConstraint("procedure_id", "position"),)

    id: Mapped[Key]
    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedure.id"))
    position: Mapped[int]
    kind: Mapped[StepKind]
    owner: Mapped[StepOwner]
    days: Mapped[int | None]
    """Natural days that the step may take, counted from the day after it began."""
