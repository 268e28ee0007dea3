"""The story's calendar: offsets become dates, wording and moments that have passed."""

from datetime import date, datetime, time

import pytest

from app.clock import LOCAL
from app.demo.drafts.dates import Dates, add_months, half_year_end

SUNDAY = datetime(2026, 11, 22, 17, 0, tzinfo=LOCAL)
MONDAY_NIGHT = datetime(2026, 11, 23, 5, 18, tzinfo=LOCAL)
WEDNESDAY = datetime(2026, 11, 25, 15, 0, tzinfo=LOCAL)


@pytest.mark.parametrize(
    ("rule", "wording"),
    [
        ("month 0", "2026年11月底前"),
        ("month 1", "2026年底前"),
        ("month -2", "2026年9月底前"),
        ("day 20", "2026年12月12日前"),
        ("day 20 sustained", "2026年12月12日前，并长期坚持"),
        ("half 1", "2027年6月底前"),
        ("year 1", "2027年底前"),
        ("sustained", "长期坚持"),
        ("immediate sustained", "立行立改，长期坚持"),
        ("immediate month 0", "立行立改，2026年11月底前"),
        ("staged: month 1 开工; year 1 完工", "2026年底前开工，2027年底前完工"),
    ],
)
def test_a_rule_becomes_the_officials_wording(rule, wording):
    assert Dates(SUNDAY).deadline(rule) == wording


def test_months_and_half_years_are_counted_over_the_turn_of_the_year():
    assert add_months(date(2026, 11, 22), 3) == date(2027, 2, 28)
    assert half_year_end(date(2026, 3, 1), 0) == date(2026, 6, 30)
    assert half_year_end(date(2026, 7, 1), 1) == date(2027, 6, 30)


def test_years_in_texts_count_back_from_the_inspection():
    assert Dates(SUNDAY).text("{y0}年、{y1}年") == "2026年、2025年"


def test_past_weeks_happen_when_the_story_says():
    assert Dates(SUNDAY).moment(-1, 4, time(9)) == datetime(2026, 11, 13, 9, tzinfo=LOCAL)


@pytest.mark.parametrize("now", [SUNDAY, MONDAY_NIGHT, WEDNESDAY], ids=str)
def test_this_week_is_told_by_now_and_in_order(now):
    dates = Dates(now)
    moments = [dates.moment(0, weekday, time(hour)) for weekday in range(5) for hour in (9, 12, 17)]
    assert moments == sorted(moments)
    assert moments[0].date() >= dates.monday
    assert moments[-1] <= now


def test_this_week_keeps_office_hours_where_it_can():
    moments = [Dates(WEDNESDAY).moment(0, weekday, time(11)) for weekday in range(5)]
    assert all(time(8, 30) <= moment.time() <= time(17, 30) for moment in moments)
