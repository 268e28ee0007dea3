"""Tables whose cells stand one below the other, each on a line of its own."""

from collections.abc import Sequence
from typing import Final

from app.intake.parsing.cases.labels import case_field
from app.intake.parsing.lines import Cell, Paragraph, Row

LEAST_RUN: Final = 4


def cells_below_each_other(paragraphs: Sequence[Paragraph]) -> list[Row]:
    """Rows of a table whose cells stand one on each line: as many labels, then values in turn."""
    start = next(
        (i for i in range(len(paragraphs)) if _header_run(paragraphs, i) >= LEAST_RUN), None
    )
    if start is None:
        return []
    width = _header_run(paragraphs, start)
    header = paragraphs[start : start + width]
    rows = [Row(tuple(Cell(each.text, each.lines) for each in header), 1, pasted=True)]
    first = header[-1].lines[-1] + 1
    cells = {each.lines[0]: each for each in paragraphs[start + width :]}
    last = max(cells, default=0)
    while first <= last:
        found = [cells.get(number) for number in range(first, first + width)]
        if found[0] is None:
            first += 1
            continue
        row = [Cell(each.text, each.lines) if each else Cell("", ()) for each in found]
        rows.append(Row(tuple(row), 1, pasted=True))
        first += width
    return rows


def _header_run(paragraphs: Sequence[Paragraph], start: int) -> int:
    count = 0
    for paragraph in paragraphs[start:]:
        if case_field(paragraph.text) is None:
            break
        count += 1
    return count
