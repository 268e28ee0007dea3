"""What is doubtful about a deadline, and the ways to settle it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from app.deadlines.phrases import DeadlineKind, read_deadline
from app.intake.drafts import Doubt, Option
from app.wording import N_

AS_WRITTEN = N_("照录原文，不定日期")
MESSAGES = {
    DeadlineKind.INVALID: N_("“%(raw)s”日期不存在或残缺，请按原件填写日期"),
    DeadlineKind.FUZZY: N_("“%(raw)s”不是具体日期，请定一个日期或照录"),
    DeadlineKind.RELATIVE: N_("“%(raw)s”从另一件事算起，请定一个日期或照录"),
    DeadlineKind.REFERENCE: N_("“%(raw)s”引用别处，请填写日期或照录"),
}


def deadline_doubts(kept: Mapping[str, Any] | None, *, measure: int | None = None) -> list[Doubt]:
    """Return what a person has to decide about a deadline; a measure may go without one."""
    about = "" if measure is None else str(measure)
    if kept is None:
        if measure is not None:
            return []
        options = [Option(None, N_("没有时限"))]
        return [Doubt("missing-deadline", N_("没有写明整改时限，请填写日期"), {}, about, options)]
    if not kept["needs_review"]:
        return []
    if kept.get("stated_on"):
        return [_two_days(kept, about)]
    kind = DeadlineKind(kept["kind"])
    message = MESSAGES.get(kind, N_("“%(raw)s”的年份或截止日要由人确定"))
    return [Doubt(f"{kind.value}-deadline", message, {"raw": kept["raw"]}, about, _options(kept))]


def _two_days(kept: Mapping[str, Any], about: str) -> Doubt:
    """The wording says one day and the column beside it another."""
    settled = {**kept, "needs_review": False}
    stated = date.fromisoformat(settled.pop("stated_on"))
    by_wording = date.fromisoformat(kept["due_on"])
    options = [
        Option({**settled, "due_on": stated.isoformat()}, _day(stated), N_("时限日期一栏写的")),
        Option(settled, _day(by_wording), N_("时限文字写的")),
    ]
    message = N_("“%(raw)s”与时限日期%(day)s不一致，请选定")
    values = {"raw": kept["raw"], "day": stated.isoformat()}
    return Doubt("differing-deadline", message, values, about, options)


def _options(kept: Mapping[str, Any]) -> list[Option]:
    if kept["kind"] == DeadlineKind.INVALID.value:
        return []
    settled = {**kept, "needs_review": False}
    if kept["due_on"] is None:
        return [Option(settled, AS_WRITTEN)] if kept["kind"] != DeadlineKind.BY_DATE.value else []
    due_on = date.fromisoformat(kept["due_on"])
    options = [Option(settled, _day(due_on), N_("含所写的月份或年份"))]
    if "月" in kept["raw"] and due_on.day > 1:
        before = due_on.replace(day=1) - timedelta(days=1)
    else:
        before = date(due_on.year - 1, 12, 31)
    earlier = {**settled, "due_on": before.isoformat()}
    return [*options, Option(earlier, _day(before), N_("不含所写的月份或年份"))]


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def typed_deadline(text: str, raw: str | None) -> dict[str, Any] | None:
    """Read what a person typed for a deadline; the document's wording stays beside it."""
    read = read_deadline(text)
    if read.kind in (DeadlineKind.INVALID, DeadlineKind.NONE) or (
        read.kind is DeadlineKind.BY_DATE and read.due_on is None
    ):
        return None
    kept = read.to_json()
    return {**kept, "raw": raw or text, "needs_review": False}
