"""How a sheet looks beside its values: what is hidden, what is merged, what is shown in percent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.intake.parsing.errors import UnreadableFile
from app.wording import N_

Place = tuple[int, int]
"""Row and column, counted from zero."""
CELL_LIMIT: Final = 1_000_000


@dataclass(frozen=True)
class Looks:
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    percents: frozenset[Place] = frozenset()
    failures: Mapping[Place, str] = field(default_factory=dict)
    """Formulas that came to nothing, with what the cell shows: #REF!, #N/A."""


@dataclass
class Sheet:
    """One sheet as a reader found it."""

    name: str
    number: int
    looks: Looks = field(default_factory=Looks)
    merged: Mapping[Place, Place] = field(default_factory=dict)
    """Every place in a merged range but the first, with the first."""


def check_size(name: str, rows: int, columns: int, cells: int | None = None) -> None:
    """Refuse a sheet of too many cells: all of its area, or those that are kept."""
    if (rows * columns if cells is None else cells) > CELL_LIMIT:
        raise UnreadableFile(
            N_(
                "工作表“%(sheet)s”有%(rows)s行、%(columns)s列，超过可读的上限；请删去空行空列后再上传"
            ),
            sheet=name,
            rows=rows,
            columns=columns,
        )


def merged_places(
    ranges: Iterable[tuple[Place, Place]], rows: int, columns: int
) -> dict[Place, Place]:
    """Spread merged ranges over the rows and columns that a sheet has."""
    found: dict[Place, Place] = {}
    left = CELL_LIMIT
    for first, last in ranges:
        bottom, right = min(last[0] + 1, rows), min(last[1] + 1, columns)
        left -= max(0, bottom - first[0]) * max(0, right - first[1])
        if left < 0:
            break
        places = (
            (row, column) for row in range(first[0], bottom) for column in range(first[1], right)
        )
        found.update({place: first for place in places if place != first})
    return found
