from decimal import Decimal

import pytest

from app.deadlines.progress import Amount, Goal, percent_of

D = Decimal


@pytest.mark.parametrize(
    ("children", "kinds", "percent", "basis"),
    [
        ([], {}, None, []),
        ([100, 50, 0], {"sites": [D(1)]}, 50, ["children"]),
        ([], {"sites": [D(1), D(0)]}, 50, ["sites"]),
        ([], {"sites": [D(1)], "measures": [D(0)]}, 57, ["sites", "measures"]),  # 4/7
        ([], {"measures": [D(1)], "indicators": [D("0.962")]}, 98, ["measures", "indicators"]),
        ([], {"sites": [D(1)] * 170 + [D("0.5")]}, 99, ["sites"]),  # all but a half is not all
        ([], {"milestones": [D(1), D(0), D(0)]}, 33, ["milestones"]),
    ],
)
def test_the_whole_follows_from_the_parts(children, kinds, percent, basis):
    assert percent_of(children, kinds) == (percent, basis)


@pytest.mark.parametrize(
    ("comparison", "value", "met", "short"),
    [
        (">=", "96.2", False, "3.8"), (">=", "100", True, None), (">", "100", False, "0"),
        ("<=", "100.1", False, "0.1"), ("<", "99.9", True, None), ("=", "100.0", True, None),
        (">=", None, False, None),
    ],
)  # fmt: skip
def test_an_indicator_says_whether_its_target_is_met(comparison, value, met, short):
    goal = Goal(comparison, D(100), D(value) if value else None)
    assert (goal.met, goal.short_by) == (met, D(short) if short else None)
    assert (goal.share == 1) is met


def test_a_part_counts_by_its_quantity_and_never_more_than_whole():
    assert Amount("under_way", D("11.4"), D("22.8")).share == D("0.5")
    assert Amount("under_way", D(200), D(168)).share == 1
    assert Amount("done", D(1), D(168)).share == 1
    assert Amount("under_way").share == D("0.5")
    assert Amount().counts is False
