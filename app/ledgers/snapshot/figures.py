"""The counts of a ledger: balance, progress by aspect, the curve, the rates."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date

from app.inspections.queries import periods_of
from app.ledgers.snapshot.facts import Facts
from app.ledgers.snapshot.rows import aspect_title
from app.metrics.queries import Account, balance, closed_and_planned, days_of
from app.tasks.vocabulary import Stage, TaskState
from reports.weekly_ledger.content import AspectLine, BalanceLine, Rate, TrendPoint

TOTAL = "合计"
DECEMBER = 12


def balance_lines(facts: Facts) -> tuple[tuple[BalanceLine, ...], BalanceLine]:
    """Return the balance by counting unit in the order of the tree, and in total."""
    accounts, total = balance(facts.before.values(), facts.after)
    ordered = sorted(accounts, key=lambda unit_id: _place(facts.units[unit_id].path))
    lines = tuple(_line(facts.names[unit_id], accounts[unit_id]) for unit_id in ordered)
    return lines, _line(TOTAL, total)


def _place(path: str) -> list[int]:
    return [int(part) for part in path.split("/") if part]


def _line(name: str, account: Account) -> BalanceLine:
    return BalanceLine(
        unit=name,
        open_last=account.last,
        new=account.new,
        moved_in=account.moved_in,
        relapsed=account.relapsed,
        closed=account.closed,
        merged=account.merged,
        moved_out=account.moved_out,
        open_now=account.now,
    )


def stages(facts: Facts) -> Counter[Stage]:
    return Counter(one.stage for one in facts.after)


def aspect_lines(facts: Facts) -> tuple[AspectLine, ...]:
    """Return how far the tasks of each aspect are, in list order."""
    counted: dict[str, Counter[Stage]] = {}
    for one in facts.after:
        title = aspect_title(facts.tasks[one.task_id].category)
        counted.setdefault(title, Counter())[one.stage] += 1
    return tuple(_aspect(title, counts) for title, counts in counted.items())


def _aspect(title: str, counts: Counter[Stage]) -> AspectLine:
    return AspectLine(
        name=title,
        closed=counts[Stage.CLOSED],
        done=counts[Stage.DONE],
        on_pace=counts[Stage.ON_PACE],
        behind=counts[Stage.BEHIND],
        silent=counts[Stage.SILENT],
        note=_aspect_note(counts),
    )


def _aspect_note(counts: Counter[Stage]) -> str:
    done = counts[Stage.CLOSED] + counts[Stage.DONE]
    silent = f"，尚未报告{counts[Stage.SILENT]}项" if counts[Stage.SILENT] else ""
    return (
        f"{counts.total()}项：已完成{done}项（销号{counts[Stage.CLOSED]}项），"
        f"达到序时{counts[Stage.ON_PACE]}项，未达到序时{counts[Stage.BEHIND]}项{silent}"
        f"{merged(counts)}"
    )


def merged(counts: Counter[Stage]) -> str:
    """Return how many were merged into others, where any were."""
    return f"，已合并{counts[Stage.MERGED]}项" if counts[Stage.MERGED] else ""


def trend(facts: Facts) -> tuple[TrendPoint, ...]:
    """Return closed against planned over the periods so far, and the plan to the year's end."""
    known = days_of(list(periods_of(facts.subject.id)), facts.day)
    past = closed_and_planned(list(facts.after), sorted({*known, facts.day}))
    ahead = closed_and_planned(list(facts.after), list(_month_ends(facts.day)))
    return (
        *(TrendPoint(point.day, point.planned, point.closed) for point in past),
        *(TrendPoint(point.day, point.planned) for point in ahead),
    )


def _month_ends(after: date) -> Iterator[date]:
    for month in range(after.month, DECEMBER + 1):
        end = date(after.year, month, monthrange(after.year, month)[1])
        if end > after:
            yield end


def rates(facts: Facts) -> tuple[Rate, ...]:
    counts = stages(facts)
    closed, total = counts[Stage.CLOSED], counts.total()
    due = [one for one in facts.after if one.state is TaskState.IN_RECTIFICATION]
    reported = sum(not one.is_missing for one in due)
    return (
        Rate("销号率", closed, total, "已销号／全部任务"),
        Rate("完成率", closed + counts[Stage.DONE], total, "（已销号＋待销号）／全部任务"),
        Rate("报送率", reported, len(due), "本期已报进展／整改中任务"),
    )
