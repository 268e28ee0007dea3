"""Reporting weeks."""

from datetime import date

import pytest

from app.deadlines.weeks import Week


def test_a_week_runs_from_monday_to_sunday():
    week = Week.of(date(2026, 11, 22))
    assert (week.monday, week.sunday) == (date(2026, 11, 16), date(2026, 11, 22))
    assert (week.number, week.code) == (47, "2026-W47")


@pytest.mark.parametrize("code", ["2026-W47", "2026W47", " 2026-w47 "])
def test_a_code_names_its_week(code):
    assert Week.parse(code) == Week.of(date(2026, 11, 20))


@pytest.mark.parametrize("code", ["2026-W54", "2026-47", "W47", "", "2025-W53", "０-W１"])
def test_a_code_of_no_week_is_refused(code):
    with pytest.raises(ValueError, match=r"."):
        Week.parse(code)


def test_a_week_belongs_to_the_year_of_its_thursday():
    assert Week.of(date(2027, 1, 1)).code == "2026-W53"
    assert Week.of(date(2027, 1, 4)).year == 2027


def test_weeks_are_ordered_shifted_and_know_their_days():
    week = Week.parse("2026-W47")
    assert week.shifted(-1).code == "2026-W46"
    assert week < week.shifted(1)
    assert date(2026, 11, 22) in week
    assert date(2026, 11, 23) not in week
