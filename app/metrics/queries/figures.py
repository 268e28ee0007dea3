"""The dictionary of figures: each is one condition on the cells of the standing query."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.metrics.vocabulary import Figure
from app.tasks.queries import Cell, Scope, cells
from app.tasks.vocabulary import OPEN_STATES, Lamp, Stage

COUNTS: Mapping[Figure, Callable[[Cell], bool]] = {
    Figure.TOTAL: lambda _cell: True,
    Figure.OPEN: lambda cell: cell.state in OPEN_STATES,
    Figure.DONE: lambda cell: cell.stage in (Stage.DONE, Stage.CLOSED),
    Figure.CLOSED: lambda cell: cell.stage is Stage.CLOSED,
    Figure.MERGED: lambda cell: cell.stage is Stage.MERGED,
    Figure.WAITING: lambda cell: cell.stage is Stage.DONE,
    Figure.ON_PACE: lambda cell: cell.stage is Stage.ON_PACE,
    Figure.BEHIND: lambda cell: cell.stage is Stage.BEHIND,
    Figure.SILENT: lambda cell: cell.stage is Stage.SILENT,
    Figure.RED: lambda cell: cell.lamp is Lamp.RED,
    Figure.YELLOW: lambda cell: cell.lamp is Lamp.YELLOW,
    Figure.GREEN: lambda cell: cell.lamp is Lamp.GREEN,
    Figure.OVERDUE: lambda cell: cell.overdue,
    Figure.OVERDUE_ORIGINALLY: lambda cell: cell.overdue_originally,
    Figure.NEAR_DUE: lambda cell: cell.near_due,
    Figure.MISSING: lambda cell: cell.missing,
}

# What the task list is narrowed to, so that a figure leads to the rows that it counts.
ADDRESS: Mapping[Figure, Mapping[str, str]] = {
    Figure.TOTAL: {"books": "all"},
    Figure.OPEN: {"books": "open"},
    Figure.DONE: {"done": "1"},
    Figure.CLOSED: {"stage": "closed"},
    Figure.MERGED: {"stage": "merged"},
    Figure.WAITING: {"stage": "done"},
    Figure.ON_PACE: {"stage": "on_pace"},
    Figure.BEHIND: {"stage": "behind"},
    Figure.SILENT: {"stage": "silent"},
    Figure.RED: {"lamp": "red"},
    Figure.YELLOW: {"lamp": "yellow"},
    Figure.GREEN: {"lamp": "green"},
    Figure.OVERDUE: {"due": "overdue"},
    Figure.OVERDUE_ORIGINALLY: {"due": "overdue_originally"},
    Figure.NEAR_DUE: {"due": "near"},
    Figure.MISSING: {"missing": "1"},
}

# The parts that the whole falls into, in the order of the usual sentence and of every bar.
PARTS = (
    Figure.CLOSED, Figure.WAITING, Figure.ON_PACE, Figure.BEHIND, Figure.SILENT, Figure.MERGED,
)  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """Every figure of a scope; also for one aspect or one counting unit."""

    cells: tuple[Cell, ...]

    def __getitem__(self, figure: Figure) -> int:
        counts = COUNTS[figure]
        return sum(cell.count for cell in self.cells if counts(cell))

    def of_aspect(self, aspect_id: int) -> "Figures":
        return Figures(tuple(cell for cell in self.cells if cell.aspect_id == aspect_id))

    def of_unit(self, unit_id: int) -> "Figures":
        return Figures(tuple(cell for cell in self.cells if cell.unit_id == unit_id))

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset(cell.unit_id for cell in self.cells)


def figures(scope: Scope) -> Figures:
    """Count everything about the tasks of a scope, in one query."""
    return Figures(tuple(cells(scope)))
