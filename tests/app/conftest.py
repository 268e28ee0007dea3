"""What tests of pages begin with: the small city with its doors open."""

import pytest

from tests.factories.doors import Doors, open_doors


@pytest.fixture
def doors(app) -> Doors:
    """The city, committed, for tests that go through the pages."""
    return open_doors(app)
