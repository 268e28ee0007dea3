"""Workbooks of Excel and WPS, new and old, to rows."""

import io
from collections.abc import Mapping
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
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.grid import Grid, add_sheet, report_hidden
from app.intake.parsing.reading.looks import Looks, Sheet, check_size, merged_places
from app.intake.parsing.reading.looks_new import looks_in_parts
from app.intake.parsing.reading.looks_old import looks_in_records
from app.wording import N_

PACKED: Final = b"PK"


def read_sheets(data: bytes) -> Raw:
    """Read every visible sheet; hidden ones are named and left out."""
    raw = Raw()
    looks = looks_in_parts(data) if data.startswith(PACKED) else looks_in_records(data)
    try:
        _read(raw, CalamineWorkbook.from_filelike(io.BytesIO(data)), looks)
    except PasswordError as error:
        raise UnreadableFile(N_("文件已加密，无法读取；请取消密码后再上传")) from error
    except (CalamineError, ValueError, OSError) as error:
        raise damaged() from error
    return raw


def _read(raw: Raw, workbook: CalamineWorkbook, looks: Mapping[str, Looks]) -> None:
    for index, meta in enumerate(workbook.sheets_metadata):
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        if meta.visible is not SheetVisibleEnum.Visible:
            report_hidden(raw, meta.name, N_("工作表是隐藏的，没有读入；需要时请取消隐藏"))
            continue
        sheet = Sheet(meta.name, index + 1, looks.get(meta.name, Looks()))
        _sheet(raw, workbook.get_sheet_by_index(index), sheet)


def _sheet(raw: Raw, found: CalamineSheet, sheet: Sheet) -> None:
    last_row, last_column = found.end or (0, 0)
    rows, columns = last_row + 1, last_column + 1
    check_size(sheet.name, rows, columns)
    grid: Grid = found.to_python(skip_empty_area=False)
    sheet.merged = merged_places(found.merged_cell_ranges or [], rows, columns)
    add_sheet(raw, grid, sheet)
