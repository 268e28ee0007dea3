"""Applications to move a deadline or to halt the work, and what was decided of them."""

import secrets
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.files.models import Blob
from app.tasks.models import Task
from app.terms.vocabulary import TermKind, TermOutcome
from app.units.models import Unit


class TermApplication(Base):
    """One application for an extension or a suspension; a task has at most one undecided."""

    __tablename__ = "term_application"
    __table_args__ = (
        CheckConstraint("tier BETWEEN 1 AND 3", name="tier_of_three"),
        CheckConstraint("reason <> ''", name="has_a_reason"),
        CheckConstraint("(outcome = 'open') = (ended_at IS NULL)", name="ended_has_a_moment"),
        CheckConstraint(
            "(outcome IN ('approved', 'refused')) = (number IS NOT NULL)",
            name="decided_is_numbered",
        ),
        CheckConstraint("(outcome = 'approved') = (granted_on IS NOT NULL)", name="grants_a_day"),
        Index(
            "uq_term_application_open",
            "task_id",
            unique=True,
            sqlite_where=text("outcome = 'open'"),
            postgresql_where=text("outcome = 'open'"),
        ),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    kind: Mapped[TermKind]
    tier: Mapped[int]
    """1 for the first of its kind, decided by the list's office; 2 and 3 go one level up each."""
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    applicant_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    applicant_name: Mapped[str]
    applied_at: Mapped[datetime]
    reason: Mapped[str]
    due_on_before: Mapped[date | None]
    proposed_on: Mapped[date]
    """The new deadline, or the day until which the work is to rest."""
    outcome: Mapped[TermOutcome] = mapped_column(default=TermOutcome.OPEN)
    ended_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_by_name: Mapped[str | None]
    decided_for_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    opinion: Mapped[str | None]
    granted_on: Mapped[date | None]
    number: Mapped[str | None]
    upper_document: Mapped[str | None]
    """Number of the written approval of a level that has no office here."""

    task: Mapped[Task] = relationship()
    unit: Mapped[Unit] = relationship(foreign_keys=unit_id)
    decided_for: Mapped[Unit | None] = relationship(foreign_keys=decided_for_id)
    papers: Mapped[list["TermPaper"]] = relationship(
        back_populates="application", order_by="TermPaper.id"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.task.area

    @property
    def applicant_unit_id(self) -> int:
        return self.unit_id

    @property
    def applicant_government_id(self) -> int | None:
        return self.unit.government_id


class TermPaper(Base):
    """A file that an application or its decision rests on; open to whoever may see the task."""

    __tablename__ = "term_paper"

    id: Mapped[Key]
    token: Mapped[str] = mapped_column(unique=True, default=lambda: secrets.token_urlsafe(16))
    application_id: Mapped[int] = mapped_column(ForeignKey("term_application.id"), index=True)
    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"))
    filename: Mapped[str]
    of_decision: Mapped[bool] = mapped_column(default=False)

    application: Mapped[TermApplication] = relationship(back_populates="papers")
    blob: Mapped[Blob] = relationship(lazy="joined", innerjoin=True)
