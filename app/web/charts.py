"""Geometry of the line chart: from figures over days to what the SVG macro draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

LEFT, RIGHT, TOP, BOTTOM = 34.0, 483.0, 19.7, 146.0
MOST_MARKS = 6
MOST_TICKS = 5

Points = Sequence[tuple[date, int]]


@dataclass(frozen=True)
class Tick:
    """A word on an axis, and where it stands."""

    at: float
    label: str


@dataclass(frozen=True)
class Path:
    """One line; kind is `act` (drawn through) or `plan` (dashed)."""

    kind: str
    d: str


@dataclass(frozen=True)
class End:
    """The last point of a line, with its words."""

    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Curve:
    """A whole line chart."""

    ticks: tuple[Tick, ...]
    marks: tuple[Tick, ...]
    paths: tuple[Path, ...]
    ends: tuple[End, ...]
    top: Tick | None


@dataclass(frozen=True)
class Scale:
    """Days across, counts up."""

    first: date
    days: int
    most: int

    def x(self, day: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (day - self.first).days / self.days, 1)

    def y(self, count: int) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * count / self.most, 1)


def curve(lines: Mapping[str, Points], total: int, words: Mapping[str, str]) -> Curve:
    """Lay out lines by kind; `words` holds 'total' and, by kind, what stands at a line's end."""
    drawn = {kind: points for kind, points in lines.items() if points}
    days = sorted({day for points in drawn.values() for day, _ in points})
    if not days:
        return Curve((), (), (), (), None)
    scale = Scale(days[0], max((days[-1] - days[0]).days, 1), max(total, 1))
    return Curve(
        ticks=tuple(Tick(scale.y(count), str(count)) for count in _counts(scale.most)),
        marks=tuple(Tick(scale.x(day), f"{day.month}-{day.day}") for day in _thinned(days)),
        paths=tuple(Path(kind, _path(points, scale)) for kind, points in drawn.items()),
        ends=tuple(
            End(scale.x(points[-1][0]), scale.y(points[-1][1]), words[kind])
            for kind, points in drawn.items()
            if kind in words
        ),
        top=Tick(scale.y(total), words.get("total", str(total))),
    )


def _counts(most: int) -> range:
    """Return round counts for the axis, at most five, below the top line."""
    steps = (size * power for power in (1, 10, 100, 1000, 10_000) for size in (1, 2, 5))
    step = next(step for step in steps if most / step <= MOST_TICKS)
    return range(0, most, step)


def _thinned(days: list[date]) -> list[date]:
    """Return a few of the days, evenly chosen, with the last."""
    every = -(-len(days) // MOST_MARKS)
    return days[::-1][::every][::-1]


def _path(points: Points, scale: Scale) -> str:
    return "M" + "L".join(f"{scale.x(day)} {scale.y(count)}" for day, count in points)
