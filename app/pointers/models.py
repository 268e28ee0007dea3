"""What people found when they looked where a pointer pointed."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base, Key
from app.pointers.vocabulary import PointerKind, Verdict


class PointerJudgement(Base):
    """A judgement of one pointer, written once; it stays when the pointer is gone.

    `told` is what the pointer said when it was judged, without naming another task.
    """

    __tablename__ = "pointer_judgement"

    id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), index=True)
    kind: Mapped[PointerKind]
    fingerprint: Mapped[str] = mapped_column(String(16))
    told: Mapped[str]
    verdict: Mapped[Verdict]
    words: Mapped[str]
    judged_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    judged_by_name: Mapped[str]
    judged_at: Mapped[datetime]
