"""What changed since the last issue: one rule a kind, in the order in which they are read."""

from collections.abc import Callable, Iterator

from app.ledgers.snapshot.facts import Facts
from app.ledgers.snapshot.words import day_words, numbers, state_words
from app.metrics.queries import Standing
from app.tasks.vocabulary import EventKind, Lamp, TaskState
from reports.weekly_ledger import content
from reports.weekly_ledger.content import Change

LONGEST_NOTE = 60
NEW, CLOSED, RELAPSED, MERGED = "新增", "销号", "反弹", "合并"
OVERDUE, YELLOW, GREEN = "新逾期", "转黄灯", "转绿灯"
EXTENDED, MOVED, RETURNED, STEP = "时限调整", "更换牵头单位", "退回", "环节推进"
PROGRESS, MISSING = "进度变化", "未报"

Pair = tuple[Standing, Standing]
Rule = Callable[[Facts], Iterator[Change]]


def changes(facts: Facts) -> tuple[Change, ...]:
    """Return every change, by kind; a first issue has nothing to compare with."""
    if facts.previous is None:
        return ()
    return tuple(change for rule in RULES for change in rule(facts))


def summary(facts: Facts, found: tuple[Change, ...]) -> str:
    """Return how many tasks changed, did not, or said nothing; the three add up."""
    if facts.previous is None:
        return f"首期台账，全部{len(facts.after)}项自本期起入账，无上期可比。"
    looked_at = [facts.number(one) for one in facts.after if _counts(facts, one)]
    changed = {change.number for change in found if change.kind != MISSING}
    missing = {change.number for change in found} - changed
    same = [number for number in looked_at if number not in changed | missing]
    silent = [number for number in looked_at if number in missing]
    return (
        f"在账和本期销号共{len(looked_at)}项：有变化{len(changed)}项，"
        f"无变化{len(same)}项{numbers(same)}，未报{len(silent)}项{numbers(silent)}。"
        "同一任务可有几种变化。"
    )


def note(facts: Facts, found: tuple[Change, ...]) -> str:
    """Return which kinds did not occur, so that their absence is said and not left open."""
    if facts.previous is None:
        return ""
    kinds = {change.kind for change in found}
    wanted = (NEW, CLOSED, RELAPSED, MERGED, OVERDUE, EXTENDED, MOVED, RETURNED, MISSING)
    none = [kind for kind in wanted if kind not in kinds]
    return f"{'、'.join(f'{kind}0项' for kind in none)}。" if none else ""


def _counts(facts: Facts, now: Standing) -> bool:
    was = facts.before.get(now.task_id)
    return was is None or was.is_open


def _pairs(facts: Facts) -> Iterator[Pair]:
    """Yield how each task stood and stands that was on the books at the last issue."""
    for now in facts.after:
        was = facts.before.get(now.task_id)
        if was is not None and was.is_open:
            yield was, now


def _change(facts: Facts, kind: str, now: Standing, step: str, basis: str = "") -> Change:
    task = facts.tasks[now.task_id]
    unit = facts.names[now.counting_unit_id]
    return Change(kind, task.number, task.headline, unit, step, basis)


def _new(facts: Facts) -> Iterator[Change]:
    for now in facts.after:
        if now.task_id not in facts.before:
            handed = facts.tasks[now.task_id].handed_over_on
            basis = f"{day_words(handed)}交办" if handed else ""
            yield _change(facts, NEW, now, f"入账 → {state_words(now)}", basis)


def _closed(facts: Facts) -> Iterator[Change]:
    for was, now in _pairs(facts):
        if now.state is TaskState.CLOSED:
            basis = f"{day_words(now.closed_on)}销号" if now.closed_on else ""
            yield _change(facts, CLOSED, now, _step(was, now), basis)


def _merged(facts: Facts) -> Iterator[Change]:
    for was, now in _pairs(facts):
        if now.state is TaskState.MERGED:
            yield _change(facts, MERGED, now, _step(was, now))


def _step(was: Standing, now: Standing) -> str:
    return f"{state_words(was)} → {state_words(now)}"


def _overdue(facts: Facts) -> Iterator[Change]:
    for was, now in _pairs(facts):
        if now.is_overdue and not was.is_overdue and now.due_on:
            basis = f"应于{day_words(now.due_on)}完成"
            yield _lit(_change(facts, OVERDUE, now, _lamps(was, now), basis), now)


def _lamp_turned(kind: str, lamp: Lamp) -> Rule:
    def rule(facts: Facts) -> Iterator[Change]:
        for was, now in _pairs(facts):
            if now.lamp is lamp and was.lamp is not lamp:
                basis = _reason(was, now)
                yield _lit(_change(facts, kind, now, _lamps(was, now), basis), now)

    return rule


def _lamps(was: Standing, now: Standing) -> str:
    return f"{was.lamp.label} → {now.lamp.label}"


def _lit(change: Change, now: Standing) -> Change:
    lamp = content.Lamp(now.lamp.value)
    return Change(**{**vars(change), "lamp": lamp})


def _reason(was: Standing, now: Standing) -> str:
    """Return what turned the lamp to yellow or green."""
    if now.lamp is Lamp.YELLOW:
        return "临近到期" if now.is_near_due else "未达到序时进度"
    if now.state is TaskState.CLOSING:
        return "已申请销号"
    return "时限调整" if was.due_on != now.due_on else "达到序时进度"


def _extended(facts: Facts) -> Iterator[Change]:
    for was, now in _pairs(facts):
        if was.due_on != now.due_on:
            reason = _last_note(facts, now, EventKind.AMENDED)
            step = f"{was.due_on or '无'} → {now.due_on or '无'}"
            yield _change(facts, EXTENDED, now, step, reason)


def _moved(facts: Facts) -> Iterator[Change]:
    for was, now in _pairs(facts):
        if was.counting_unit_id != now.counting_unit_id:
            names = (facts.names[was.counting_unit_id], facts.names[now.counting_unit_id])
            reason = _last_note(facts, now, EventKind.CORRECTED, EventKind.AMENDED)
            yield _change(facts, MOVED, now, " → ".join(names), reason)


def _returned(facts: Facts) -> Iterator[Change]:
    returned = {event.task_id for event in facts.events if event.kind is EventKind.RETURNED}
    for was, now in _pairs(facts):
        if now.task_id in returned:
            reason = _last_note(facts, now, EventKind.RETURNED)
            yield _change(facts, RETURNED, now, _step(was, now), reason)


def _last_note(facts: Facts, now: Standing, *kinds: EventKind) -> str:
    notes = [e.note for e in facts.events if e.task_id == now.task_id and e.kind in kinds]
    text = (notes[-1] if notes else "") or ""
    return text if len(text) <= LONGEST_NOTE else f"{text[:LONGEST_NOTE]}…"


def _stepped(facts: Facts) -> Iterator[Change]:
    for was, now in _pairs(facts):
        if now.state is TaskState.CLOSING and state_words(was) != state_words(now):
            moved = [event for event in facts.events if event.task_id == now.task_id]
            basis = day_words(moved[-1].effective_on) if moved else ""
            yield _change(facts, STEP, now, _step(was, now), basis)


def _progress(facts: Facts) -> Iterator[Change]:
    for was, now in _pairs(facts):
        if now.percent is not None and was.percent != now.percent:
            before = "未报" if was.percent is None else f"{was.percent}%"
            files = f"新增证据{facts.evidence.get(now.task_id, 0)}份"
            yield _change(facts, PROGRESS, now, f"{before} → {now.percent}%", files)


def _missing(facts: Facts) -> Iterator[Change]:
    for now in facts.after:
        if now.is_missing and _counts(facts, now):
            kept = "尚未报告" if now.percent is None else f"{now.percent}%，沿用上期"
            yield _change(facts, MISSING, now, kept, "截数时未报")


RULES: tuple[Rule, ...] = (
    _new,
    _closed,
    _merged,
    _overdue,
    _lamp_turned(YELLOW, Lamp.YELLOW),
    _lamp_turned(GREEN, Lamp.GREEN),
    _extended,
    _moved,
    _returned,
    _stepped,
    _progress,
    _missing,
)
