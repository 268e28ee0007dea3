"""A ledger that contradicts itself is not drawn."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reports.weekly_ledger.checks import Unbalanced, check
from reports.weekly_ledger.content import BalanceLine, Rate, WeeklyLedger
from tests.reports import sample


def broken_line(ledger: WeeklyLedger) -> WeeklyLedger:
    first = replace(ledger.balance[0], new=1)
    return replace(ledger, balance=(first, *ledger.balance[1:]))


def broken_total(ledger: WeeklyLedger) -> WeeklyLedger:
    return replace(ledger, total=BalanceLine("合计", open_last=1, open_now=1))


def lost_row(ledger: WeeklyLedger) -> WeeklyLedger:
    return replace(ledger, rows=ledger.rows[1:])


def unknown_unit(ledger: WeeklyLedger) -> WeeklyLedger:
    return replace(ledger, rows=(replace(ledger.rows[0], unit="无名单位"), *ledger.rows[1:]))


def broken_aspect(ledger: WeeklyLedger) -> WeeklyLedger:
    first = replace(ledger.aspects[0], behind=9)
    return replace(ledger, aspects=(first, *ledger.aspects[1:]))


def broken_rate(ledger: WeeklyLedger) -> WeeklyLedger:
    return replace(ledger, rates=(Rate("销号率", 34, 33, "已销号／全部任务"),))


def test_a_ledger_that_adds_up_passes() -> None:
    check(sample.ledger())


def test_an_empty_ledger_adds_up() -> None:
    empty = replace(sample.ledger(), rows=(), balance=(), aspects=(), total=BalanceLine("合计"))
    check(empty)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (broken_line, "白石县政府：4＋1＋0＋0－0－0－0＝4不成立"),
        (broken_total, "合计与各单位之和不符"),
        (lost_row, "任务表中3项"),
        (unknown_unit, "无名单位：本期在账0项，任务表中1项"),
        (broken_aspect, "各方面进展"),
        (broken_rate, "销号率：分子34，分母33"),
    ],
)
def test_a_contradiction_is_named(spoil: Callable[[WeeklyLedger], WeeklyLedger], says: str) -> None:
    with pytest.raises(Unbalanced) as caught:
        check(spoil(sample.ledger()))
    assert says in str(caught.value)


def test_what_came_and_went_is_counted_with_its_sign() -> None:
    line = BalanceLine("甲", 10, new=3, moved_in=2, relapsed=1, closed=4, merged=1, moved_out=2)
    assert replace(line, open_now=9).adds_up
    assert not replace(line, open_now=10).adds_up
