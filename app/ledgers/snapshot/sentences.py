"""The two or three sentences in the usual words."""

from collections.abc import Iterator

from app.ledgers.snapshot.changes import CLOSED, MISSING, OVERDUE, RETURNED
from app.ledgers.snapshot.facts import Facts
from app.ledgers.snapshot.figures import merged, stages
from app.ledgers.snapshot.words import numbers
from app.metrics.queries import Standing
from app.tasks.vocabulary import EventKind, Lamp, Stage
from reports.weekly_ledger.content import Change


def sentences(facts: Facts, found: tuple[Change, ...], reason: str | None) -> tuple[str, ...]:
    """Return how the list stands, what happened, and why the issue was corrected if it was."""
    said = [_standing(facts), _period(facts, found)]
    if reason:
        said.append(f"更正说明：{reason}")
    return tuple(said)


def _standing(facts: Facts) -> str:
    counts = stages(facts)
    closed = counts[Stage.CLOSED]
    silent = f"，尚未报告进展{counts[Stage.SILENT]}项" if counts[Stage.SILENT] else ""
    aspects = {facts.tasks[one.task_id].category.aspect_id for one in facts.after}
    categories = {one.category_id for one in facts.after}
    return (
        f"{facts.subject.inspection.name}整改任务{counts.total()}项"
        f"（{len(aspects)}个方面{len(categories)}类），"
        f"已完成{closed + counts[Stage.DONE]}项（其中销号{closed}项），"
        f"未完成但达到序时进度{counts[Stage.ON_PACE]}项，"
        f"未达到序时进度{counts[Stage.BEHIND]}项{silent}{merged(counts)}。{_lamps(facts)}"
    )


def _lamps(facts: Facts) -> str:
    on_books = [one for one in facts.after if one.is_open]
    red, yellow, green = (
        sum(one.lamp is lamp for one in on_books) for lamp in (Lamp.RED, Lamp.YELLOW, Lamp.GREEN)
    )
    late = [facts.number(one) for one in on_books if one.is_overdue]
    overdue = f"；逾期{len(late)}项{numbers(late)}" if late else "；无逾期"
    return f"在账{len(on_books)}项中，红灯{red}项、黄灯{yellow}项、绿灯{green}项{overdue}。"


def _period(facts: Facts, found: tuple[Change, ...]) -> str:
    return f"本期{'，'.join(_deeds(facts, found))}。"


def _deeds(facts: Facts, found: tuple[Change, ...]) -> Iterator[str]:
    """Yield what happened in the period; closing and applying are said even if nobody did."""
    if facts.previous is None:
        yield f"为首期，{len(facts.after)}项任务入账"
    yield _named("销号", [c.number for c in found if c.kind == CLOSED])
    yield _named("申请销号", [facts.number(one) for one in _applied(facts)])
    for kind, word in ((RETURNED, "退回"), (OVERDUE, "新逾期"), (MISSING, "未报")):
        given = [change.number for change in found if change.kind == kind]
        if given:
            yield _named(word, given)


def _named(word: str, given: list[str]) -> str:
    return f"{word}{len(given)}项{numbers(given)}"


def _applied(facts: Facts) -> list[Standing]:
    applied = {event.task_id for event in facts.events if event.kind is EventKind.APPLIED}
    return [one for one in facts.after if one.task_id in applied]
