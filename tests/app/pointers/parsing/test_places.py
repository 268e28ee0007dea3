"""Distances on the globe."""

import pytest

from app.pointers.parsing.places import metres


def test_metres():
    assert metres((43.9, 125.3), (43.9, 125.3)) == 0
    assert metres((43.9, 125.3), (43.91, 125.3)) == pytest.approx(1112, abs=2)
