"""Urging letters, whom they go to, what was replied, and the rules of a list."""

import secrets
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.access.actor import Part, Party
from app.database import Base, Key
from app.files.models import Blob
from app.inspections.models import RectificationList
from app.inspections.vocabulary import DocumentKind
from app.supervision.vocabulary import SENT, LetterState, ReplyState, Rule, Urgency
from app.supervision.workflow import LETTER_WORKFLOW
from app.tasks.models import Task
from app.units.models import Unit

OPEN_MATTER = text("matter IS NOT NULL AND state IN ('draft', 'reviewed', 'issued')")


class Letter(Base):
    """One letter: a draft that may be changed, then issued for good under its number."""

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("list_id", "kind", "year", "number"),
        CheckConstraint(
            "(state IN ('issued', 'ended')) = (number IS NOT NULL AND year IS NOT NULL"
            " AND content IS NOT NULL AND pdf_blob_id IS NOT NULL AND docx_blob_id IS NOT NULL"
            " AND issued_by_id IS NOT NULL AND issued_at IS NOT NULL)",
            name="issued_has_its_facts",
        ),
        CheckConstraint("number >= 1", name="number_counts_from_one"),
        Index(
            "uq_letter_matter",
            "matter",
            unique=True,
            sqlite_where=OPEN_MATTER,
            postgresql_where=OPEN_MATTER,
        ),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"), index=True)
    kind: Mapped[DocumentKind]
    state: Mapped[LetterState] = mapped_column(default=LETTER_WORKFLOW.start)
    urgency: Mapped[Urgency]
    title: Mapped[str]
    opening: Mapped[str]
    problems: Mapped[list[Any]]
    demands: Mapped[list[Any]]
    """{"text": …, "due_on": …} each."""
    reply_due_on: Mapped[date]
    contact: Mapped[str]
    rule: Mapped[Rule | None]
    matter: Mapped[str | None] = mapped_column(String(60))
    """Names what a rule drafted it for; one letter a matter is open at a time."""
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), unique=True)
    drafted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Who wrote it last; nobody while it stands as a rule prepared it."""
    drafted_by_name: Mapped[str]
    drafted_at: Mapped[datetime]
    reviewed_by_name: Mapped[str | None]
    reviewed_at: Mapped[datetime | None]
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    issued_by_name: Mapped[str | None]
    issued_at: Mapped[datetime | None]
    issued_on: Mapped[date | None]
    year: Mapped[int | None]
    number: Mapped[int | None]
    content: Mapped[dict[str, Any] | None]
    """What was printed; see reports.letter.content."""
    pdf_blob_id: Mapped[int | None] = mapped_column(ForeignKey("blob.id"))
    docx_blob_id: Mapped[int | None] = mapped_column(ForeignKey("blob.id"))

    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)
    corrects: Mapped["Letter | None"] = relationship(remote_side="Letter.id")
    pdf: Mapped[Blob | None] = relationship(foreign_keys=pdf_blob_id)
    docx: Mapped[Blob | None] = relationship(foreign_keys=docx_blob_id)
    tasks: Mapped[list[Task]] = relationship(secondary="letter_task", order_by=Task.position)
    addressees: Mapped[list["LetterUnit"]] = relationship(
        order_by="LetterUnit.position", cascade="all, delete-orphan"
    )
    replies: Mapped[list["Reply"]] = relationship(back_populates="letter", order_by="Reply.id")

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.rectification_list.area

    @property
    def handed_over(self) -> bool:
        """Whether its recipients have it."""
        return self.state in SENT

    @property
    def parties(self) -> frozenset[Party]:
        """Recipients answer for it, whoever gets a copy reads it."""
        return frozenset(
            Party(
                one.unit_id, one.unit.government_id, Part.COOPERATING if one.copied else Part.LEAD
            )
            for one in self.addressees
        )

    @property
    def recipients(self) -> list[Unit]:
        return [one.unit for one in self.addressees if not one.copied]

    @property
    def copies(self) -> list[Unit]:
        return [one.unit for one in self.addressees if one.copied]

    @property
    def document_number(self) -> str:
        """The number as it was printed; empty before it is issued."""
        return str(self.content["number"]) if self.content else ""

    def replies_of(self, unit_id: int) -> list["Reply"]:
        return [one for one in self.replies if one.unit_id == unit_id]

    def stands_with(self, unit_id: int) -> ReplyState:
        found = self.replies_of(unit_id)
        if not found:
            return ReplyState.AWAITED
        return found[-1].verdict or ReplyState.REPLIED

    def days_late(self, unit_id: int, day: date) -> int:
        """Days past the reply deadline while this recipient owes a reply; 0 otherwise."""
        owes = self.stands_with(unit_id) in {ReplyState.AWAITED, ReplyState.ASKED_AGAIN}
        if self.state is not LetterState.ISSUED or not owes:
            return 0
        return max((day - self.reply_due_on).days, 0)


class LetterTask(Base):
    """A task that a letter is about."""

    __tablename__ = "letter_task"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), primary_key=True, index=True)


class LetterUnit(Base):
    """A unit that a letter goes to (主送), or that gets a copy (抄送)."""

    __tablename__ = "letter_unit"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True, index=True)
    position: Mapped[int]
    copied: Mapped[bool]

    unit: Mapped[Unit] = relationship(lazy="joined", innerjoin=True)


class Reply(Base):
    """One version of a recipient's reply; its text never changes, the verdict is given once."""

    __tablename__ = "letter_reply"
    __table_args__ = (
        UniqueConstraint("letter_id", "unit_id", "version_no"),
        CheckConstraint("(verdict IS NULL) = (judged_at IS NULL)", name="judged_has_a_moment"),
    )

    id: Mapped[Key]
    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    version_no: Mapped[int]
    text: Mapped[str]
    replied_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    replied_by_name: Mapped[str]
    replied_at: Mapped[datetime]
    verdict: Mapped[ReplyState | None]
    verdict_note: Mapped[str | None]
    judged_by_name: Mapped[str | None]
    judged_at: Mapped[datetime | None]

    letter: Mapped[Letter] = relationship(back_populates="replies")
    unit: Mapped[Unit] = relationship(lazy="joined", innerjoin=True)
    files: Mapped[list["ReplyFile"]] = relationship(order_by="ReplyFile.id")


class ReplyFile(Base):
    """A file that came with a reply."""

    __tablename__ = "reply_file"

    id: Mapped[Key]
    token: Mapped[str] = mapped_column(unique=True, default=lambda: secrets.token_urlsafe(16))
    reply_id: Mapped[int] = mapped_column(ForeignKey("letter_reply.id"), index=True)
    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"))
    filename: Mapped[str]

    blob: Mapped[Blob] = relationship(lazy="joined", innerjoin=True)
    reply: Mapped[Reply] = relationship(viewonly=True)


class UrgingRules(Base):
    """When a list's letters are drafted by themselves, what cards lead to, how numbers begin."""

    __tablename__ = "urging_rules"

    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"), primary_key=True)
    version: Mapped[int] = mapped_column()
    overdue_days: Mapped[int | None]
    silent_periods: Mapped[int | None]
    yellow_makes_red: Mapped[int | None]
    prefixes: Mapped[dict[str, Any]]

    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)

    __mapper_args__ = {"version_id_col": version}
