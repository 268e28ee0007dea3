"""Workbooks to rows: title rows, merged cells, dates as numbers or text, hidden rows reported."""

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.lines import Cell, Remark, Row
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.hidden import Hidden, hidden_parts
from app.intake.parsing.reading.layout import laid_out
from app.wording import N_

CELL_LIMIT: Final = 1_500_000
ALPHABET: Final = 26
EXPLANATION: Final = re.compile(r"(?:填写|填表|填报|使用|操作|导入)(?:说明|须知|指南|要求)")
Value = int | float | str | bool | time | date | datetime | timedelta
Grid = Sequence[Sequence[Value]]


def read_sheets(data: bytes) -> Raw:
    """Read every visible sheet; hidden ones are named and left out."""
    workbook = _opened(data)
    raw, hidden = Raw(), hidden_parts(data)
    for index, meta in enumerate(workbook.sheets_metadata):
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        if meta.visible is not SheetVisibleEnum.Visible:
            _report(raw, meta.name, N_("工作表是隐藏的，没有读入；需要时请取消隐藏"))
            continue
        sheet = workbook.get_sheet_by_index(index)
        if EXPLANATION.fullmatch(meta.name.strip()):
            _explanation(raw, sheet)
        else:
            _sheet(raw, sheet, index + 1, hidden.get(meta.name, Hidden()))
    return raw


def _opened(data: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise UnreadableFile(N_("文件已加密，无法读取；请取消密码后再上传")) from error
    except (CalamineError, ValueError, OSError) as error:
        raise damaged() from error


def _explanation(raw: Raw, sheet: CalamineSheet) -> None:
    """Set every line of an explanation aside: it tells how to fill in and lists nothing."""
    if _cells(sheet) > CELL_LIMIT:
        return
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, value in enumerate(values):
            if value != "":
                number = raw.line(_text(value), _place(sheet.name, row, column))
                raw.ignored[number] = "notice-text"


def _cells(sheet: CalamineSheet) -> int:
    last_row, last_column = sheet.end or (0, 0)
    return (last_row + 1) * (last_column + 1)


def _report(raw: Raw, text: str, message: str) -> None:
    raw.remarks.append(Remark(0, "hidden", text, message))


def _sheet(raw: Raw, sheet: CalamineSheet, number: int, hidden: Hidden) -> None:
    if _cells(sheet) > CELL_LIMIT:
        raise UnreadableFile(
            N_("工作表“%(sheet)s”有%(rows)s行，超过可读的上限；请删去空行后再上传"),
            sheet=sheet.name,
            rows=sheet.end[0] + 1 if sheet.end else 0,
        )
    try:
        grid: Grid = sheet.to_python(skip_empty_area=False)
        merged = _merged(sheet)
    except (CalamineError, ValueError) as error:
        raise damaged() from error
    if hidden.rows or hidden.columns:
        _report(raw, sheet.name, N_("工作表有隐藏的行或列，没有读入；需要时请取消隐藏"))
    _rows(raw, grid, _Shape(sheet.name, number, merged, hidden))


class _Shape:
    """What a sheet looks like beside its values."""

    def __init__(
        self, name: str, number: int, merged: dict[tuple[int, int], tuple[int, int]], hidden: Hidden
    ) -> None:
        self.name, self.number, self.merged, self.hidden = name, number, merged, hidden


def _merged(sheet: CalamineSheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Every place in a merged range but the first, with the first."""
    found = {}
    for first, last in sheet.merged_cell_ranges or []:
        size = (last[0] - first[0] + 1) * (last[1] - first[1] + 1)
        if size > CELL_LIMIT:
            continue
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                found[row, column] = first
        del found[first]
    return found


def _rows(raw: Raw, grid: Grid, shape: _Shape) -> None:
    seen: dict[tuple[int, int], Cell] = {}
    owners = frozenset(shape.merged.values())
    columns = [
        column
        for column in range(len(grid[0]) if grid else 0)
        if column not in shape.hidden.columns
    ]
    found = []
    for row, values in enumerate(grid):
        if row in shape.hidden.rows or not any(value != "" for value in values):
            continue
        cells = []
        for column in columns:
            cell = _cell(raw, shape, (row, column), values[column], seen)
            if (row, column) in owners:
                seen[row, column] = Cell(cell.text, cell.lines, repeated=True)
            cells.append(cell)
        found.append(Row(tuple(cells), shape.number))
    raw.blocks.extend(laid_out(found))


def _cell(
    raw: Raw,
    shape: _Shape,
    at: tuple[int, int],
    value: Value,
    seen: dict[tuple[int, int], Cell],
) -> Cell:
    owner = shape.merged.get(at)
    if owner is not None and owner in seen:
        return seen[owner]
    text = _text(value)
    return Cell(text, (raw.line(text, _place(shape.name, *at)),))


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
