"""Deadlines on a given day."""

from datetime import date, timedelta

import pytest

from app.deadlines.standing import Standing, days_left, days_overdue, near_due, overdue

DUE = date(2026, 11, 30)


def test_days_are_counted_from_the_next_one():
    assert days_left(DUE, date(2026, 11, 29)) == 1
    assert days_left(DUE, DUE) == 0
    assert days_left(DUE, date(2026, 12, 2)) == -2
    assert days_left(None, DUE) is None


def test_the_last_day_still_counts():
    assert not overdue(DUE, DUE)
    assert overdue(DUE, DUE + timedelta(days=1))


def test_work_that_is_done_is_neither_overdue_nor_near_due():
    assert not overdue(DUE, date(2027, 1, 1), done=True)
    assert not near_due(DUE, DUE, done=True)
    assert days_overdue(DUE, date(2027, 1, 1), done=True) == 0


def test_without_a_deadline_nothing_is_overdue_or_near_due():
    assert not overdue(None, DUE)
    assert not near_due(None, DUE)
    assert days_overdue(None, DUE) == 0


@pytest.mark.parametrize(("ahead", "near"), [(-1, False), (0, True), (7, True), (8, False)])
def test_near_due_is_today_and_so_many_days_ahead(ahead, near):
    assert near_due(DUE, DUE - timedelta(days=ahead), within=7) is near


def test_overdue_is_told_against_the_current_and_the_original_deadline():
    standing = Standing(current=DUE, original=date(2026, 6, 30), day=date(2026, 11, 20))
    assert standing.overdue_originally
    assert not standing.overdue
    assert standing.near_due
    assert (standing.days_left, standing.days_overdue) == (10, 0)


def test_days_overdue_count_the_days_since_the_deadline():
    assert Standing(current=DUE, original=DUE, day=date(2026, 12, 3)).days_overdue == 3
