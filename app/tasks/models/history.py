"""What happened to a task, and what shows it."""

import secrets
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.files.models import Blob
from app.inspections.vocabulary import StepKind
from app.tasks.models.task import Task
from app.tasks.vocabulary import EventKind, EvidenceKind, Lamp, TaskState


class TaskEvent(Base):
    """One thing that happened to a task, with how the task stood afterwards.

    Written once. The last one recorded up to a moment tells how the task stood at that moment.
    """

    __tablename__ = "task_event"
    __table_args__ = (Index(None, "task_id", "recorded_at"), Index(None, "recorded_at"))

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    kind: Mapped[EventKind]
    effective_on: Mapped[date]
    recorded_at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    actor_name: Mapped[str]
    note: Mapped[str | None]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    state: Mapped[TaskState]
    step_id: Mapped[int | None] = mapped_column(ForeignKey("procedure_step.id"))
    counting_unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    due_on: Mapped[date | None]
    original_due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    lamp_override: Mapped[Lamp | None]
    lamp_override_until: Mapped[date | None]

    task: Mapped[Task] = relationship()


class Evidence(Base):
    """A file that shows what was done; whoever may see the task may open it."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("task_id", "blob_id"),)

    id: Mapped[Key]
    token: Mapped[str] = mapped_column(unique=True, default=lambda: secrets.token_urlsafe(16))
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    blob_id: Mapped[int] = mapped_column(ForeignKey("blob.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    uploaded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    uploaded_by_name: Mapped[str]
    uploaded_at: Mapped[datetime]
    filename: Mapped[str]
    caption: Mapped[str | None]
    kind: Mapped[EvidenceKind] = mapped_column(default=EvidenceKind.OTHER)
    step: Mapped[StepKind | None]
    """The step of the procedure that it was made for; None: the work itself, period by period."""
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"), unique=True)
    """The version before this one, which stays on file."""

    blob: Mapped[Blob] = relationship(lazy="joined", innerjoin=True)
    task: Mapped[Task] = relationship()
