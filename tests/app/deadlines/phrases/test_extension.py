"""The deadline that stands, and the one before it."""

from datetime import date

import pytest

from app.deadlines.phrases import DeadlineKind, read_deadline


@pytest.mark.parametrize(
    "phrase",
    [
        "2021年12月底前(原时限2019年12月底)",
        "2021年12月底前(原定2019年底)",
        "2019年12月底前调整至2021年12月底前",
        "原时限为2019年底,现调整为2021年12月底前",
        "2021年底前,原整改时限:2019年底",
        "2019年底前(经市政府批准延期至2021年12月底)",
    ],
)
def test_an_extended_deadline_names_the_original_one(phrase):
    found = read_deadline(phrase)
    assert (found.kind, found.due_on) == (DeadlineKind.BY_DATE, date(2021, 12, 31))
    assert found.original
    assert found.original.due_on == date(2019, 12, 31)


def test_in_principle_is_not_originally():
    found = read_deadline("原则上2023年底前完成")
    assert (found.due_on, found.original) == (date(2023, 12, 31), None)


def test_an_extension_without_the_old_date_has_no_original():
    found = read_deadline("已延期至2023年6月底前")
    assert (found.due_on, found.original) == (date(2023, 6, 30), None)


def test_an_original_deadline_alone_is_reviewed():
    found = read_deadline("原时限2019年底")
    assert (found.due_on, found.needs_review) == (date(2019, 12, 31), True)
