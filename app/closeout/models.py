"""Applications for close-out, and what was done at each step of the procedure."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.closeout.drafts import Checked
from app.closeout.vocabulary import Answer, Outcome, Result
from app.database import Base, Key
from app.inspections.models import Procedure, ProcedureStep, RectificationList
from app.inspections.vocabulary import StepOwner
from app.tasks.models import Evidence, Task
from app.units.models import Unit


class Application(Base):
    """One application (销号申请): open until the task is returned or struck off."""

    __tablename__ = "application"
    __table_args__ = (
        CheckConstraint("(outcome = 'open') = (ended_on IS NULL)", name="ended_has_a_day"),
        Index(
            "uq_application_open",
            "task_id",
            unique=True,
            sqlite_where=text("outcome = 'open'"),
            postgresql_where=text("outcome = 'open'"),
        ),
    )

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedure.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    applicant_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    applicant_name: Mapped[str]
    applied_at: Mapped[datetime]
    statement: Mapped[str]
    """The self-check statement (自查说明)."""
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.OPEN)
    ended_on: Mapped[date | None]
    look_back_on: Mapped[date | None]
    """The day by which a closed task is to be looked back on, if it was drawn or all are."""

    task: Mapped[Task] = relationship()
    procedure: Mapped[Procedure] = relationship()
    unit: Mapped[Unit] = relationship()
    records: Mapped[list["StepRecord"]] = relationship(
        back_populates="application", order_by="StepRecord.id"
    )
    materials: Mapped[list["ApplicationMaterial"]] = relationship(
        order_by="ApplicationMaterial.position"
    )


class ApplicationMaterial(Base):
    """One required material as it was handed in: a piece of evidence, or why there is none."""

    __tablename__ = "application_material"
    __table_args__ = (
        UniqueConstraint("application_id", "position"),
        CheckConstraint("evidence_id IS NOT NULL OR note <> ''", name="present_or_explained"),
    )

    id: Mapped[Key]
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"))
    position: Mapped[int]
    name: Mapped[str]
    evidence_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"))
    note: Mapped[str]

    evidence: Mapped[Evidence | None] = relationship()


class TaskCriterion(Base):
    """One criterion (验收标准) of a task, written before its work begins."""

    __tablename__ = "task_criterion"
    __table_args__ = (UniqueConstraint("task_id", "position"),)

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    position: Mapped[int]
    text: Mapped[str]


class AcceptanceSession(Base):
    """One session (集中验收) at which several tasks were decided upon; written once."""

    __tablename__ = "acceptance_session"

    id: Mapped[Key]
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"), index=True)
    held_on: Mapped[date]
    minutes: Mapped[str]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime]

    rectification_list: Mapped[RectificationList] = relationship()
    records: Mapped[list["StepRecord"]] = relationship(
        back_populates="session", order_by="StepRecord.id"
    )

    @property
    def area(self) -> str:
        return self.rectification_list.area


class StepRecord(Base):
    """What somebody did at one step of an application; written once."""

    __tablename__ = "step_record"

    id: Mapped[Key]
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("procedure_step.id"))
    result: Mapped[Result]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str]
    recorded_at: Mapped[datetime]
    acted_on: Mapped[date]
    """The day of the visit or the decision."""
    opinion: Mapped[str]
    signer: Mapped[StepOwner | None]
    """As which owner of the step it was signed, where several sign."""
    people: Mapped[str] = mapped_column(default="")
    places: Mapped[str] = mapped_column(default="")
    checklist: Mapped[list[Any]] = mapped_column(default=list)
    sites: Mapped[list[Any]] = mapped_column(default=list)
    photos: Mapped[list[Any]] = mapped_column(default=list)
    """Keys of the evidence taken on the spot."""
    session_id: Mapped[int | None] = mapped_column(ForeignKey("acceptance_session.id"))

    @property
    def checked(self) -> list[Checked]:
        """What was found of each criterion, then at each site."""
        return [
            Checked(one["name"], Answer(one["answer"]), one["note"])
            for one in (*self.checklist, *self.sites)
        ]

    session: Mapped[AcceptanceSession | None] = relationship(back_populates="records")
    application: Mapped[Application] = relationship(back_populates="records")
    step: Mapped[ProcedureStep] = relationship()
    unit: Mapped[Unit] = relationship()
