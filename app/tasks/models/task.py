"""What a task is, whose it is, and what is to be done for it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.access.actions import TaskAction
from app.access.actor import Part, Party
from app.database import Base, Key
from app.inspections.models import Procedure, ProcedureStep, RectificationList
from app.tasks.models.headings import Category
from app.tasks.models.parts import Indicator, Measure, Milestone, Site
from app.tasks.models.reports import ProgressReport
from app.tasks.vocabulary import Lamp, NumberLevel, TaskState
from app.tasks.workflow import PASSED_BY, TASK_WORKFLOW
from app.units.models import Unit

LONGEST_HEADLINE = 40


class Task(Base):
    """One item (项) of a rectification list. The row is the projection of its events."""

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("list_id", "number"),
        UniqueConstraint("list_id", "position"),
        CheckConstraint("(state = 'closed') = (closed_on IS NOT NULL)", name="closed_has_a_day"),
        CheckConstraint("(state = 'closing') = (step_id IS NOT NULL)", name="closing_has_a_step"),
        CheckConstraint(
            "(state IN ('closing', 'closed')) = (done_on IS NOT NULL)", name="done_has_a_day"
        ),
        CheckConstraint(
            "(done_on IS NULL) = (applicant_unit_id IS NULL)", name="done_has_an_applicant"
        ),
        CheckConstraint(
            "(state = 'draft') = (handed_over_on IS NULL)", name="handed_over_has_a_day"
        ),
        CheckConstraint(
            "(lamp_override IS NULL) = (lamp_override_until IS NULL)", name="override_has_an_end"
        ),
        CheckConstraint("(base_on IS NULL) = (base_source IS NULL)", name="base_has_a_source"),
        Index(None, "list_id", "state"),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"), index=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), index=True)
    position: Mapped[int]
    number: Mapped[str]
    problem: Mapped[str]
    target: Mapped[str | None]
    deadline_kind: Mapped[str]
    deadline_wording: Mapped[str]
    original_wording: Mapped[str]
    due_on: Mapped[date | None]
    original_due_on: Mapped[date | None]
    sustained: Mapped[bool]
    immediate: Mapped[bool]
    stages: Mapped[list[Any]]
    """Days of a staged deadline, ISO, in order."""
    base_on: Mapped[date | None]
    """The day that a relative deadline is counted from, entered by a person."""
    base_source: Mapped[str | None]
    """What that day rests on: a document and its number."""
    lamp_override: Mapped[Lamp | None]
    """A lamp set by hand; it holds up to and including its last day."""
    lamp_override_until: Mapped[date | None]
    state: Mapped[TaskState] = mapped_column(default=TASK_WORKFLOW.start)
    counting_unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    procedure_id: Mapped[int | None] = mapped_column(ForeignKey("procedure.id"))
    step_id: Mapped[int | None] = mapped_column(ForeignKey("procedure_step.id"))
    step_since: Mapped[date | None]
    applicant_unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    applicant_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    handed_over_on: Mapped[date | None]
    done_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    latest_report_id: Mapped[int | None] = mapped_column(
        ForeignKey("progress_report.id", use_alter=True)
    )
    source: Mapped[dict[str, Any] | None]
    """Where it was read: import, file, checksum, lines of each field."""
    particulars: Mapped[dict[str, Any] | None]
    """What the document says beyond the other columns and tables (原文所载); see PARTICULARS."""
    budget: Mapped[int | None] = mapped_column(BigInteger)
    """What is planned to be spent, in fen."""

    parent: Mapped["Task | None"] = relationship(remote_side="Task.id")
    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)
    category: Mapped[Category] = relationship()
    counting_unit: Mapped[Unit] = relationship(foreign_keys=counting_unit_id)
    applicant_unit: Mapped[Unit | None] = relationship(foreign_keys=applicant_unit_id)
    procedure: Mapped[Procedure | None] = relationship()
    step: Mapped[ProcedureStep | None] = relationship()
    numbers: Mapped[list["TaskNumber"]] = relationship(cascade="all, delete-orphan")
    links: Mapped[list["TaskUnit"]] = relationship(
        back_populates="task", order_by="TaskUnit.id", cascade="all, delete-orphan"
    )
    measures: Mapped[list[Measure]] = relationship(
        order_by=Measure.position, cascade="all, delete-orphan"
    )
    sites: Mapped[list[Site]] = relationship(order_by=Site.position, cascade="all, delete-orphan")
    milestones: Mapped[list[Milestone]] = relationship(
        order_by=Milestone.position, cascade="all, delete-orphan"
    )
    indicators: Mapped[list[Indicator]] = relationship(
        order_by=Indicator.position, cascade="all, delete-orphan"
    )
    latest_report: Mapped[ProgressReport | None] = relationship(
        foreign_keys=latest_report_id, post_update=True
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.rectification_list.area

    @property
    def present_links(self) -> list["TaskUnit"]:
        return [link for link in self.links if link.ends_on is None]

    @property
    def parties(self) -> frozenset[Party]:
        return frozenset(
            Party(link.unit_id, link.unit.government_id, link.part) for link in self.present_links
        )

    @property
    def applicant_government_id(self) -> int | None:
        """The government that the unit which applied belongs to."""
        return self.applicant_unit.government_id if self.applicant_unit else None

    @property
    def signers(self) -> Mapping[TaskAction, tuple[str, ...]]:
        """Who signs for each deed of close-out, by the procedure of the task if it has one."""
        steps = self.procedure.steps if self.procedure else []
        found = {PASSED_BY[step.kind]: step.owners for step in steps if step.kind in PASSED_BY}
        at = self.step.owners if self.step else ()
        return found | ({TaskAction.RETURN: (*at, "office")} if at else {})

    @property
    def handed_over(self) -> bool:
        return self.handed_over_on is not None

    @property
    def headline(self) -> str:
        """The problem's first sentence, short enough for titles; the whole stands on the page."""
        first = self.problem.split("。", maxsplit=1)[0].splitlines()[0]
        return first if len(first) <= LONGEST_HEADLINE else f"{first[:LONGEST_HEADLINE]}……"

    def units_as(self, *parts: Part) -> list[Unit]:
        return [link.unit for link in self.present_links if link.part in parts]


class TaskNumber(Base):
    """The number of a task in the list of another level (县8 = 市9 = 省23)."""

    __tablename__ = "task_number"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), primary_key=True)
    level: Mapped[NumberLevel] = mapped_column(primary_key=True)
    number: Mapped[str]


class TaskUnit(Base):
    """A unit's part in a task, from a day, until a day; signed for or not."""

    __tablename__ = "task_unit"
    __table_args__ = (
        UniqueConstraint("task_id", "unit_id", "part", "starts_on"),
        CheckConstraint("(signed_at IS NULL) = (signed_by_id IS NULL)", name="signed_by_somebody"),
        CheckConstraint("ends_on >= starts_on", name="days_in_order"),
        Index(None, "unit_id", "part"),
    )

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    part: Mapped[Part]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    signed_at: Mapped[datetime | None]
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    task: Mapped[Task] = relationship(back_populates="links")
    unit: Mapped[Unit] = relationship()
