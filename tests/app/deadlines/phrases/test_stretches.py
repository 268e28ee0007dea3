"""Ranges, open starts, and which year a date is in."""

from datetime import date

import pytest

from app.deadlines.phrases import DeadlineKind, read_deadline


@pytest.mark.parametrize(
    ("phrase", "starts_on", "due_on"),
    [
        ("2019年6月至8月", date(2019, 6, 1), date(2019, 8, 31)),
        ("2022年11月至次年3月", date(2022, 11, 1), date(2023, 3, 31)),
        ("2023-2025年", date(2023, 1, 1), date(2025, 12, 31)),
        ("2023年1月1日—2023年12月31日", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023年6月1-15日", date(2023, 6, 1), date(2023, 6, 15)),
        ("2023.6.1-8.31", date(2023, 6, 1), date(2023, 8, 31)),
        ("2023.6-8", date(2023, 6, 1), date(2023, 8, 31)),
        ("2023.6-2023.12", date(2023, 6, 1), date(2023, 12, 31)),
        ("2023年6月起,2025年底前", date(2023, 6, 1), date(2025, 12, 31)),
    ],
)
def test_a_range_has_a_start_and_is_due_at_its_end(phrase, starts_on, due_on):
    found = read_deadline(phrase)
    assert (found.kind, found.starts_on, found.due_on) == (DeadlineKind.RANGE, starts_on, due_on)
    assert not found.needs_review


def test_a_range_without_a_year_takes_the_assumed_one_and_is_reviewed():
    assert read_deadline("6月至8月").due_on is None
    found = read_deadline("6-8月", 2023)
    assert (found.starts_on, found.due_on) == (date(2023, 6, 1), date(2023, 8, 31))
    assert found.needs_review


@pytest.mark.parametrize("phrase", ["2019年6月起", "自2019年6月1日起", "2019年6月开始长期坚持"])
def test_a_start_alone_has_no_end(phrase):
    found = read_deadline(phrase)
    assert (found.kind, found.starts_on) == (DeadlineKind.FROM_DATE, date(2019, 6, 1))
    assert found.due_on is None


@pytest.mark.parametrize(
    ("phrase", "due_on"),
    [
        ("10月底前", date(2022, 10, 31)),
        ("3月15日前", date(2022, 3, 15)),
        ("年底前", date(2022, 12, 31)),
        ("今年6月底前", date(2022, 6, 30)),
        ("明年6月底前", date(2023, 6, 30)),
        ("下半年", date(2022, 12, 31)),
    ],
)
def test_the_assumed_year_fills_in_and_is_reviewed(phrase, due_on):
    assert read_deadline(phrase).due_on is None
    found = read_deadline(phrase, 2022)
    assert (found.kind, found.due_on) == (DeadlineKind.BY_DATE, due_on)
    assert found.needs_review


def test_a_stage_without_a_year_takes_that_of_the_stage_before_and_is_reviewed():
    found = read_deadline("2022年6月底前完成排查,12月底前完成整治")
    assert found.stages == (date(2022, 6, 30), date(2022, 12, 31))
    assert found.needs_review


def test_stages_without_any_year_leave_the_end_open():
    found = read_deadline("6月底前完成排查,12月底前完成整治")
    assert (found.kind, found.due_on, found.stages) == (DeadlineKind.STAGED, None, ())
    assert found.needs_review


def test_the_same_date_twice_is_no_stage():
    found = read_deadline("2022年底前建成,2022年12月底前验收")
    assert (found.kind, found.due_on) == (DeadlineKind.BY_DATE, date(2022, 12, 31))
