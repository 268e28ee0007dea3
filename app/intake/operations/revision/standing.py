"""How the tasks of a list stand: what reports and days say of them is no change of the list."""

from collections.abc import Mapping
from typing import Any, Final

from app import clock
from app.intake.models import IntakeDocument
from app.intake.operations.revision.matching import plain_words
from app.intake.snapshot.columns import Item
from app.intake.snapshot.items import item_of_line
from app.tasks.queries import Scope, TaskFilter, whole

REPORTED: Final = ("progress", "status", "percent", "lamp", "difficulty", "next_step")


def standing_of(document: IntakeDocument) -> Mapping[int, Item]:
    """What an export would say of each task now; asked only where the document says such things."""
    if not any(name in row.fields for row in document.rows for name in REPORTED):
        return {}
    scope = Scope(lists=(document.rectification_list,), day=clock.today(), drafts=True)
    return {line.task.id: item_of_line(line) for line in whole(scope, TaskFilter())}


def is_known(name: str, value: Any, now: Item) -> bool:
    """Whether a document only repeats how a task stands."""
    return name in REPORTED and bool(value) and _words(now.get(name)) == _words(value)


def _words(text: str | None) -> str:
    return plain_words(text).rstrip(";")
