"""A period of a list, frozen into what its ledger says."""

from app.ledgers.snapshot.agreement import disagreements
from app.ledgers.snapshot.changes import changes, note, summary
from app.ledgers.snapshot.cover import cover
from app.ledgers.snapshot.facts import Facts, gather
from app.ledgers.snapshot.figures import aspect_lines, balance_lines, rates, trend
from app.ledgers.snapshot.rows import row
from app.ledgers.snapshot.sentences import sentences
from reports.weekly_ledger.content import Issue, WeeklyLedger

__all__ = ["Facts", "disagreements", "gather", "weekly_ledger"]


def weekly_ledger(facts: Facts, issue: Issue, reason: str | None = None) -> WeeklyLedger:
    """Return everything that the ledger of the gathered facts says."""
    balance, total = balance_lines(facts)
    found = changes(facts)
    return WeeklyLedger(
        cover=cover(facts.period, facts.cutoff),
        issue=issue,
        sentences=sentences(facts, found, reason),
        balance=balance,
        total=total,
        aspects=aspect_lines(facts),
        trend=trend(facts),
        rates=rates(facts),
        changes_summary=summary(facts, found),
        changes=found,
        changes_note=note(facts, found),
        rows=tuple(row(facts, standing) for standing in facts.after),
        legend=_legend(facts),
    )


def _legend(facts: Facts) -> tuple[str, ...]:
    days = facts.subject.near_due_days
    return (
        "红灯　逾期",
        f"黄灯　未达到序时进度，或{days}日内到期",
        "绿灯　按序时推进，或已完成待销号",
        "已熄　已销号",
    )
