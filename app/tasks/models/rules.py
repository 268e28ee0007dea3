"""The rules of a list by which lamps and pace are derived, version by version."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base, Key
from app.tasks.vocabulary import Lamp, PaceBasis


class ListRules(Base):
    """One version: it holds from its day until the next one's, and is never changed."""

    __tablename__ = "list_rules"
    __table_args__ = (
        CheckConstraint("near_due_days BETWEEN 0 AND 365", name="near_due_is_ahead"),
        CheckConstraint("yellow_behind BETWEEN 1 AND 100", name="behind_is_a_part"),
        CheckConstraint("red_behind >= yellow_behind", name="red_after_yellow"),
        CheckConstraint("silent_days >= 1", name="silence_has_days"),
        CheckConstraint("silent_lamp IN ('red', 'yellow')", name="silence_warns"),
        CheckConstraint("reason <> ''", name="has_a_reason"),
        Index(None, "list_id", "effective_from"),
    )

    id: Mapped[Key]
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"))
    effective_from: Mapped[date]
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_by_name: Mapped[str]
    reason: Mapped[str]
    near_due_days: Mapped[int]
    pace_basis: Mapped[PaceBasis]
    yellow_behind: Mapped[int]
    """Percentage points behind the schedule from which a task has not kept pace."""
    red_behind: Mapped[int | None]
    """Points behind from which the lamp is red; never when empty."""
    silent_days: Mapped[int | None]
    """Days since the last reported period after which the lamp warns; never when empty."""
    silent_lamp: Mapped[Lamp]
