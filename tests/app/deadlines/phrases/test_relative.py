"""Deadlines counted from an event."""

import pytest

from app.deadlines.phrases import DeadlineKind, read_deadline


@pytest.mark.parametrize(
    ("phrase", "amount", "unit", "base"),
    [
        ("方案批复后18个月内", 18, "months", "方案批复后"),
        ("收到督办函之日起15个工作日内", 15, "working_days", "收到督办函之日起"),
        ("三日内", 3, "days", None),
        ("15个工作日", 15, "working_days", None),
        ("方案印发之日起两年内", 24, "months", "方案印发之日起"),
        ("自2023年6月1日起3个月内", 3, "months", "自2023年6月1日起"),
        ("一周内", 7, "days", None),
        ("半年内", 6, "months", None),
        ("3个月", 3, "months", None),
        ("半个月内", 15, "days", None),
        ("2个季度内", 6, "months", None),
        ("36小时内", 2, "days", None),
        ("批复后3个月", 3, "months", "批复后"),
    ],
)
def test_a_deadline_counted_from_an_event_keeps_amount_unit_and_event(phrase, amount, unit, base):
    found = read_deadline(phrase)
    assert (found.kind, found.due_on) == (DeadlineKind.RELATIVE, None)
    assert (found.amount, found.unit, found.base) == (amount, unit, base)
    assert found.needs_review
