"""The audit trail: entries chained by hash, and its head."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DDL, CheckConstraint, Index, String, Table, Text, event
from sqlalchemy.orm import Mapped, mapped_column

from app.audit.drafts import Head
from app.audit.vocabulary import Outcome
from app.database import Base

GENESIS = "0" * 64
"""What stands in the place of a hash before the first entry."""

FORBID_CHANGES = {
    "sqlite": (
        """CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END""",
        """CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never removed'); END""",
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION audit_entry_is_final() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'an audit entry is never changed or removed'; END $$""",
        """CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_is_final()""",
        """CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_final()""",
    ),
}
"""The database itself refuses to change the trail; a migration runs the same statements."""

FIRST_HEAD = f"INSERT INTO audit_head (id, count, hash) VALUES (1, 0, '{GENESIS}')"  # noqa: S608  # a constant


class AuditEntry(Base):
    """One thing somebody did or was refused; written once, never changed."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        CheckConstraint("position >= 1", name="counted_from_one"),
        Index(None, "subject_kind", "subject_id"),
    )

    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    person_id: Mapped[int | None] = mapped_column(index=True)
    actor_name: Mapped[str] = mapped_column(String(80), index=True)
    """As it was then: people are renamed, the trail is not."""
    origin: Mapped[str] = mapped_column(String(80))
    action: Mapped[str] = mapped_column(String(40), index=True)
    outcome: Mapped[Outcome]
    subject_kind: Mapped[str | None] = mapped_column(String(40))
    subject_id: Mapped[int | None]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    reason: Mapped[str | None] = mapped_column(Text)
    prev_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)

    def digest(self) -> str:
        """Hash what the entry says together with the entry before it.

        The place is not part of it: an entry that was moved stays true to itself, and is told
        from one that was altered.
        """
        said = {
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "person_id": self.person_id,
            "actor_name": self.actor_name,
            "origin": self.origin,
            "action": self.action,
            "outcome": self.outcome.value,
            "subject_kind": self.subject_kind,
            "subject_id": self.subject_id,
            "before": self.before,
            "after": self.after,
            "reason": self.reason,
            "prev_hash": self.prev_hash,
        }
        text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


class AuditHead(Base):
    """The end of the trail: one row, locked by whoever appends."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    count: Mapped[int] = mapped_column(default=0)
    hash: Mapped[str] = mapped_column(String(64), default=GENESIS)

    @property
    def value(self) -> Head:
        return Head(self.count, self.hash)


def _run_after_create(model: type[Base], statements: tuple[str, ...], dialect: str | None) -> None:
    table = model.__table__
    assert isinstance(table, Table)
    for statement in statements:
        ddl = DDL(statement)  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
        event.listen(table, "after_create", ddl.execute_if(dialect=dialect))


_run_after_create(AuditHead, (FIRST_HEAD,), None)
for _dialect, _statements in FORBID_CHANGES.items():
    _run_after_create(AuditEntry, _statements, _dialect)
