"""The working calendar against published windows and an independent package."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from app.calendars.drafts import DayDraft, YearDraft, known_years
from app.calendars.operations import load_known_years, load_year
from app.calendars.queries import loaded_years, workdays, year_or_none
from app.calendars.vocabulary import DayKind
from app.database import db
from app.wording import Refusal

YEARS = (2023, 2024, 2025, 2026)


def notice(year: int, *days: tuple[str, DayKind]) -> YearDraft:
    drafts = [DayDraft(date.fromisoformat(day), kind, "春节") for day, kind in days]
    return YearDraft(year, f"{year}年通知", tuple(drafts))


@pytest.mark.usefixtures("room")
def test_the_calendar_agrees_with_an_independent_one_on_every_day_of_every_year():
    load_known_years()
    calendar, day = workdays(), date(YEARS[0], 1, 1)
    while day.year <= YEARS[-1]:
        assert calendar.is_workday(day) is chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize(
    ("first", "last", "working_days"),
    [
        (date(2023, 7, 27), date(2023, 8, 9), 10),
        (date(2024, 9, 29), date(2024, 10, 9), 4),
        (date(2025, 12, 29), date(2026, 1, 12), 10),
        (date(2025, 1, 21), date(2025, 2, 8), 10),
    ],
)
def test_windows_across_holidays_count_as_published(first, last, working_days):
    load_known_years()
    assert workdays().between(first, last) == working_days


def test_the_days_off_of_2026_are_those_of_its_notice():
    draft = next(draft for draft in known_years() if draft.year == 2026)
    off = [each.day for each in draft.days if each.kind is DayKind.OFF]
    made_up = sorted(each.day for each in draft.days if each.kind is DayKind.MADE_UP)
    assert len(off) == 33
    assert date(2026, 2, 23) in off
    assert [day.strftime("%m-%d") for day in made_up] == [
        "01-04", "02-14", "02-28", "05-09", "09-20", "10-10",
    ]  # fmt: skip


@pytest.mark.usefixtures("room")
def test_loading_what_came_with_the_application_twice_changes_nothing():
    assert [year.year for year in load_known_years()] == [*YEARS]
    assert load_known_years() == []
    assert loaded_years() == frozenset(YEARS)


@pytest.mark.usefixtures("room")
def test_a_year_that_is_not_loaded_is_provisional():
    load_known_years()
    assert workdays().after(date(2026, 12, 30), 10)[1]
    assert not workdays().after(date(2026, 11, 20), 10)[1]


@pytest.mark.usefixtures("room")
def test_a_corrected_notice_takes_the_place_of_the_first():
    load_year(notice(2027, ("2027-02-06", DayKind.OFF), ("2027-02-20", DayKind.MADE_UP)))
    load_year(notice(2027, ("2027-02-20", DayKind.OFF)))
    db.session.expire_all()
    year = year_or_none(2027)
    assert year
    assert [(each.day, each.kind) for each in year.days] == [(date(2027, 2, 20), DayKind.OFF)]


@pytest.mark.usefixtures("room")
def test_a_day_of_another_year_is_refused():
    with pytest.raises(Refusal, match="2026-12-31"):
        load_year(notice(2027, ("2026-12-31", DayKind.OFF)))
    assert loaded_years() == frozenset()


def test_every_kind_of_day_has_a_chinese_word():
    assert [kind.label for kind in DayKind] == ["放假", "调休上班"]
