"""What a person has to look at in an item: each doubt with its line and its remedy."""

from collections.abc import Sequence
from typing import Final

from app.deadlines.phrases import DeadlineKind
from app.intake.parsing.account import Account
from app.intake.parsing.result import Finding, ParsedItem
from app.wording import N_

MISSING: Final = "missing-problem"
"""Nothing was guessed or refused: the document does not say it."""
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


def _line_of(raw: str, lines: Sequence[int], account: Account) -> int:
    """The line of the field in which the wording stands."""
    return next((line for line in lines if raw in account.text(line)), lines[0])
