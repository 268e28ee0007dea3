"""Figures of a table: rows by columns, totals compared, cells put right where one way is left."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.amounts import half_width
from app.intake.parsing.cases.figures_columns import (
    GENERIC,
    SEQUENCE,
    UNIT_NAMED,
    VALUE,
    column_labels,
    is_nothing,
    is_value,
    texts_of,
    unit_of,
)
from app.intake.parsing.cases.figures_sums import mismatch
from app.intake.parsing.cases.figures_text import Figure, number
from app.intake.parsing.lines import Row
from app.intake.parsing.result import Finding
from app.wording import N_

TOTAL: Final = re.compile(
    r"(?:全[省市县区旗])?(?:合\s*计|总\s*计|共\s*计|总数|小\s*计)|全[省市县区旗]"
)
PARTIAL: Final = re.compile(r"小\s*计|其中")
CHANNELS: Final = re.compile(r"(?:来电|来信|微信|网络|来访|其他|电话|信件|邮件)[^/]{0,4}")
HEADER_ROWS: Final = 3
LABELS: Final = 2


@dataclass
class Line:
    """One row of data: its name, and its figures by column."""

    row: Row
    name: str
    values: dict[int, float]
    units: dict[int, str] = field(default_factory=dict)
    short: bool = False
    """Fewer cells than the table has, or empty ones at its end."""

    @property
    def number(self) -> int:
        return self.row.lines[0]


def read_table(rows: Sequence[Row], title: str, account: Account) -> list[Figure]:
    """Return the figures of one table; what cannot be decided is a finding."""
    header, data, rest = _parted(rows)
    labels = column_labels(header, data) if data else None
    if labels is None:
        _undecidable(rows[0], account)
        return []
    lines = [_line(row, labels) for row in data]
    kept = _checked(lines, labels, account)
    for row in [*header, *(line.row for line in kept)]:
        account.map(row.lines, "figures")
    for row in rest:
        account.ignore(row.lines, "notice-text")
    caption = title + " ".join(text for row in rest for text in texts_of(row))
    return [figure for line in kept for figure in _figures(line, labels, caption)]


def _parted(rows: Sequence[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """Header, data, and rows of one text: a caption above, a note below."""
    header: list[Row] = []
    data: list[Row] = []
    rest: list[Row] = []
    for row in rows:
        texts = [text for text in texts_of(row) if text]
        counted = sum(is_value(text) for text in texts)
        if not counted and not data and len(texts) > 1 and len(header) < HEADER_ROWS:
            header.append(row)
        elif counted and (len(texts) > 1 or len(row.cells) == 1):
            data.append(row)
        else:
            rest.append(row)
    return header, data, rest


def _line(row: Row, labels: Sequence[str]) -> Line:
    names: list[str] = []
    values: dict[int, float] = {}
    units: dict[int, str] = {}
    texts = texts_of(row)
    for index, text in enumerate(texts):
        match = VALUE.fullmatch(half_width(text).strip())
        if match is None:
            names.extend([text] if text and not is_nothing(text) and index <= LABELS else [])
        elif not SEQUENCE.fullmatch(labels[index].strip()) and not _counts_rows(index, texts):
            values[index] = number(match["n"])
            units[index] = (match["unit"] or "").replace("％", "%")
    short = len(row.cells) < len(labels) or not texts[-1]
    return Line(row, "/".join(names), values, units, short)


def _counts_rows(index: int, texts: Sequence[str]) -> bool:
    """A number before the name of the row is its place in the table."""
    following = texts[index + 1] if index + 1 < len(texts) else ""
    return index == 0 and bool(following) and not is_value(following) and not is_nothing(following)


def _figures(line: Line, labels: Sequence[str], title: str) -> list[Figure]:
    alone = sum(bool(label) for label in labels) <= LABELS
    found = []
    for index, value in line.values.items():
        column = UNIT_NAMED.sub("", labels[index]).strip()
        if alone and line.name and GENERIC.fullmatch(column.replace(" ", "")):
            column = ""
        label = "/".join(part for part in (line.name, column) if part)
        unit = line.units[index] or unit_of(labels[index] or line.name, title)
        found.append(Figure(label, value, unit))
    return found


def _checked(lines: list[Line], labels: Sequence[str], account: Account) -> list[Line]:
    """Compare the parts with the total, column by column and row by row."""
    totals = [line for line in lines if TOTAL.fullmatch(line.name)]
    parts = [line for line in lines if not TOTAL.fullmatch(line.name)]
    for line in lines:
        _check_channels(line, labels, account)
    if len(totals) != 1 or len(parts) < LABELS or any(PARTIAL.search(each.name) for each in lines):
        return _without_short(lines, labels, account)
    wrong = _differing(parts, totals[0])
    if not wrong:
        return lines
    placed = _placed(parts, totals[0])
    if placed is not None:
        message = N_("这一行缺单元格，已按合计推定各数所在的列，请按原件核对")
        account.find(Finding(placed.number, "cells-placed", placed.name, message))
        return [placed if line.row is placed.row else line for line in lines]
    short = any(len(line.row.cells) < len(labels) for line in parts)
    for column in [] if short else wrong:
        sums = sum(part.values.get(column, 0) for part in parts)
        mismatch(totals[0].number, labels[column], (totals[0].values[column], sums), account)
    return _without_short(lines, labels, account)


def _differing(parts: Sequence[Line], total: Line) -> list[int]:
    return [
        column
        for column, value in total.values.items()
        if total.units[column] != "%" and sum(part.values.get(column, 0) for part in parts) != value
    ]


def _placed(parts: Sequence[Line], total: Line) -> Line | None:
    """The only row whose numbers, in their order, are what the others leave of the total."""
    found = []
    for line in parts:
        left = {
            column: value - sum(part.values.get(column, 0) for part in parts if part is not line)
            for column, value in total.values.items()
        }
        filled = {column: value for column, value in left.items() if value}
        own = [value for value in line.values.values() if value]
        if line.short and list(filled.values()) == own:
            found.append(replace(line, values=filled, units=dict.fromkeys(filled, "")))
    return found[0] if len(found) == 1 else None


def _without_short(lines: list[Line], labels: Sequence[str], account: Account) -> list[Line]:
    """A row with fewer cells than columns, the missing one unknown, is refused."""
    kept = []
    for line in lines:
        if len(line.row.cells) < len(labels) and labels[len(line.row.cells) :] != [""]:
            _undecidable(line.row, account)
        else:
            kept.append(line)
    return kept


def _undecidable(row: Row, account: Account) -> None:
    message = N_("数字与列对不上，无法唯一切分，请按原件录入")
    text = "|".join(texts_of(row))[:80]
    account.find(Finding(row.lines[0], "undecidable", text, message))


def _check_channels(line: Line, labels: Sequence[str], account: Account) -> None:
    """来电 and 来信 make up 合计 where a row has all of them and nothing else."""
    whole = [value for index, value in line.values.items() if TOTAL.fullmatch(labels[index])]
    parts = {i: v for i, v in line.values.items() if CHANNELS.fullmatch(labels[i])}
    complete = len(whole) == 1 and len(parts) >= LABELS and len(parts) + 1 == len(line.values)
    if complete and sum(parts.values()) != whole[0]:
        mismatch(line.number, line.name, (whole[0], sum(parts.values())), account)
