"""What stands on tasks elsewhere: whoever counts them says so here."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from app.tasks.models import Task

Use = tuple[str, Sequence[str]]
"""Where tasks are used, in the reader's words, and the numbers of those tasks."""
Ask = Callable[[Sequence[Task], datetime], Iterator[Use]]
_ASKED: list[Ask] = []


def register_use(ask: Ask) -> None:
    """Let a slice above tell which of some tasks it has counted since a moment."""
    if ask not in _ASKED:
        _ASKED.append(ask)


def uses_of(tasks: Sequence[Task], since: datetime) -> list[Use]:
    return [use for ask in _ASKED for use in ask(tasks, since)] if tasks else []
