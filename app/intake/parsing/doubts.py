"""What a person has to look at in an item: each doubt with its line and its remedy."""

import re
from collections.abc import Sequence
from typing import Final

from app.deadlines.phrases import DeadlineKind
from app.intake.parsing.account import Account
from app.intake.parsing.result import Finding, ParsedItem
from app.wording import N_

MISSING: Final = "missing-problem"
MISMATCH: Final = "type-mismatch"
TOLD: Final = frozenset({MISSING, MISMATCH})
"""Nothing was guessed or refused: so the document says, or does not say."""
TYPED: Final = re.compile(
    r"(?:^|;)(?:[^:;]{0,8}:)?(?:(?P<at_once>[立即][行知]立?即?改)|(?P<dated>限期(?:整改|完成))"
    r"|(?P<for_good>长期(?:坚持|整改)|持续推进))(?:类|型)?(?=;|$)"
)
DOUBTS: Final = {
    DeadlineKind.INVALID: N_("日期不存在或残缺，不能确定，请按原件填写"),
    DeadlineKind.FUZZY: N_("时限不是具体日期，请确定"),
    DeadlineKind.RELATIVE: N_("时限从另一件事算起，请定起算日"),
    DeadlineKind.REFERENCE: N_("时限引用别处，请填写日期"),
}


def doubts_of(item: ParsedItem, index: int, account: Account) -> list[Finding]:
    found: list[Finding] = []
    line = item.source[0]
    if item.problem is None:
        found.append(Finding(line, MISSING, "", N_("没有写明问题内容，请补上"), index, "problem"))
    if kind := _contradicted(item):
        message = N_("整改类型与时限不一致，请核对")
        found.append(Finding(line, MISMATCH, kind, message, index, "deadline"))
    deadlines = [("deadline", item.deadline)]
    deadlines += [("measures", measure.deadline) for measure in item.measures]
    told: set[str] = set()
    for name, deadline in deadlines:
        if deadline is None or not deadline.needs_review or deadline.raw in told:
            continue
        told.add(deadline.raw)
        at = item.lines.get(name) or [line]
        message = DOUBTS.get(deadline.kind, N_("时限的年份或截止日要由人确定"))
        code = f"{'invalid' if deadline.kind is DeadlineKind.INVALID else 'unknown'}-deadline"
        found.append(
            Finding(_line_of(deadline.raw, at, account), code, deadline.raw, message, index, name)
        )
    return found


def _contradicted(item: ParsedItem) -> str | None:
    """Return the type that a task is given, if its deadline says otherwise."""
    match = TYPED.search(item.remarks or "")
    deadline = item.deadline
    if match is None or deadline is None or deadline.needs_review:
        return None
    fits = {
        "at_once": deadline.immediate,
        "dated": deadline.due_on is not None,
        "for_good": deadline.sustained,
    }
    return None if fits[match.lastgroup or ""] else match[match.lastgroup or ""]


def _line_of(raw: str, lines: Sequence[int], account: Account) -> int:
    """The line of the field in which the wording stands."""
    return next((line for line in lines if raw in account.text(line)), lines[0])
