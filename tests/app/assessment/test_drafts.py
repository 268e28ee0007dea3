"""Whether a task was done ahead, on time or late, at the very days where it changes."""

from datetime import date

import pytest

from app.assessment.drafts import standing_of_close_out
from app.assessment.vocabulary import PointKind

DUE = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("done_on", "kind"),
    [
        (date(2026, 12, 1), PointKind.AHEAD),
        (date(2026, 12, 2), PointKind.ON_TIME),
        (DUE, PointKind.ON_TIME),
        (date(2027, 1, 1), PointKind.LATE),
    ],
)
def test_a_close_out_is_judged_by_the_deadline_first_set(done_on, kind):
    assert standing_of_close_out(done_on, DUE, 30) is kind


def test_without_a_date_nothing_is_late():
    assert standing_of_close_out(DUE, None, 30) is PointKind.ON_TIME
