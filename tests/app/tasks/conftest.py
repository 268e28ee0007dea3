"""What tests of tasks in three tiers begin with."""

import pytest

from tests.factories.province import Province, small_province


@pytest.fixture
def province(room: None) -> Province:
    """A province, a city, two counties, in the session of the test's own context."""
    return small_province()
