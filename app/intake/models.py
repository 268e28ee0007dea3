"""Imports: the stored source, what was read from it, and what a person made of each row."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from app.database import Base, Key
from app.files.models import Blob
from app.inspections.models import RectificationList
from app.intake.drafts import question_of
from app.intake.vocabulary import Decision, ImportState
from app.intake.workflow import IMPORT_WORKFLOW
from app.units.models import Unit

STANDING = text("state IN ('reading', 'review', 'confirmed')")


class IntakeDocument(Base):
    """One document taken in for one list. No task exists before it is confirmed."""

    __tablename__ = "intake_document"
    __table_args__ = (
        Index(
            "uq_intake_document_live",
            "list_id",
            "blob_id",
            unique=True,
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        ),
        CheckConstraint("(state = 'failed') = (failure IS NOT NULL)", name="failed_has_a_reason"),
        CheckConstraint(
            "state NOT IN ('confirmed', 'undone') OR confirmed_at IS NOT NULL",
            name="confirmed_has_a_time",
        ),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"), index=True)
    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"))
    filename: Mapped[str]
    year: Mapped[int | None]
    """Assumed where a phrase names none."""
    state: Mapped[ImportState] = mapped_column(default=IMPORT_WORKFLOW.start)
    kind: Mapped[str | None]
    title: Mapped[str | None]
    script: Mapped[str | None]
    failure: Mapped[str | None]
    """Why it could not be read, in the user's words."""
    lines: Mapped[list[Any]] = mapped_column(default=list, deferred=True)
    """Every line of the source: number, text, place, state, label, item."""
    remarks: Mapped[list[Any]] = mapped_column(default=list)
    """Findings about the document as a whole."""
    digest: Mapped[str | None] = mapped_column(String(64), index=True)
    """Of the items as they were read: equal in files that say the same."""
    revision: Mapped[dict[str, Any] | None]
    """Of a list that has tasks already: what a person answered where the two differ."""
    sealed: Mapped[bytes | None]
    """Of a list of petition cases: lines, remarks and figures, which then stand nowhere else."""
    uploaded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    uploaded_by_name: Mapped[str]
    uploaded_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id"))

    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)
    blob: Mapped[Blob] = relationship(lazy="joined", innerjoin=True)
    rows: Mapped[list["IntakeRow"]] = relationship(
        back_populates="document", order_by="IntakeRow.position", cascade="all, delete-orphan"
    )

    cases: Mapped[list["IntakeCase"]] = relationship(
        back_populates="document", order_by="IntakeCase.position", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.rectification_list.area

    @property
    def unexplained(self) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["state"] == "unexplained"]


class IntakeRow(Base):
    """One proposed task: its fields with raw text, value, lines and doubts."""

    __tablename__ = "intake_row"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    document_id: Mapped[int] = mapped_column(ForeignKey("intake_document.id"))
    position: Mapped[int]
    number: Mapped[str | None]
    fields: Mapped[dict[str, Any]]
    asked: Mapped[list[Any]] = mapped_column(default=list)
    """What its doubts ask, so that a page of 300 rows need not read the fields of all."""
    decision: Mapped[Decision] = mapped_column(default=Decision.OPEN)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"), index=True)

    document: Mapped[IntakeDocument] = relationship(back_populates="rows")

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.document.area

    @validates("fields")
    def _ask(self, _name: str, fields: dict[str, Any]) -> dict[str, Any]:
        self.asked = [question_of(each) for field in fields.values() for each in field["doubts"]]
        return fields

    @property
    def doubts(self) -> list[dict[str, Any]]:
        """What a person still has to decide."""
        if self.decision is Decision.DROPPED:
            return []
        return [doubt for field in self.fields.values() for doubt in field["doubts"]]


class IntakeCase(Base):
    """One proposed petition case: all that it says is sealed, as it may tell who complains."""

    __tablename__ = "intake_case"
    __table_args__ = (UniqueConstraint("document_id", "position"),)

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    document_id: Mapped[int] = mapped_column(ForeignKey("intake_document.id"))
    position: Mapped[int]
    sealed: Mapped[bytes]
    """The case as it was read or corrected, and its findings."""
    is_doubtful: Mapped[bool]
    decision: Mapped[Decision] = mapped_column(default=Decision.OPEN)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("petition_case.id"), index=True)

    document: Mapped[IntakeDocument] = relationship(back_populates="cases")

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.document.area

    @property
    def place(self) -> str:
        """Where it is stored: a sealed case opens nowhere else."""
        return f"intake_case:{self.document_id}/{self.position}:sealed"


class IntakeStep(Base):
    """One change of the review with what stood there before, so that it can be taken back."""

    __tablename__ = "intake_step"

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("intake_document.id"), index=True)
    said: Mapped[str]
    """What was done, in the user's words; `values` fill its places."""
    values: Mapped[dict[str, Any]]
    before: Mapped[dict[str, Any]]
    """Rows as they were, keys of rows that were added, marks of lines, names remembered."""


class RememberedName(Base):
    """How a name printed in documents of one area was understood by its office."""

    __tablename__ = "remembered_name"
    __table_args__ = (UniqueConstraint("area", "name"),)

    id: Mapped[Key]
    area: Mapped[str] = mapped_column(String(200))
    """Path of the government whose office remembers."""
    name: Mapped[str] = mapped_column(String(120))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    filename: Mapped[str]
    """Of the document in which it was met."""
    remembered_by: Mapped[str]
    remembered_at: Mapped[datetime]

    unit: Mapped[Unit] = relationship(lazy="joined", innerjoin=True)
