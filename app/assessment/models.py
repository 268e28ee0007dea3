"""Assessments of units, every point with the fact that it rests on, and the units' objections."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.assessment.drafts import Points
from app.assessment.vocabulary import AssessmentState, PointKind
from app.assessment.workflow import ASSESSMENT_WORKFLOW
from app.database import Base, Key
from app.inspections.models import Period, RectificationList
from app.tasks.models import Task, TaskEvent
from app.units.models import Unit


class AssessmentRules(Base):
    """What a list's points are worth, in one version; an assessment keeps the one it began with."""

    __tablename__ = "assessment_rules"
    __table_args__ = (
        UniqueConstraint("list_id", "version_no"),
        CheckConstraint("ahead_days >= 0", name="ahead_is_days"),
    )

    id: Mapped[Key]
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"))
    version_no: Mapped[int]
    base: Mapped[int]
    ahead_days: Mapped[int]
    worth: Mapped[dict[str, Any]]
    set_by_name: Mapped[str]
    set_at: Mapped[datetime]

    @property
    def points(self) -> Points:
        worth = {kind: int(self.worth.get(kind.value, 0)) for kind in PointKind}
        return Points(self.base, self.ahead_days, worth)


class Assessment(Base):
    """How the units of a list did between two days: drafted, announced, published."""

    __tablename__ = "assessment"
    __table_args__ = (
        UniqueConstraint("list_id", "first_day", "last_day"),
        CheckConstraint("first_day <= last_day", name="days_in_order"),
        CheckConstraint(
            "(state = 'published') = (number IS NOT NULL)", name="published_is_numbered"
        ),
        CheckConstraint("(state = 'draft') = (announced_at IS NULL)", name="announced_at_a_moment"),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"))
    rules_id: Mapped[int] = mapped_column(ForeignKey("assessment_rules.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    state: Mapped[AssessmentState] = mapped_column(default=ASSESSMENT_WORKFLOW.start)
    number: Mapped[int | None]
    announced_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    units: Mapped[list[Any]]
    """Ids of the units that are assessed: who counts a task of the list in these days."""

    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)
    rules: Mapped[AssessmentRules] = relationship(lazy="joined", innerjoin=True)
    lines: Mapped[list["AssessmentLine"]] = relationship(
        back_populates="assessment", order_by="AssessmentLine.id", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.rectification_list.area

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset(self.units)

    @property
    def announced(self) -> bool:
        return self.announced_at is not None


class AssessmentLine(Base):
    """Points for one fact: an event of a task, or a period that went by without a report."""

    __tablename__ = "assessment_line"
    __table_args__ = (
        CheckConstraint(
            "(event_id IS NULL AND period_id IS NOT NULL)"
            " OR (event_id IS NOT NULL AND period_id IS NULL)",
            name="rests_on_one_fact",
        ),
        Index(None, "assessment_id", "unit_id"),
    )

    id: Mapped[Key]
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    kind: Mapped[PointKind]
    points: Mapped[int]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    day: Mapped[date]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("task_event.id"))
    period_id: Mapped[int | None] = mapped_column(ForeignKey("period.id"))
    struck: Mapped[bool] = mapped_column(default=False)
    """Taken back after an objection that was upheld; it does not count any more."""

    assessment: Mapped[Assessment] = relationship(back_populates="lines")
    unit: Mapped[Unit] = relationship()
    task: Mapped[Task] = relationship()
    event: Mapped[TaskEvent | None] = relationship()
    period: Mapped[Period | None] = relationship()
    objection: Mapped["AssessmentObjection | None"] = relationship(back_populates="line")

    @property
    def area(self) -> str:
        return self.assessment.area

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset({self.unit_id})

    @property
    def announced(self) -> bool:
        return self.assessment.announced


class AssessmentObjection(Base):
    """A unit's objection to one line, and what the office decided; each written once."""

    __tablename__ = "assessment_objection"
    __table_args__ = (
        UniqueConstraint("line_id"),
        CheckConstraint("(upheld IS NULL) = (answer IS NULL)", name="decided_with_an_answer"),
    )

    id: Mapped[Key]
    line_id: Mapped[int] = mapped_column(ForeignKey("assessment_line.id"))
    text: Mapped[str]
    raised_by_name: Mapped[str]
    raised_at: Mapped[datetime]
    upheld: Mapped[bool | None]
    answer: Mapped[str | None]
    decided_by_name: Mapped[str | None]
    decided_at: Mapped[datetime | None]

    line: Mapped[AssessmentLine] = relationship(back_populates="objection")
