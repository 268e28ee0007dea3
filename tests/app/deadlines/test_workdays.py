"""Working days across a holiday."""

from datetime import date

import pytest

from app.deadlines.workdays import Workdays

OCTOBER = Workdays(
    off=frozenset(date(2024, 10, day) for day in range(1, 8)),
    made_up=frozenset({date(2024, 9, 29), date(2024, 10, 12)}),
    years=frozenset({2024}),
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 9, 27), True),
        (date(2024, 9, 28), False),
        (date(2024, 9, 29), True),
        (date(2024, 10, 1), False),
        (date(2024, 10, 12), True),
        (date(2024, 10, 13), False),
    ],
)
def test_holidays_are_off_and_made_up_days_are_worked(day, works):
    assert OCTOBER.is_workday(day) is works


def test_both_ends_of_a_window_count():
    assert OCTOBER.between(date(2024, 9, 29), date(2024, 10, 9)) == 4
    assert OCTOBER.between(date(2024, 9, 29), date(2024, 9, 29)) == 1
    assert OCTOBER.between(date(2024, 10, 9), date(2024, 9, 29)) == 0


def test_a_limit_runs_from_the_day_after_the_act():
    assert OCTOBER.after(date(2024, 9, 29), 1) == (date(2024, 9, 30), False)
    assert OCTOBER.after(date(2024, 9, 30), 1) == (date(2024, 10, 8), False)


def test_a_window_counts_its_first_day():
    last, provisional = OCTOBER.window(date(2024, 9, 29), 10)
    assert (last, provisional) == (date(2024, 10, 16), False)
    assert OCTOBER.between(date(2024, 9, 29), last) == 10


def test_a_window_that_begins_on_a_free_day_starts_with_the_next_working_day():
    assert OCTOBER.window(date(2024, 10, 1), 1) == (date(2024, 10, 8), False)


def test_a_date_counted_through_a_year_that_is_not_loaded_is_provisional():
    assert OCTOBER.after(date(2024, 12, 30), 5) == (date(2025, 1, 6), True)
    assert OCTOBER.is_provisional(date(2023, 12, 31), date(2024, 1, 2))
    assert not OCTOBER.is_provisional(date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize("count", [0, -3])
def test_no_working_days_are_no_limit(count):
    with pytest.raises(ValueError, match=str(count)):
        OCTOBER.after(date(2024, 9, 29), count)
