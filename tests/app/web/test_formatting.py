from datetime import UTC, date, datetime, timedelta

import pytest
from flask_babel import force_locale

from app import clock
from app.deadlines.weeks import Week
from app.inspections.vocabulary import PeriodKind
from app.tasks.views.periods import OpenPeriod
from app.tasks.vocabulary import Lamp
from app.web import formatting
from app.wording import Refusal

pytestmark = pytest.mark.usefixtures("words")

DAY = date(2026, 11, 22)
EVENING = datetime(2026, 11, 22, 10, 31, tzinfo=UTC)


def period(kind, first, last):
    return OpenPeriod(kind, first, last, EVENING, None)


def test_a_date_is_written_out_and_a_missing_one_is_nothing():
    assert formatting.cn_date(DAY) == "2026年11月22日"
    assert formatting.cn_date(None) == formatting.cn_day(None) == formatting.short_date(None) == ""


def test_a_moment_is_told_in_the_time_of_shanghai(travel):
    travel("2026-11-23 08:00")
    late = datetime(2026, 11, 22, 17, 5, tzinfo=UTC)
    assert formatting.cn_moment(late) == "11月23日01:05"
    assert formatting.short_date(late) == "11-23"
    assert formatting.cn_moment(None) == ""


def test_the_year_stands_only_where_it_is_another(travel):
    travel("2026-11-22 10:00")
    assert formatting.cn_day(DAY) == "11月22日"
    assert formatting.cn_day(date(2027, 1, 5)) == "2027年1月5日"
    assert formatting.short_date(date(2027, 1, 5)) == "2027-01-05"


@pytest.mark.parametrize(
    ("days", "phrase"),
    [(39, "余39天"), (0, "今天到期"), (-22, "逾期22天"), (1404, "余1,404天"), (None, "")],
)
def test_days_left_are_a_phrase(days, phrase):
    assert formatting.days_phrase(days) == phrase


def test_figures_have_separators_and_changes_a_true_minus():
    assert formatting.thousands(2150) == "2,150"
    assert formatting.thousands(None) == ""
    assert [formatting.signed(n) for n in (2, 0, -1200)] == ["+2", "0", "−1,200"]


def test_a_share_is_given_with_what_it_is_of():
    assert formatting.percent(9, 33) == "27.3%"
    assert formatting.percent(0, 0) == "无"
    assert formatting.share(1986, 2150) == "1,986/2,150"


def test_a_week_is_named_with_its_days():
    assert formatting.week_label(Week.parse("2026-W47")) == "第47周（11月16日—22日）"
    assert formatting.weekday(DAY) == "星期日"


def test_days_of_two_months_are_both_named(travel):
    travel("2026-11-22 10:00")
    assert formatting.span(date(2026, 11, 30), date(2026, 12, 6)) == "11月30日—12月6日"


def test_periods_are_named_by_week_or_by_their_days():
    week = period(PeriodKind.WEEK, date(2026, 11, 16), DAY)
    half = period(PeriodKind.HALF_MONTH, date(2026, 11, 16), date(2026, 11, 30))
    assert formatting.period_label(week) == "第47周（11月16日—22日）"
    assert formatting.period_short(week) == "第47周"
    assert formatting.period_label(half) == formatting.period_short(half) == "11月16日—30日"


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (10, "十"), (14, "十四"), (20, "二十"), (33, "三十三")]
)
def test_ordinals_are_chinese_numerals(number, written):
    assert formatting.ordinal(number) == written


@pytest.mark.parametrize(
    ("ago", "phrase"),
    [
        (timedelta(seconds=20), "刚刚"),
        (timedelta(minutes=5), "5分钟前"),
        (timedelta(hours=3), "3小时前"),
        (timedelta(hours=23), "昨天"),
        (timedelta(days=3), "11月19日"),
    ],
)
def test_a_moment_just_passed_is_told_from_now(travel, ago, phrase):
    travel("2026-11-22 18:00")
    assert formatting.relative(clock.now() - ago) == phrase


def test_labels_texts_and_refusals_are_shown_in_words():
    assert formatting.translated(Lamp.RED) == "红灯"
    assert formatting.translated("绿灯") == "绿灯"
    assert formatting.translated(None) == ""
    refusal = Refusal("清单里已有第%(number)s项，编号不能重复。", number="7")
    assert formatting.translated(refusal) == "清单里已有第7项，编号不能重复。"


def test_english_names_months_counts_in_figures_and_joins_with_its_own_comma(travel):
    travel("2026-11-22 10:00")
    with force_locale("en"):
        assert formatting.cn_date(DAY) == "22 Nov 2026"
        assert formatting.cn_moment(EVENING) == "22 Nov, 18:31"
        assert formatting.week_label(Week.of(DAY)) == "Week 47 (16–22 Nov)"
        assert formatting.weekday(DAY) == "Sunday"
        assert formatting.ordinal(14) == "14"
        assert formatting.listed(["甲", "乙"]) == "甲, 乙"
    assert formatting.listed(["甲", "乙"]) == "甲、乙"
