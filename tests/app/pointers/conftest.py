"""The desk with four tasks, for tests that go through the pages."""

from tests.factories.desk import desk

__all__ = ["desk"]
