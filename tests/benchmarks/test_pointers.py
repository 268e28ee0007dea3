"""The pointers keep what was measured: precision and recall on a set with known answers."""

import pytest

from benchmarks.pointers.__main__ import (
    missing,
    phrases,
    repetition,
    same_view,
    scored,
    wording,
)


@pytest.mark.parametrize(
    ("score", "precision", "recall"),
    [
        (lambda: wording(100, 7), 0.95, 0.95),
        (lambda: repetition(60, 7), 0.95, 0.95),
        (lambda: phrases(100, 7), 0.9, 0.8),
        (lambda: missing(100, 7), 0.85, 0.75),
    ],
)
def test_texts_are_judged_as_well_as_was_measured(score, precision, recall):
    found = score()
    assert found.right / (found.right + found.wrong) >= precision
    assert found.right / (found.right + found.missed) >= recall


@pytest.mark.usefixtures("room")
def test_photos_are_paired_as_well_as_was_measured():
    (everything, *_), seconds = same_view(1, 7)
    assert everything.right / (everything.right + everything.wrong) >= 0.85
    assert everything.right / (everything.right + everything.missed) >= 0.7
    assert seconds < 5


def test_a_score_counts_both_kinds_of_mistake():
    score = scored("x", [(True, True), (True, False), (False, True), (False, False)])
    assert (score.right, score.missed, score.wrong, score.honest) == (1, 1, 1, 2)
    assert "50.0% | 50.0%" in score.row()
