"""One thing that waits for somebody, before it is shown."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Todo:
    """What waits, why, since when, until when, and the deed that ends it; texts are final."""

    kind: str
    title: str
    href: str
    why: str
    deed: str
    deed_href: str
    since: str = ""
    due_on: date | None = None
    due: str = ""
    late: bool = False


@dataclass(frozen=True)
class TodoGroup:
    """Things that are equally urgent."""

    label: str
    todos: tuple[Todo, ...]
