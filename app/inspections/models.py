"""Inspections, their rectification lists, the periods of a list, and close-out procedures."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.inspections.vocabulary import (
    DocumentKind,
    InspectionLevel,
    LimitKind,
    PeriodKind,
    SourceKind,
    StepKind,
    StepOwner,
    WorkKind,
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
    procedure_code: Mapped[str | None]
    """The close-out procedure that its tasks follow unless one of their own was chosen."""

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
    """A close-out procedure (销号程序) in one version; a task keeps the one it started with.

    A version is a draft until it is published, and never changed afterwards.
    """

    __tablename__ = "procedure"
    __table_args__ = (UniqueConstraint("code", "version_no"),)

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    code: Mapped[str]
    version_no: Mapped[int]
    name: Mapped[str]
    government_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    """Whose office keeps it; nobody's for those that come with the program."""
    kind: Mapped[WorkKind] = mapped_column(default=WorkKind.ANY)
    published_at: Mapped[datetime | None]
    published_by: Mapped[str | None]

    government: Mapped[Unit | None] = relationship()
    steps: Mapped[list["ProcedureStep"]] = relationship(
        order_by="ProcedureStep.position", lazy="selectin", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        """Tree path of the government that keeps it; what comes with the program is nowhere's."""
        return self.government.path if self.government else ""

    def step(self, kind: StepKind) -> "ProcedureStep | None":
        return next((step for step in self.steps if step.kind is kind), None)


class ProcedureStep(Base):
    """One step of a procedure: what, in which order, by whom, within how many days."""

    __tablename__ = "procedure_step"
    __table_args__ = (UniqueConstraint("procedure_id", "position"),)

    id: Mapped[Key]
    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedure.id"))
    position: Mapped[int]
    kind: Mapped[StepKind]
    owner: Mapped[StepOwner]
    cosigners: Mapped[list[Any]] = mapped_column(default=list)
    """Owners who sign besides the first; the step is passed when all have."""
    days: Mapped[int | None]
    """Days that the step may take, counted from the day after it began; of a publicity, its
    length, which counts both ends."""
    limit_kind: Mapped[LimitKind] = mapped_column(default=LimitKind.NATURAL)
    materials: Mapped[list[Any]] = mapped_column(default=list)
    """What must be handed in: {"name": …, "kind": a WorkKind}."""
    checklist: Mapped[list[Any]] = mapped_column(default=list)
    """Criteria that whoever checks answers one by one."""
    filing_level: Mapped[InspectionLevel | None]
    after_months: Mapped[int | None]
    """Months after close-out until the look-back."""
    sampled_percent: Mapped[int | None]
    """How many of a hundred closed tasks are looked back on; all when empty."""

    @property
    def owners(self) -> tuple[StepOwner, ...]:
        """Everybody who signs, the first owner first."""
        return (self.owner, *(StepOwner(one) for one in self.cosigners or ()))
