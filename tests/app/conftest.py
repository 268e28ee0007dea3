"""What tests of the slices begin with: a small city in an empty database."""

import pytest

from tests.factories.city import City, small_city
from tests.factories.doors import Doors, open_doors


@pytest.fixture
def city(room) -> City:
    """Units, actors and a list, in the session of the test's own context."""
    return small_city()


@pytest.fixture
def doors(app) -> Doors:
    """The city, committed, for tests that go through the pages."""
    return open_doors(app)
