"""The header of a table: which row it is, and what its columns mean."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.items import UNITS
from app.intake.parsing.labels import Field, field_of
from app.intake.parsing.lines import Row
from app.intake.parsing.meaning import meanings
from app.intake.parsing.result import Finding
from app.wording import N_

LEAST_NAMED: Final = 2
HEADER_WITHIN: Final = 12
SHORT_LABEL: Final = 8
SAMPLE: Final = 200
"""Rows that tell what a column holds."""
TEXTUAL: Final = frozenset({Field.PROBLEM, Field.HEADING, Field.MEASURES, Field.SITE})


@dataclass(frozen=True)
class Column:
    index: int
    label: str
    field: Field | None


@dataclass
class Table:
    """One table: what stands above its header, the columns, and the rows below."""

    above: list[Row]
    header: list[Row]
    columns: list[Column]
    rows: list[Row] = field(default_factory=list)


def find_table(rows: Sequence[Row]) -> Table | None:
    """Return the table with its columns; None where no row names columns."""
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        if not is_header(row):
            continue
        below = rows[index + 1] if index + 1 < len(rows) else None
        header = [row, below] if below is not None and _is_second_header(row, below) else [row]
        under = list(rows[index + len(header) :])
        return Table(list(rows[:index]), header, _columns(header, under), under)
    return None


def is_header(row: Row) -> bool:
    """Most of the cells are names of fields, and one of them names a text."""
    texts = [cell.text for cell in row.cells if cell.text and not cell.repeated]
    fields = [found for text in texts if (found := field_of(text)) is not None]
    if len(fields) < LEAST_NAMED or len(texts) <= LEAST_NAMED:
        return False
    known = set(fields)
    return len(fields) * 2 >= len(texts) and bool(known & TEXTUAL or len(known) > LEAST_NAMED)


def _is_second_header(first: Row, second: Row) -> bool:
    """Below merged cells stand the names of the columns they span."""
    spans = any(cell.repeated for cell in first.cells) or any(
        cell.repeated and cell.lines for cell in second.cells
    )
    own = [cell.text for cell in second.cells if cell.text and not cell.repeated]
    named = bool(own) and all(field_of(text) is not None for text in own)
    if first.pasted:
        return named and not second.cells[0].text and any(not cell.text for cell in first.cells)
    return spans and (named or _under_spans(first, second))


def _under_spans(first: Row, second: Row) -> bool:
    """Every short text of its own stands below a cell over several columns: 姓名, 职务."""
    spread = Counter(cell.lines for cell in first.cells)
    return all(
        below.repeated or (spread[over.lines] > 1 and len(below.text) <= SHORT_LABEL)
        for over, below in zip(first.cells, second.cells, strict=False)
    ) and any(spread[cell.lines] > 1 for cell in first.cells)


def _labels(header: Sequence[Row]) -> list[str]:
    """Labels of both rows in one: 责任人 above 职务 is 责任人职务, above 牵头单位 only that."""
    if len(header) == 1:
        return [cell.text for cell in header[0].cells]
    found: list[str] = []
    over = ""
    for above, below in zip(header[0].cells, header[1].cells, strict=False):
        over = above.text or over
        under = below.text if below.text != over else ""
        found.append(under if under and field_of(under) else f"{over}{under}")
    return found


def _columns(header: Sequence[Row], rows: Sequence[Row]) -> list[Column]:
    labels = _labels(header)
    rows = [row for row in rows[:SAMPLE] if [cell.text for cell in row.cells] != labels]
    texts = [
        [row.cells[index].text for row in rows if index < len(row.cells)]
        for index in range(len(labels))
    ]
    return [
        Column(index, " ".join(label.split()), found)
        for index, (label, found) in enumerate(zip(labels, meanings(labels, texts), strict=True))
    ]


def missing_columns(table: Table, account: Account) -> None:
    """Say which of the three columns that a list cannot do without is not in the header."""
    present = {column.field for column in table.columns}
    wanted = (
        (present & TEXTUAL, N_("表头缺少“问题”一列，请补上列名后再上传")),
        (present & UNITS, N_("表头缺少“责任单位”一列，请补上列名或逐项填写")),
        (present & {Field.DEADLINE}, N_("表头缺少“整改时限”一列，请补上列名或逐项填写")),
    )
    line = table.header[0].lines[0]
    for found, message in wanted:
        if not found:
            account.find(Finding(line, "missing-column", account.text(line)[:80], message))
