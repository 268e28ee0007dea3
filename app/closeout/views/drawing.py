"""A close-out procedure as a drawing: boxes in rows, the way on, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from flask_babel import gettext as _

from app.inspections.vocabulary import StepKind
from app.tasks.views.steps import after_close_out, length_of
from app.tasks.workflow import AFTER_CLOSING
from app.web.formatting import listed

IN_A_ROW = 5
WIDE, HIGH = 176, 64
ACROSS, DOWN = 204, 124
LEFT, TOP, RIGHT = 64, 10, 8
LANE = 24
"""How far under its boxes the way back runs."""
BEGINS = frozenset({StepKind.SELF_CHECK, StepKind.APPLICATION})


@dataclass(frozen=True)
class Box:
    """One step: where it stands and what it says; `tone` is start, check or after."""

    x: int
    y: int
    name: str
    who: str
    time: str
    tone: str
    returns: bool


@dataclass(frozen=True)
class Flow:
    """The whole drawing; paths as SVG writes them."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    onwards: tuple[str, ...]
    back: tuple[str, ...]
    words: tuple[tuple[int, int], ...]
    """Where each row says what its way back is."""


def flow(steps: Sequence[Any]) -> Flow:
    """Lay out the steps of a version or of a draft, five in a row."""
    boxes = tuple(_box(step, place) for place, step in enumerate(steps))
    rows = [boxes[at : at + IN_A_ROW] for at in range(0, len(boxes), IN_A_ROW)]
    lanes = [_lane(row) for row in rows]
    return Flow(
        width=LEFT + RIGHT + ACROSS * (min(len(boxes), IN_A_ROW) - 1) + WIDE,
        height=TOP + DOWN * max(len(rows), 1) - 16,
        boxes=boxes,
        onwards=tuple(_arrow(a, b) for a, b in pairwise(boxes)),
        back=tuple(path for lane, _words in lanes for path in lane),
        words=tuple(words for _lane, words in lanes if words),
    )


def _box(step: Any, place: int) -> Box:
    row, column = divmod(place, IN_A_ROW)
    checks = step.kind not in BEGINS and step.kind not in AFTER_CLOSING
    return Box(
        x=LEFT + column * ACROSS,
        y=TOP + row * DOWN,
        name=f"{place + 1}　{_(step.kind.label)}",
        who=listed(_(owner.label) for owner in step.owners),
        time=_time(step),
        tone="start" if step.kind in BEGINS else "check" if checks else "after",
        returns=checks,
    )


def _time(step: Any) -> str:
    if step.kind is StepKind.LOOK_BACK and step.after_months:
        return after_close_out(step)
    if step.days:
        return length_of(step)
    return "" if step.kind in BEGINS else str(_("不限天数"))


def _arrow(start: Box, end: Box) -> str:
    """Straight to the right; or from the end of a row round to the start of the next."""
    if start.y == end.y:
        return f"M{start.x + WIDE} {start.y + HIGH // 2}H{end.x - 2}"
    turn = end.y - 12
    return (
        f"M{start.x + WIDE // 2} {start.y + HIGH}V{turn}H{end.x + WIDE // 2}V{end.y - 2}"
        if start.x == end.x
        else f"M{start.x + WIDE - 24} {start.y + HIGH}V{turn}H{end.x + WIDE // 2}V{end.y - 2}"
    )


def _lane(row: Sequence[Box]) -> tuple[list[str], tuple[int, int] | None]:
    """The way back under a row: from every box that can return, to the left."""
    returning = [box for box in row if box.returns]
    if not returning:
        return [], None
    level = row[0].y + HIGH + LANE
    stubs = [f"M{box.x + WIDE // 2} {box.y + HIGH}V{level}" for box in returning]
    first, last = returning[0].x, returning[-1].x + WIDE // 2
    return [*stubs, f"M{last} {level}H{first + 8}"], (first - 2, level + 4)
