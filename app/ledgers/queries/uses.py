"""Which tasks the ledgers of a list have counted since a moment."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import select

from app.database import db
from app.ledgers.models import LedgerIssue
from app.tasks.models import Task


def counted_since(tasks: Sequence[Task], since: datetime) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each issue and draft that counts some of these tasks as they stood after a moment."""
    counted = select(LedgerIssue).where(
        LedgerIssue.list_id.in_({task.list_id for task in tasks}), LedgerIssue.counted_at > since
    )
    for issue in db.session.scalars(counted.order_by(LedgerIssue.id)):
        listed = {row["number"] for row in issue.content["rows"]}
        numbers = [task.number for task in tasks if task.number in listed]
        if numbers:
            yield _called(issue), numbers


def _called(issue: LedgerIssue) -> str:
    if issue.number is None:
        return str(_("台账草稿"))
    return str(_("%(year)s年第%(number)s期台账", year=issue.year, number=issue.number))
