"""Merged cells of a ruled table: which cell covers a place that has none of its own."""

from collections.abc import Mapping, Sequence

Box = tuple[float, float, float, float]
Place = tuple[int, int]


def owners(rows: Sequence[Sequence[Box | None]]) -> Mapping[Place, Place]:
    """Return the first place of the cell that covers each place without a cell."""
    boxes = {(r, c): box for r, row in enumerate(rows) for c, box in enumerate(row) if box}
    middles = [_middle([box for box in row if box], 1) for row in rows]
    width = max((len(row) for row in rows), default=0)
    columns = [[box for (_, c), box in boxes.items() if c == column] for column in range(width)]
    centres = [_middle(column, 0) for column in columns]
    found = {}
    for r, row in enumerate(rows):
        for c, box in enumerate(row):
            if box is None and (owner := _covering(boxes, centres[c], middles[r])):
                found[r, c] = owner
    return found


def _middle(boxes: Sequence[Box], axis: int) -> float:
    """The middle of a row or a column: of its smallest cell, for merged ones reach further."""
    if not boxes:
        return -1.0
    least = min(boxes, key=lambda box: box[axis + 2] - box[axis])
    return (least[axis] + least[axis + 2]) / 2


def _covering(boxes: Mapping[Place, Box], x: float, y: float) -> Place | None:
    for place, (left, top, right, bottom) in boxes.items():
        if left <= x <= right and top <= y <= bottom:
            return place
    return None
