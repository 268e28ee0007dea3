"""Whether a ledger starts from the figures that the last issue printed."""

from collections.abc import Iterator

from app.ledgers.models import LedgerIssue
from reports.weekly_ledger.content import WeeklyLedger


def disagreements(content: WeeklyLedger, previous: LedgerIssue | None) -> tuple[str, ...]:
    """Return where the balance does not begin with what stood at the end of the last one.

    A unit that was renamed since is compared within the total alone.
    """
    if previous is None:
        return ()
    printed = WeeklyLedger.from_json(previous.content)
    return tuple(_differences(content, printed, previous.number))


def _differences(content: WeeklyLedger, printed: WeeklyLedger, number: int | None) -> Iterator[str]:
    ended = {line.unit: line.open_now for line in (*printed.balance, printed.total)}
    for line in (*content.balance, content.total):
        before = ended.get(line.unit, line.open_last)
        if line.open_last != before:
            yield f"{line.unit}：第{number}期在账{before}项，本期取数为{line.open_last}项"
