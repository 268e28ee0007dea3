"""Write down what was done or refused, chained to what was written before."""

import fcntl
import hashlib
import hmac
import json
import logging
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from app import clock
from app.access.actor import Actor
from app.audit.drafts import Head, Sensitive
from app.audit.models import GENESIS, AuditEntry, AuditHead
from app.audit.vocabulary import Outcome
from app.database import db

log = logging.getLogger(__name__)

Facts = Mapping[str, Any]


def record(  # noqa: PLR0913  # who, what, on what; the rest is named at every call
    actor: Actor,
    action: StrEnum,
    subject: object = None,
    *,
    before: Facts | None = None,
    after: Facts | None = None,
    reason: str | None = None,
) -> None:
    """Append an entry in the transaction of what it tells about."""
    db.session.flush()  # the subject needs its id
    entry = _entry(actor, action, subject)
    entry.before, entry.after, entry.reason = _plain(before), _plain(after), reason
    _append(entry)


def refused(
    actor: Actor, action: StrEnum, subject: object = None, *, reason: str | None = None
) -> None:
    """Append an attempt that was refused; the caller rolled back before and commits after."""
    entry = _entry(actor, action, subject)
    entry.outcome, entry.reason = Outcome.REFUSED, reason
    _append(entry)


def _entry(actor: Actor, action: StrEnum, subject: object) -> AuditEntry:
    return AuditEntry(
        at=clock.now(),
        person_id=actor.person_id,
        actor_name=actor.name,
        origin=actor.origin,
        action=action.value,
        outcome=Outcome.DONE,
        subject_kind=getattr(subject, "__tablename__", None),
        subject_id=getattr(subject, "id", None),
    )


def _append(entry: AuditEntry) -> None:
    """Chain the entry to the last one. Whoever appends next waits for our commit."""
    head = db.session.get(AuditHead, 1, with_for_update=True, populate_existing=True)
    if head is None:
        head = AuditHead(id=1, count=0, hash=GENESIS)
        db.session.add(head)
    entry.prev_hash = head.hash
    entry.hash = entry.digest()
    entry.position = head.count + 1
    head.count, head.hash = entry.position, entry.hash
    db.session.add(entry)
    db.session.flush()
    db.session.info["audit_written"] = True


def _plain(value: Any) -> Any:
    """Turn a value into what JSON keeps and reads back the same."""
    if isinstance(value, Sensitive):
        key: bytes = db.session.info["audit_key"]
        return {"keyed": hmac.new(key, value.value.encode(), hashlib.sha256).hexdigest()}
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, datetime):
        return value.astimezone(clock.LOCAL).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return _plain_word_or_list(value)


def _plain_word_or_list(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, set | frozenset):
        return sorted(_plain(part) for part in value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def keep_head(file: Path, head: Head) -> None:
    """Keep the head beside the database; a later one is never replaced by an earlier one."""
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if file.exists() and not _is_behind(file, head):
            return
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps({"count": head.count, "hash": head.hash}), encoding="ascii")
        fresh.chmod(0o600)
        fresh.replace(file)


def _is_behind(file: Path, head: Head) -> bool:
    """Whether the kept head is older. One that was overwritten stays, for the proof to find."""
    try:
        return int(json.loads(file.read_text(encoding="ascii"))["count"]) < head.count
    except (ValueError, TypeError, KeyError):
        log.exception("the audit head beside the database was overwritten: %s", file)
        return False


@event.listens_for(Session, "before_commit")
def _note_head(session: Session) -> None:
    if session.info.get("audit_written"):
        head = session.get(AuditHead, 1)
        session.info["audit_committed"] = head.value if head else None


@event.listens_for(Session, "after_commit")
def _keep_committed_head(session: Session) -> None:
    if session.get_nested_transaction() is None and session.info.pop("audit_written", False):
        head: Head | None = session.info.pop("audit_committed", None)
        if head is not None:
            keep_head(session.info["audit_head"], head)


@event.listens_for(Session, "after_soft_rollback")
def _forget_head(session: Session, ended: SessionTransaction) -> None:
    if ended.parent is None:  # not a savepoint
        session.info.pop("audit_written", None)
