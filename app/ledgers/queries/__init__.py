"""Questions asked of ledger issues, and of what happened between two of them."""

from app.ledgers.queries.between import events_between, evidence_counts, reports_with_ids
from app.ledgers.queries.issues import (
    correction_of,
    issue_with,
    issued_after,
    issued_before,
    issued_for,
    issues_of,
    latest_issued,
    latest_number,
    number_to_come,
    periods_to_issue,
    unfinished_issue,
    unfinished_issues,
)
from app.ledgers.queries.proof import compare, standing_of
from app.ledgers.queries.uses import counted_since

__all__ = [
    "compare", "correction_of", "counted_since", "events_between", "evidence_counts", "issue_with",
    "issued_after", "issued_before", "issued_for", "issues_of", "latest_issued", "latest_number",
    "number_to_come", "periods_to_issue", "reports_with_ids", "standing_of", "unfinished_issue",
    "unfinished_issues",
]  # fmt: skip
