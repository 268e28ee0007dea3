"""Parts against totals: where they differ a finding says so."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.figures_text import Told
from app.intake.parsing.result import Finding
from app.wording import N_

LEAST_PARTS: Final = 2
OPENING: Final = frozenset("(（:：")
LISTED: Final = frozenset(",，、")


def check_text(told: Sequence[Told], line: int, account: Account) -> None:
    """Compare each total with the parts in the bracket or after the colon behind it."""
    for index, each in enumerate(told):
        parts = list(_parts(told[index + 1 :], each))
        values = [part.figure.value for part in parts]
        if len(parts) >= LEAST_PARTS and not _agrees(values, each.figure.value, parts[0].opened):
            mismatch(line, each.figure.label, (each.figure.value, sum(values)), account)


def mismatch(line: int, label: str, values: tuple[float, float], account: Account) -> None:
    message = N_("分项之和与合计不一致，请按原件核对")
    account.find(Finding(line, "sum-mismatch", f"{label}:{values[0]:g}≠{values[1]:g}", message))


def _parts(following: Sequence[Told], total: Told) -> Iterator[Told]:
    for index, each in enumerate(following):
        signs = OPENING if index == 0 else LISTED
        if each.opened not in signs or not _alike(each, total):
            return
        yield each


def _alike(part: Told, total: Told) -> bool:
    return (part.figure.unit, part.figure.scope, part.sentence) == (
        total.figure.unit,
        total.figure.scope,
        total.sentence,
    )


def _agrees(values: Sequence[float], total: float, opened: str) -> bool:
    """A bracket holds all parts; a list after a colon may go on with other things."""
    if opened in ("(", "（"):
        return sum(values) == total
    sums = [sum(values[: end + 1]) for end in range(len(values))]
    return total in sums
