"""Values of a sheet to rows: merged cells once, hidden ones not at all, numbers as people write."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from app.intake.parsing.lines import Cell, Remark, Row
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.layout import laid_out
from app.intake.parsing.reading.looks import Place, Sheet
from app.wording import N_

ALPHABET: Final = 26
EXPLANATION: Final = re.compile(r"(?:填写|填表|填报|使用|操作|导入)(?:说明|须知|指南|要求)")
Value = int | float | str | bool | time | date | datetime | timedelta
Grid = Sequence[Sequence[Value]]


def report_hidden(raw: Raw, text: str, message: str) -> None:
    raw.remarks.append(Remark(0, "hidden", text, message))


def add_sheet(raw: Raw, grid: Grid, sheet: Sheet) -> None:
    """Add a sheet; one that explains how to fill in lists nothing and is set aside."""
    if EXPLANATION.fullmatch(sheet.name.strip()):
        _set_aside(raw, grid, sheet.name)
    else:
        raw.blocks.extend(laid_out(list(_rows(raw, grid, sheet))))


def _set_aside(raw: Raw, grid: Grid, name: str) -> None:
    for row, values in enumerate(grid):
        for column, value in enumerate(values):
            if value != "":
                raw.ignored[raw.line(_text(value), _place(name, row, column))] = "notice-text"


def _rows(raw: Raw, grid: Grid, sheet: Sheet) -> Iterator[Row]:
    """Yield every visible row that holds anything."""
    looks = sheet.looks
    if looks.hidden_rows or looks.hidden_columns:
        message = N_("工作表有隐藏的行或列，没有读入；需要时请取消隐藏")
        report_hidden(raw, sheet.name, message)
    columns = [each for each in range(_width(grid)) if each not in looks.hidden_columns]
    reader = _Rows(raw, grid, sheet)
    for row, values in enumerate(grid):
        if row not in looks.hidden_rows and any(value != "" for value in values):
            yield Row(tuple(reader.cell((row, column)) for column in columns), sheet.number)


def _width(grid: Grid) -> int:
    """Columns up to the last one that holds anything."""
    return max((_used(row) for row in grid), default=0)


def _used(row: Sequence[Value]) -> int:
    width = len(row)
    while width and row[width - 1] == "":
        width -= 1
    return width


class _Rows:
    def __init__(self, raw: Raw, grid: Grid, sheet: Sheet) -> None:
        self._raw, self._grid, self._sheet = raw, grid, sheet
        self._owners = frozenset(sheet.merged.values())
        self._seen: dict[Place, Cell] = {}

    def cell(self, at: Place) -> Cell:
        """The cell of a place; a merged one is the same cell wherever it is seen."""
        owner = self._sheet.merged.get(at, at)
        if owner in self._seen:
            return self._seen[owner]
        text = self._text(owner)
        failed = self._sheet.looks.failures.get(owner, "")
        number = self._raw.line(failed or text, _place(self._sheet.name, *at))
        if failed:
            message = N_("公式没有算出结果，请改成文字、数字或日期")
            self._raw.remarks.append(Remark(number, "failed-formula", failed, message))
        cell = Cell(text, (number,))
        if owner in self._owners:
            self._seen[owner] = Cell(text, cell.lines, repeated=True)
        return cell

    def _text(self, at: Place) -> str:
        values = self._grid[at[0]]
        value = values[at[1]] if at[1] < len(values) else ""
        percent = at in self._sheet.looks.percents
        return _percent(value) if percent and isinstance(value, int | float) else _text(value)


def _place(sheet: str, row: int, column: int) -> str:
    return f"{sheet}!{_letters(column)}{row + 1}"


@lru_cache(maxsize=1024)
def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters


def _percent(value: float) -> str:
    return f"{value * 100:.10g}%"


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)
