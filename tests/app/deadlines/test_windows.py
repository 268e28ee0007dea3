"""Windows of publicity over holidays, make-up days and year ends; what claimed ones are worth."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendars.drafts import known_years
from app.calendars.vocabulary import DayKind
from app.deadlines.windows import (
    Claim,
    DayCount,
    Judgement,
    Stop,
    Verdict,
    Window,
    counts,
    days_run,
    judge,
    last_day,
    provisional,
)
from app.deadlines.workdays import Workdays

DAYS = [day for year in known_years() for day in year.days]
KNOWN = Workdays(
    off=frozenset(each.day for each in DAYS if each.kind is DayKind.OFF),
    made_up=frozenset(each.day for each in DAYS if each.kind is DayKind.MADE_UP),
    years=frozenset(range(2023, 2027)),
)
NATURAL, WORKING = DayCount.NATURAL, DayCount.WORKING


@pytest.mark.parametrize(
    ("first", "length", "kind", "last"),
    [
        (date(2026, 11, 16), 10, WORKING, date(2026, 11, 27)),
        (date(2026, 11, 16), 7, NATURAL, date(2026, 11, 22)),
        (date(2026, 11, 16), 1, WORKING, date(2026, 11, 16)),
        (date(2026, 11, 21), 1, WORKING, date(2026, 11, 23)),  # a Saturday does not count
        (date(2026, 2, 9), 10, WORKING, date(2026, 2, 27)),  # Spring Festival, 14th made up
        (date(2025, 1, 21), 10, WORKING, date(2025, 2, 8)),  # ends on a Saturday made up
        (date(2024, 9, 29), 10, WORKING, date(2024, 10, 16)),  # October, 29th and 12th made up
        (date(2025, 12, 29), 10, WORKING, date(2026, 1, 12)),  # over the year, 4 January made up
        (date(2025, 12, 29), 7, NATURAL, date(2026, 1, 4)),
    ],
)
def test_the_last_day_counts_both_ends(first, length, kind, last):
    window = Window(first, length, kind)
    assert last_day(window, KNOWN) == last
    assert days_run(window, last, KNOWN) == length
    assert judge(Claim(first, last, length, kind), KNOWN) == Judgement(Verdict.EXACT, length)


@pytest.mark.parametrize(
    ("claim", "verdict", "counted"),
    [
        (Claim(date(2023, 9, 27), date(2023, 10, 9), 10, WORKING), Verdict.TOO_SHORT, 5),
        (Claim(date(2026, 3, 2), date(2026, 3, 7), 7, NATURAL), Verdict.TOO_SHORT, 6),
        (Claim(date(2024, 5, 6), date(2024, 5, 17), 10, WORKING), Verdict.LONGER, 11),
        (Claim(date(2026, 3, 2), date(2026, 3, 8)), Verdict.EXACT, 7),
        (Claim(date(2026, 3, 2), date(2026, 3, 13)), Verdict.EXACT, 10),  # ten working days
        (Claim(date(2026, 3, 2), date(2026, 3, 12)), Verdict.UNDECIDABLE, 11),
        (Claim(date(2026, 3, 2), None, 10, NATURAL), Verdict.UNDECIDABLE, None),
        (Claim(None, None, 10, WORKING), Verdict.UNDECIDABLE, None),
        (Claim(date(2026, 3, 9), date(2026, 3, 2), 7, NATURAL), Verdict.UNDECIDABLE, None),
        (Claim(date(2031, 3, 3), date(2031, 3, 14), 10, WORKING), Verdict.UNDECIDABLE, 10),
        (Claim(date(2031, 3, 3), date(2031, 3, 9), 10, WORKING), Verdict.TOO_SHORT, 5),
    ],
)
def test_a_claimed_window_is_judged_by_the_days_it_covers(claim, verdict, counted):
    found = judge(claim, KNOWN)
    assert (found.verdict, found.counted) == (verdict, counted)


def test_a_year_without_a_calendar_leaves_the_last_day_open():
    window = Window(date(2026, 12, 28), 10, WORKING)
    last = last_day(window, KNOWN)
    assert last is not None
    assert provisional(window, last, KNOWN)
    assert not provisional(Window(date(2026, 12, 28), 10, NATURAL), last, KNOWN)


def test_an_objection_stops_the_clock_and_its_end_lets_it_run_on():
    window = Window(date(2026, 11, 16), 10, WORKING)
    received = Stop(date(2026, 11, 18))
    assert last_day(window, KNOWN, [received]) is None
    assert days_run(window, date(2026, 11, 27), KNOWN, [received]) == 2
    examined = Stop(date(2026, 11, 18), date(2026, 11, 24))
    assert last_day(window, KNOWN, [examined]) == date(2026, 12, 4)
    overlapping = [examined, Stop(date(2026, 11, 20), date(2026, 11, 24))]
    assert last_day(window, KNOWN, overlapping) == date(2026, 12, 4)


DATES = st.dates(date(2023, 1, 1), date(2025, 12, 1))
STOPS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=4)


@given(DATES, st.integers(1, 20), st.sampled_from(DayCount), STOPS)
def test_days_published_outside_of_stops_are_exactly_the_length(first, length, kind, stops):
    held = [Stop(first + timedelta(at), first + timedelta(at + more)) for at, more in stops]
    last = last_day(Window(first, length, kind), KNOWN, held)
    assert last is not None
    days = [first + timedelta(step) for step in range((last - first).days + 1)]
    free = [day for day in days if not any(s.first <= day <= (s.last or day) for s in held)]
    assert sum(counts(day, kind, KNOWN) for day in free) == length
    assert last in free
    assert counts(last, kind, KNOWN)
