"""Reading the trail, and proving that it is whole."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import Enum, Select, select

from app import clock
from app.audit.drafts import Break, Head, TrailFilter
from app.audit.models import GENESIS, AuditEntry, AuditHead
from app.audit.vocabulary import Fault
from app.database import Base, db

AT_A_TIME = 1_000


def head() -> Head:
    """Return how many entries there are and the hash of the last one."""
    row = db.session.get(AuditHead, 1)
    return row.value if row else Head(0, GENESIS)


def kept_head() -> Head | None:
    """Return the head kept beside the database, as it was after the last commit."""
    file = Path(db.session.info["audit_head"])
    try:
        return Head(**json.loads(file.read_text(encoding="ascii")))
    except (FileNotFoundError, ValueError, TypeError):  # gone, or overwritten with something else
        return None


def entries(wanted: TrailFilter, *, below: int | None, limit: int) -> Sequence[AuditEntry]:
    """Return a page of the trail, newest first, beneath a position."""
    found = _wanted(wanted).order_by(AuditEntry.position.desc()).limit(limit)
    if below is not None:
        found = found.where(AuditEntry.position < below)
    return db.session.scalars(found).all()


def first_break() -> Break | None:
    """Return the first entry that was altered, removed or moved; nothing if all is whole."""
    before = Head(0, GENESIS)
    kept = kept_head()
    for entry in _whole_trail():
        fault = _fault(entry, before)
        if fault is None and kept and entry.position == kept.count and entry.hash != kept.hash:
            fault = Fault.REWRITTEN
        if fault:
            place = before.count + 1 if fault is Fault.REMOVED else entry.position
            return Break(place, fault)
        before = Head(entry.position, entry.hash)
    return _broken_end(before, kept)


def _whole_trail() -> Iterator[AuditEntry]:
    """Every entry in order, some at a time; by key, so that leaving off leaves no cursor open."""
    in_order = select(AuditEntry).order_by(AuditEntry.position).limit(AT_A_TIME)
    fresh = in_order.execution_options(populate_existing=True)
    some = db.session.scalars(fresh).all()
    while some:
        yield from some
        some = db.session.scalars(fresh.where(AuditEntry.position > some[-1].position)).all()


def _fault(entry: AuditEntry, before: Head) -> Fault | None:
    if entry.digest() != entry.hash:
        return Fault.ALTERED
    if entry.prev_hash != before.hash:
        return Fault.MOVED if _stands_elsewhere(entry.prev_hash) else Fault.REMOVED
    return None if entry.position == before.count + 1 else Fault.MOVED


def _stands_elsewhere(entry_hash: str) -> bool:
    """Whether the entry that should come before is still there, in another place."""
    if entry_hash == GENESIS:
        return True
    found = select(AuditEntry.position).where(AuditEntry.hash == entry_hash)
    return db.session.scalar(found) is not None


def _broken_end(last: Head, kept: Head | None) -> Break | None:
    """Compare the end of the chain with the two heads: the last entries may be gone."""
    if max(head().count, kept.count if kept else 0) > last.count:
        return Break(last.count + 1, Fault.REMOVED)
    if head() != last:
        return Break(last.count, Fault.ADDED)
    if kept is None and last.count:
        return Break(last.count, Fault.HEAD_MISSING)
    return None


def _wanted(wanted: TrailFilter) -> Select[AuditEntry]:
    found = select(AuditEntry)
    for name in ("action", "subject_kind", "subject_id", "outcome"):
        value = getattr(wanted, name)
        if value is not None:
            found = found.where(getattr(AuditEntry, name) == value)
    if wanted.person:
        found = found.where(AuditEntry.actor_name.contains(wanted.person, autoescape=True))
    if wanted.first:
        found = found.where(AuditEntry.at >= _midnight(wanted.first))
    if wanted.last:
        found = found.where(AuditEntry.at < _midnight(wanted.last + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, clock.LOCAL)


@cache
def words() -> Mapping[tuple[str, str, str], str]:
    """Return the Chinese of every word that some enum column keeps, by table, column and value."""
    return {
        (table.name, column.name, member.value): member.label
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Enum) and column.type.enum_class
        for member in column.type.enum_class
        if hasattr(member, "label")
    }


@cache
def words_of_any_table() -> Mapping[tuple[str, str], str]:
    """Return the Chinese of a word by column and value, for what another table keeps."""
    return {(column, value): label for (_, column, value), label in words().items()}
