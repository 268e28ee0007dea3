"""Sections of a task's page that slices above contribute: each says what it knows of the task."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from markupsafe import Markup

from app.tasks.models import Task


class Place(IntEnum):
    """Where on the page a section stands; sections of one place follow each other as ordered."""

    NOTICE = 0
    """Above everything that was reported: what a reader must know first."""
    HEAD = 1
    """A cell in the strip of facts under the title."""
    MAIN = 2
    ASIDE = 3


@dataclass(frozen=True)
class Panel:
    """One section, drawn; `tab` and `count` make its entry among the tabs, if it has one."""

    place: Place
    body: Markup
    key: str = ""
    tab: str = ""
    count: str = ""


Make = Callable[[Task], Panel | None]
_MAKERS: dict[str, tuple[int, Make]] = {}


def register_panel(name: str, order: int, make: Make) -> None:
    """Add a section; `make` draws it for the present reader, or returns None where there is none.

    `name` is its own for good, `order` its place among the others: tens, so that there is room.
    """
    _MAKERS[name] = (order, make)


def panels(task: Task) -> dict[Place, list[Panel]]:
    """Return every section that the task has for the present reader, by its place."""
    found: dict[Place, list[Panel]] = {place: [] for place in Place}
    for _order, make in sorted(_MAKERS.values(), key=lambda maker: maker[0]):
        if panel := make(task):
            found[panel.place].append(panel)
    return found
