"""Finding issues: of a list, of a period, unfinished, in force."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from app.access.actor import Actor
from app.access.roles import Role
from app.database import db
from app.inspections.models import DocumentCounter, Period, RectificationList
from app.inspections.queries import in_area
from app.inspections.vocabulary import DocumentKind
from app.ledgers.models import LedgerIssue
from app.ledgers.vocabulary import LedgerState


def issue_with(public_id: str) -> LedgerIssue | None:
    return db.session.scalar(
        select(LedgerIssue)
        .where(LedgerIssue.public_id == public_id)
        .options(joinedload(LedgerIssue.replaces), joinedload(LedgerIssue.pdf))
    )


def issues_of(list_id: int) -> Sequence[LedgerIssue]:
    """Every issue of a list, the latest period first and within it the latest issue."""
    return db.session.scalars(
        select(LedgerIssue)
        .join(LedgerIssue.period)
        .where(LedgerIssue.list_id == list_id)
        .options(joinedload(LedgerIssue.replaces))
        .order_by(Period.last_day.desc(), LedgerIssue.id.desc())
    ).all()


def unfinished_issues(actor: Actor) -> Sequence[LedgerIssue]:
    """Issues in the actor's offices that are drafts or wait to be issued, the oldest first."""
    return db.session.scalars(
        select(LedgerIssue)
        .join(LedgerIssue.rectification_list)
        .join(RectificationList.government)
        .where(in_area(actor, Role.OFFICE), LedgerIssue.state != LedgerState.ISSUED)
        .order_by(LedgerIssue.id)
    ).all()


def latest_number(actor: Actor) -> int | None:
    """The number of the latest issue that the actor may read."""
    return db.session.scalar(
        select(LedgerIssue.number)
        .join(LedgerIssue.rectification_list)
        .join(RectificationList.government)
        .where(in_area(actor, Role.OFFICE, Role.LEADER), LedgerIssue.number.is_not(None))
        .order_by(LedgerIssue.issued_at.desc(), LedgerIssue.id.desc())
        .limit(1)
    )


def latest_issued(actor: Actor) -> LedgerIssue | None:
    """The issue that was issued last, of those that the actor may read."""
    return db.session.scalar(
        select(LedgerIssue)
        .join(LedgerIssue.rectification_list)
        .join(RectificationList.government)
        .where(in_area(actor, Role.OFFICE, Role.LEADER), LedgerIssue.state == LedgerState.ISSUED)
        .options(joinedload(LedgerIssue.period))
        .order_by(LedgerIssue.issued_at.desc(), LedgerIssue.id.desc())
        .limit(1)
    )


def unfinished_issue(period_id: int) -> LedgerIssue | None:
    return db.session.scalar(
        select(LedgerIssue).where(
            LedgerIssue.period_id == period_id, LedgerIssue.state != LedgerState.ISSUED
        )
    )


def issued_for(period_id: int) -> LedgerIssue | None:
    """The issue of a period that is in force: the last one, if it was corrected."""
    return db.session.scalar(
        select(LedgerIssue)
        .where(LedgerIssue.period_id == period_id, LedgerIssue.state == LedgerState.ISSUED)
        .order_by(LedgerIssue.id.desc())
        .limit(1)
    )


def issued_before(period: Period) -> LedgerIssue | None:
    """The issue that a period's ledger is compared with: in force, of an earlier period."""
    return db.session.scalar(
        select(LedgerIssue)
        .join(LedgerIssue.period)
        .where(
            LedgerIssue.list_id == period.list_id,
            LedgerIssue.state == LedgerState.ISSUED,
            Period.last_day < period.last_day,
        )
        .order_by(Period.last_day.desc(), LedgerIssue.id.desc())
        .limit(1)
    )


def issued_after(period: Period) -> LedgerIssue | None:
    """An issue of a later period, if there is one."""
    return db.session.scalar(
        select(LedgerIssue)
        .join(LedgerIssue.period)
        .where(
            LedgerIssue.list_id == period.list_id,
            LedgerIssue.state == LedgerState.ISSUED,
            Period.last_day > period.last_day,
        )
        .limit(1)
    )


def periods_to_issue(subject: RectificationList) -> Sequence[Period]:
    """Periods later than the last one issued that have no issue yet, the earliest first."""
    begun = select(LedgerIssue.period_id).where(LedgerIssue.list_id == subject.id)
    last = (
        select(func.max(Period.last_day))
        .join(LedgerIssue, LedgerIssue.period_id == Period.id)
        .where(LedgerIssue.list_id == subject.id, LedgerIssue.state == LedgerState.ISSUED)
        .scalar_subquery()
    )
    return db.session.scalars(
        select(Period)
        .where(
            Period.list_id == subject.id,
            Period.id.not_in(begun),
            or_(last.is_(None), Period.last_day > last),
        )
        .order_by(Period.last_day)
    ).all()


def correction_of(issue_id: int) -> LedgerIssue | None:
    """The issue that replaces another, draft or issued."""
    return db.session.scalar(select(LedgerIssue).where(LedgerIssue.replaces_id == issue_id))


def number_to_come(list_id: int, year: int) -> int:
    """The number that the next issue would get."""
    given = db.session.get(DocumentCounter, (list_id, DocumentKind.LEDGER, year))
    return (given.last_number if given else 0) + 1
