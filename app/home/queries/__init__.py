"""What waits for whom, and the counts beside the menu."""

from app.home.queries.counts import navigation_counts
from app.home.queries.todos import grouped, todos

__all__ = ["grouped", "navigation_counts", "todos"]
