"""Comparing a file with what was issued, and with what database and audit trail say now."""

import re
from hashlib import sha256

from sqlalchemy import select

from app.audit.models import GENESIS, AuditEntry
from app.audit.queries import head
from app.database import db
from app.files.models import Blob
from app.ledgers.drafts import Comparison
from app.ledgers.models import LedgerIssue
from app.ledgers.queries.issues import correction_of
from app.ledgers.vocabulary import LedgerState, Verdict
from reports.frozen import checksum

CLAIM = re.compile(rb"sha256:([0-9a-f]{64})")
"""The checksum of its content that every ledger carries in its properties."""


def compare(file: bytes) -> Comparison:
    """Say whether the file is one that was issued, and whether its issue is still whole."""
    issue, verdict = _with_file(sha256(file).hexdigest()), Verdict.GENUINE
    if issue is None:
        claim = CLAIM.search(file)
        issue, verdict = _with_content(claim[1].decode() if claim else ""), Verdict.ALTERED
    return standing_of(issue, verdict) if issue else Comparison(Verdict.UNKNOWN)


def standing_of(issue: LedgerIssue, verdict: Verdict = Verdict.GENUINE) -> Comparison:
    """Say whether what the database keeps of an issue is what was printed."""
    correction = correction_of(issue.id)
    return Comparison(
        file=verdict,
        public_id=issue.public_id,
        content_whole=checksum(issue.content) == issue.sha256,
        trail_whole=_hash_at(issue.audit_count or 0) == issue.audit_head,
        entries_since=head().count - (issue.audit_count or 0),
        replaced_by=correction.number if correction else None,
    )


def _with_file(digest: str) -> LedgerIssue | None:
    return db.session.scalar(select(LedgerIssue).join(LedgerIssue.pdf).where(Blob.sha256 == digest))


def _with_content(digest: str) -> LedgerIssue | None:
    return db.session.scalar(
        select(LedgerIssue).where(
            LedgerIssue.sha256 == digest, LedgerIssue.state == LedgerState.ISSUED
        )
    )


def _hash_at(position: int) -> str | None:
    if position == 0:
        return GENESIS
    return db.session.scalar(select(AuditEntry.hash).where(AuditEntry.position == position))
