"""The figures of a ledger, added up before they are printed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple

from reports.weekly_ledger.content import BalanceLine, WeeklyLedger


class Unbalanced(Exception):
    """The ledger contradicts itself; `faults` says where, in Chinese."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("；".join(faults))
        self.faults = faults


def check(ledger: WeeklyLedger) -> None:
    """Raise Unbalanced unless every figure agrees with every other and with the rows."""
    faults = (*_lines(ledger), *_total(ledger), *_rows(ledger), *_aspects(ledger), *_rates(ledger))
    if faults:
        raise Unbalanced(faults)


def _lines(ledger: WeeklyLedger) -> Iterator[str]:
    for line in (*ledger.balance, ledger.total):
        if not line.adds_up:
            yield f"{line.unit}：{_equation(line)}不成立"


def _equation(line: BalanceLine) -> str:
    last, new, moved_in, relapsed, closed, merged, moved_out, now = line.figures
    return f"{last}＋{new}＋{moved_in}＋{relapsed}－{closed}－{merged}－{moved_out}＝{now}"


def _total(ledger: WeeklyLedger) -> Iterator[str]:
    lines = [line.figures for line in ledger.balance]
    sums = tuple(map(sum, zip(*lines, strict=True))) or (0,) * len(ledger.total.figures)
    if sums != ledger.total.figures:
        yield f"合计与各单位之和不符：合计{astuple(ledger.total)[1:]}，各单位之和{sums}"


def _rows(ledger: WeeklyLedger) -> Iterator[str]:
    listed = Counter(row.unit for row in ledger.rows if row.is_open)
    stated = Counter({line.unit: line.open_now for line in ledger.balance})
    for unit in sorted(listed.keys() | stated.keys()):
        if listed[unit] != stated[unit]:
            yield f"{unit}：本期在账{stated[unit]}项，任务表中{listed[unit]}项"


def _aspects(ledger: WeeklyLedger) -> Iterator[str]:
    listed = Counter(row.aspect for row in ledger.rows)
    stated = Counter({line.name: line.total for line in ledger.aspects})
    for aspect in sorted(listed.keys() | stated.keys()):
        if listed[aspect] != stated[aspect]:
            yield f"{aspect}：各方面进展{stated[aspect]}项，任务表中{listed[aspect]}项"


def _rates(ledger: WeeklyLedger) -> Iterator[str]:
    for rate in ledger.rates:
        if not 0 <= rate.numerator <= rate.denominator:
            yield f"{rate.name}：分子{rate.numerator}，分母{rate.denominator}"
