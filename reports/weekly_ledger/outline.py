"""Bookmarks: the parts of the ledger, its tasks by aspect and category, and by unit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from reports.breaking import clean
from reports.pen import Pen
from reports.weekly_ledger.content import Row, WeeklyLedger

TOP = "top"
CHANGES = "changes"
LONGEST = 40


@dataclass(frozen=True)
class Entry:
    """A bookmark on a row of the table; ReportLab wants a place of its own for each."""

    words: str
    row: int
    level: int
    order: str

    @property
    def place(self) -> str:
        return f"{self.order}-{self.level}-{self.row}"


def changes_title(ledger: WeeklyLedger) -> str:
    previous = ledger.issue.previous
    return f"与第{previous}期相比的变化" if previous else "本期变化"


def places(ledger: WeeklyLedger) -> dict[int, tuple[str, ...]]:
    """Return the places to mark at each row, by its position in the content."""
    marks: dict[int, tuple[str, ...]] = {}
    for entry in _entries(ledger):
        marks[entry.row] = (*marks.get(entry.row, ()), entry.place)
    return marks


def write(pen: Pen, ledger: WeeklyLedger) -> None:
    """Write the outline; every place it leads to has been marked while drawing."""
    pen.canvas.addOutlineEntry("汇总", TOP, 0)
    pen.canvas.addOutlineEntry(changes_title(ledger), CHANGES, 0)
    for entry in _entries(ledger):
        pen.canvas.addOutlineEntry(_short(entry.words), entry.place, entry.level, entry.level > 0)


def _entries(ledger: WeeklyLedger) -> Iterator[Entry]:
    rows = list(enumerate(ledger.rows))
    if rows:
        yield from _by_aspect(rows)
        yield from _by_unit(rows)


def _by_aspect(rows: list[tuple[int, Row]]) -> Iterator[Entry]:
    yield Entry("整改任务（按方面）", 0, 0, "aspect")
    for aspect, group in groupby(rows, lambda placed: placed[1].aspect):
        members = list(group)
        yield Entry(f"{aspect}（{len(members)}项）", members[0][0], 1, "aspect")
        for category, within in groupby(members, lambda placed: placed[1].category):
            yield Entry(category, next(within)[0], 2, "aspect")


def _by_unit(rows: list[tuple[int, Row]]) -> Iterator[Entry]:
    yield Entry("整改任务（按牵头单位）", 0, 0, "unit")
    for unit in dict.fromkeys(row.unit for _, row in rows):
        members = [placed for placed in rows if placed[1].unit == unit]
        yield Entry(f"{unit}（{len(members)}项）", members[0][0], 1, "unit")
        for place, row in members:
            yield Entry(f"{row.number}　{row.problem}", place, 2, "unit")


def _short(words: str) -> str:
    words = clean(words).replace("\n", " ")
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
