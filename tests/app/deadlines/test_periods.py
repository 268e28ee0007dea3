"""Periods and their cut-offs."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.clock import LOCAL
from app.deadlines.periods import cutoff_of, period_around, period_containing


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        ("week", date(2026, 11, 18), date(2026, 11, 16), date(2026, 11, 22)),
        ("half_month", date(2026, 11, 15), date(2026, 11, 1), date(2026, 11, 15)),
        ("half_month", date(2024, 2, 16), date(2024, 2, 16), date(2024, 2, 29)),
        ("month", date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_one_period_of_each_kind(kind, day, first, last):
    assert period_around(kind, day) == (first, last)


def test_there_is_no_other_kind_of_period():
    with pytest.raises(ValueError, match="fortnight"):
        period_around("fortnight", date(2026, 11, 18))


def test_the_cutoff_is_six_in_the_evening_in_shanghai():
    assert cutoff_of(date(2026, 11, 22)) == datetime(2026, 11, 22, 10, tzinfo=UTC)


def test_hour_24_is_the_end_of_the_day():
    assert cutoff_of(date(2026, 11, 22), 24) == datetime(2026, 11, 23, tzinfo=LOCAL)


def test_the_cutoff_itself_still_belongs_to_the_period():
    cutoff = cutoff_of(date(2026, 11, 22))
    assert period_containing("week", cutoff)[1] == date(2026, 11, 22)
    assert period_containing("week", cutoff + timedelta(seconds=1))[1] == date(2026, 11, 29)


def test_what_is_recorded_after_the_cutoff_falls_into_the_next_half_month():
    late = datetime(2026, 2, 15, 23, tzinfo=LOCAL)
    assert period_containing("half_month", late) == (date(2026, 2, 16), date(2026, 2, 28))


def test_the_day_is_that_of_shanghai():
    just_monday = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert period_containing("week", just_monday, 24)[0] == date(2026, 11, 23)
