"""Issues of a ledger: what was said, when, by whom, and the file that was given out."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base, Key
from app.files.models import Blob
from app.inspections.models import Period, RectificationList
from app.ledgers.vocabulary import LedgerState
from app.ledgers.workflow import LEDGER_WORKFLOW


class LedgerIssue(Base):
    """One issue (期): a draft that may be counted again, then reviewed, then issued for good."""

    __tablename__ = "ledger_issue"
    __table_args__ = (
        UniqueConstraint("list_id", "year", "number"),
        CheckConstraint(
            "(state = 'issued') = (number IS NOT NULL AND year IS NOT NULL"
            " AND pdf_blob_id IS NOT NULL AND audit_count IS NOT NULL AND audit_head IS NOT NULL"
            " AND issued_by_id IS NOT NULL AND issued_by_name IS NOT NULL"
            " AND issued_at IS NOT NULL)",
            name="issued_has_its_facts",
        ),
        CheckConstraint(
            "state = 'issued' OR (number IS NULL AND year IS NULL AND pdf_blob_id IS NULL"
            " AND audit_count IS NULL AND audit_head IS NULL AND issued_at IS NULL)",
            name="unissued_has_no_number",
        ),
        CheckConstraint(
            "(state IN ('reviewed', 'issued')) = (reviewed_by_id IS NOT NULL"
            " AND reviewed_by_name IS NOT NULL AND reviewed_at IS NOT NULL)",
            name="reviewed_by_somebody",
        ),
        CheckConstraint("(replaces_id IS NULL) = (reason IS NULL)", name="correction_has_a_reason"),
        CheckConstraint("number >= 1", name="number_counts_from_one"),
        Index(
            "uq_ledger_issue_unfinished",
            "period_id",
            unique=True,
            sqlite_where=text("state <> 'issued'"),
            postgresql_where=text("state <> 'issued'"),
        ),
    )

    id: Mapped[Key]
    version: Mapped[int] = mapped_column()
    public_id: Mapped[str] = mapped_column(
        String(24), unique=True, default=lambda: secrets.token_urlsafe(12)
    )
    list_id: Mapped[int] = mapped_column(ForeignKey("rectification_list.id"))
    period_id: Mapped[int] = mapped_column(ForeignKey("period.id"))
    state: Mapped[LedgerState] = mapped_column(default=LEDGER_WORKFLOW.start)
    year: Mapped[int | None]
    number: Mapped[int | None]
    """Given at issue, per list and year, without gaps."""
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_issue.id"), unique=True)
    reason: Mapped[str | None]
    """Why the one that it replaces was corrected."""
    content: Mapped[dict[str, Any]]
    """With its schema number; see reports.weekly_ledger.content."""
    sha256: Mapped[str] = mapped_column(String(64))
    """Of the content."""
    counted_at: Mapped[datetime]
    """The cut-off of the content: the period's, or before that the moment of counting."""
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    prepared_by_name: Mapped[str]
    prepared_at: Mapped[datetime]
    reviewed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reviewed_by_name: Mapped[str | None]
    reviewed_at: Mapped[datetime | None]
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    issued_by_name: Mapped[str | None]
    issued_at: Mapped[datetime | None]
    pdf_blob_id: Mapped[int | None] = mapped_column(ForeignKey("blob.id"), index=True)
    audit_count: Mapped[int | None]
    """Length of the audit trail before this issue's own entry."""
    audit_head: Mapped[str | None] = mapped_column(String(64))

    rectification_list: Mapped[RectificationList] = relationship(lazy="joined", innerjoin=True)
    period: Mapped[Period] = relationship(lazy="joined", innerjoin=True)
    replaces: Mapped["LedgerIssue | None"] = relationship(remote_side="LedgerIssue.id")
    pdf: Mapped[Blob | None] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @property
    def area(self) -> str:
        return self.rectification_list.area

    @property
    def title(self) -> str:
        """What the cover is headed with."""
        cover: dict[str, Any] = self.content["cover"]
        return str(cover["title"])

    @property
    def planned_number(self) -> int:
        """The number it has, or would get."""
        said: dict[str, Any] = self.content["issue"]
        return int(said["number"])

    @property
    def counted_at_cut_off(self) -> bool:
        return self.counted_at == self.period.cutoff_at
