"""The two pictures of the first page: progress by aspect, closed against plan."""

from datetime import date

from reports.fonts import Face
from reports.pen import (
    BLUE,
    BLUE_LIGHT,
    BLUE_MIDDLE,
    HAIR,
    INK,
    LINE,
    NOTE,
    SECOND,
    WHITE,
    Box,
    Pen,
    Style,
)
from reports.weekly_ledger.content import AspectLine, TrendPoint

LEGEND = Style(Face.NOTE, 7.4, 10)
NAME = Style(Face.BODY, 7.9, 9.2)
COUNT = Style(Face.NOTE, 7.4, 9)
TICK = Style(Face.NOTE, 7, 9, SECOND)
TICK_STRONG = Style(Face.HEADING, 7, 9)
PARTS = ("已销号", "已完成待销号", "达到序时", "未达到序时", "尚未报告")
FILLS = (BLUE, BLUE_MIDDLE, BLUE_LIGHT)
HATCHED = 3
NAMES_WIDTH = 104.0
TALLEST_BAR = 14.0
TICK_ROOM = 26.0


def legend(pen: Pen, x: float, y: float, aspects: tuple[AspectLine, ...]) -> None:
    """Write what the shades mean, with the sum of each."""
    sums = [sum(counts) for counts in zip(*(line.parts for line in aspects), strict=True)]
    for place, (name, count) in enumerate(zip(PARTS, sums, strict=False)):
        if place > HATCHED and not count:
            continue  # the rare part takes room only where there is one
        _shade(pen, Box(x, y - 6.6, 9.4, 7.4), place)
        x = pen.text(x + 12.5, y, f"{name}{count}", LEGEND) + 12


def bars(pen: Pen, box: Box, aspects: tuple[AspectLine, ...]) -> None:
    """Draw a stacked bar for each aspect; equal lengths are equal numbers of tasks."""
    most = max((line.total for line in aspects), default=0) or 1
    pitch = min(19.2, box.height / max(len(aspects), 1))
    unit = (box.width - NAMES_WIDTH - 26) / most
    for place, line in enumerate(aspects):
        height = min(TALLEST_BAR, pitch * 0.75)
        _bar(pen, Box(box.x, box.y + place * pitch, unit, height), line)


def _bar(pen: Pen, row: Box, line: AspectLine) -> None:
    """Draw one bar; the row's width is what one task takes."""
    baseline = row.y + row.height / 2 + 2.8
    names = pen.lines(_short(line.name), NAME, NAMES_WIDTH - 6)
    pen.text(row.x, baseline, names[0] + ("…" if names[1:] else ""), NAME)
    x = row.x + NAMES_WIDTH
    for place, count in enumerate(line.parts):
        if count:
            box = Box(x, row.y, count * row.width - 0.8, row.height)
            _shade(pen, box, place)
            _count(pen, box, count, place)
            x += count * row.width
    pen.text(x + 4, baseline, str(line.total), COUNT.coloured(NOTE))


def _short(aspect: str) -> str:
    """Return the name without its number and 方面, which a bar has no room for."""
    return aspect.partition("、")[2].removesuffix("方面") or aspect


def _count(pen: Pen, box: Box, count: int, place: int) -> None:
    middle, baseline = box.x + box.width / 2, box.y + box.height / 2 + 2.7
    width = pen.width(str(count), COUNT)
    if width + 1 > box.width:
        return
    if place == HATCHED:  # a figure on hatching needs a clear ground
        pen.fill(Box(middle - width / 2 - 1, box.y + 2, width + 2, box.height - 4), WHITE)
    pen.centre(middle, baseline, str(count), COUNT.coloured(INK if place else WHITE))


def _shade(pen: Pen, box: Box, place: int) -> None:
    if place == HATCHED:
        pen.hatch(box, SECOND)
    elif place > HATCHED:
        pen.fill(box, WHITE, edge=LINE)
    else:
        pen.fill(box, FILLS[place], edge=BLUE_MIDDLE if place == len(FILLS) - 1 else None)


class Trend:
    """A line of what was closed and a broken line of what was planned, over days."""

    def __init__(self, pen: Pen, box: Box, points: tuple[TrendPoint, ...]) -> None:
        self._pen = pen
        self._plot = Box(box.x + 16, box.y + 8, box.width - 76, box.height - 20)
        self._points = points
        self._known = [point for point in points if point.closed is not None]
        self._step = _step(max(max(p.planned, p.closed or 0) for p in points))
        highest = max(max(p.planned, p.closed or 0) for p in points)
        self._top = (highest // self._step + 1) * self._step

    def draw(self) -> None:
        self._grid()
        self._days()
        planned = [(self._x(p.day), self._y(p.planned)) for p in self._points]
        closed = [(self._x(p.day), self._y(p.closed or 0)) for p in self._known]
        self._pen.dashed(lambda: self._pen.path(planned, 0.9, SECOND), 3, 2)
        if closed:
            self._pen.path(closed, 1.6, BLUE)
            self._pen.disc(*closed[-1], 2.2, BLUE)
        self._labels()

    def _x(self, day: date) -> float:
        first, last = self._points[0].day, self._points[-1].day
        share = (day - first).days / max((last - first).days, 1)
        return self._plot.x + share * self._plot.width

    def _y(self, count: int) -> float:
        return self._plot.bottom - count / self._top * self._plot.height

    def _grid(self) -> None:
        for count in range(0, self._top, self._step):
            y = self._y(count)
            colour = HAIR if count else LINE
            self._pen.rule(self._plot.x, self._plot.right, y, 0.5, colour)
            self._pen.right(self._plot.x - 4, y + 2.4, str(count), TICK)

    def _days(self) -> None:
        """Write the days below, the cut-off and the ends first; none over another."""
        marked = (*self._known[-1:], self._points[0], self._points[-1])
        firsts = [point for point in self._points if point.day.day == 1]
        taken: list[float] = []
        for point in (*marked, *firsts):
            x = self._x(point.day)
            if all(abs(x - other) > TICK_ROOM for other in taken):
                taken.append(x)
                style = TICK_STRONG if point in self._known[-1:] else TICK
                words = f"{point.day.month}-{point.day.day}"
                self._pen.centre(x, self._plot.bottom + 9, words, style)

    def _labels(self) -> None:
        end = self._points[-1]
        x, y = self._plot.right + 5, self._y(end.planned) + 2.5
        when = (
            "年底" if (end.day.month, end.day.day) == (12, 31) else f"{end.day.month}-{end.day.day}"
        )
        self._pen.text(x, y, f"{when}计划{end.planned}", TICK)
        if not self._known or self._known[-1] is end:
            return
        now = self._known[-1]
        x, low = self._x(now.day), self._y(min(now.closed or 0, now.planned))
        ahead = (now.closed or 0) >= now.planned
        high = self._y(max(now.closed or 0, now.planned))
        planned, closed = (low + 10, high - 6) if ahead else (high - 7, low + 9)
        self._pen.right(x - 3, planned, f"计划{now.planned}", TICK)
        self._pen.text(x + 4, closed, f"实际{now.closed}", TICK_STRONG)


def _step(highest: int) -> int:
    """Return a round distance between grid lines that gives at most four of them."""
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        if highest < step * 4:
            return step
    return highest
