"""Applications for close-out, and what was done at each step of the procedure."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.closeout.vocabulary import Outcome, Result
from app.database import Base, Key
from app.inspections.models import Procedure, ProcedureStep
from app.tasks.models import Task
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

    task: Mapped[Task] = relationship()
    procedure: Mapped[Procedure] = relationship()
    unit: Mapped[Unit] = relationship()
    records: Mapped[list["StepRecord"]] = relationship(order_by="StepRecord.id")


class StepRecord(Base):
    """What somebody did at one step of an application; written once."""

    __tablename__ = "step_record"

    id: Mapped[Key]
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("procedure_step.id"))
    result: Mapped[Result]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str]
    recorded_at: Mapped[datetime]
    acted_on: Mapped[date]
    """The day of the visit or the decision."""
    opinion: Mapped[str]

    step: Mapped[ProcedureStep] = relationship()
    unit: Mapped[Unit] = relationship()
