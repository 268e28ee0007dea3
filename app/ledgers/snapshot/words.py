"""How a ledger writes days, deadlines and numbers: always Chinese, whoever prints it."""

from collections.abc import Iterable
from datetime import date

from app.deadlines.standing import days_left
from app.inspections.vocabulary import StepKind
from app.metrics.queries import Standing
from app.tasks.models import Task
from app.tasks.vocabulary import TaskState

DIGITS = "零一二三四五六七八九"
MOST_NUMBERS = 12
"""More numbers than this make a sentence unreadable; the table has them all."""


def chinese(number: int) -> str:
    """Return 1 to 99 as 一 to 九十九."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"


def day_words(day: date) -> str:
    return f"{day.month}月{day.day}日"


def numbers(of: Iterable[str]) -> str:
    """Return （第3、22项）, or nothing if there are none."""
    given = list(of)
    if not given:
        return ""
    more = "等" if given[MOST_NUMBERS:] else ""
    return f"（第{'、'.join(given[:MOST_NUMBERS])}项{more}）"


def state_words(standing: Standing) -> str:
    """Return what the task waits for while it is closing, else its state."""
    if standing.state is TaskState.CLOSING and isinstance(standing.step_kind, StepKind):
        return standing.step_kind.state_label
    return standing.state.label


def deadline_words(task: Task, standing: Standing) -> str:
    """Return the day, 立行立改, 长期坚持, or the wording where there is nothing else."""
    parts = [standing.due_on.isoformat()] if standing.due_on else []
    parts += ["立行立改"] if task.immediate else []
    parts += ["长期坚持"] if task.sustained else []
    return "\n".join(parts) or task.deadline_wording


def days_words(standing: Standing, day: date) -> str:
    """Return 余39天, 逾期22天, 今天到期; 已完成 and 已销号 stand instead."""
    if not standing.is_open:
        return standing.state.label
    if standing.state is TaskState.CLOSING:
        return "已完成"
    left = days_left(standing.due_on, day)
    if left is None:
        return ""
    if left == 0:
        return "今天到期"
    return f"余{left}天" if left > 0 else f"逾期{-left}天"
