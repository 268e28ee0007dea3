from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.lines import Row
from app.intake.parsing.reading import looks as module
from app.intake.parsing.reading.files import read_file
from tests.app.intake.parsing.sheets import sheet, workbook


def rows(file: Path) -> list[list[str]]:
    found = read_file(file, file.name).blocks
    return [[cell.text for cell in row.cells] for row in found if isinstance(row, Row)]


def test_values_become_text_as_a_person_would_write_them(tmp_path: Path) -> None:
    file = sheet(tmp_path, [["文", 3.0, 0.42, True], [], ["换\n行", 45657, "", False]])

    assert rows(file) == [["文", "3", "0.42", "是"], ["换\n行", "45657", "", "否"]]


def test_dates_are_written_as_dates(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        page = book.add_worksheet()
        page.write_datetime(0, 0, date(2026, 6, 30), book.add_format({"num_format": "yyyy-mm-dd"}))
        page.write(0, 1, "甲")

    assert rows(workbook(tmp_path, build)) == [["2026-06-30", "甲"]]


def test_merged_cells_are_one_line_seen_from_every_place(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        page = book.add_worksheet("清单")
        page.write_row("A1", ["要素", "县", "市"])
        page.merge_range("A2:A3", "水")
        page.write_row("B2", ["甲", "乙"])
        page.write_row("B3", ["丙", "丁"])

    file = workbook(tmp_path, build)
    assert rows(file)[1:] == [["水", "甲", "乙"], ["水", "丙", "丁"]]
    source = read_file(file, file.name)
    assert "".join(line.text for line in source.lines.values()) == "要素县市水甲乙丙丁"
    assert source.lines[5].place == "清单!B2"
    assert source.blocks[2].cells[0].repeated


def test_hidden_rows_columns_and_sheets_are_reported_and_not_read(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        page = book.add_worksheet("清单")
        for place in range(4):
            page.write_row(place, 0, [f"{place}a", f"{place}b", f"{place}c"])
        page.set_row(1, None, None, {"hidden": True})
        page.set_column("B:B", None, None, {"hidden": True})
        book.add_worksheet("底稿").hide()

    file = workbook(tmp_path, build)
    assert rows(file) == [["0a", "0c"], ["2a", "2c"], ["3a", "3c"]]
    remarks = read_file(file, file.name).remarks
    assert [(remark.code, remark.text) for remark in remarks] == [
        ("hidden", "清单"),
        ("hidden", "底稿"),
    ]


def test_columns_beyond_z_are_named(tmp_path: Path) -> None:
    file = sheet(tmp_path, [[f"{place}" for place in range(30)]])

    assert read_file(file, file.name).lines[28].place == "清单!AB1"


def test_a_sheet_of_too_many_cells_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CELL_LIMIT", 3)

    with pytest.raises(UnreadableFile, match="清单"):
        read_file(file := sheet(tmp_path, [["a", "b"], ["c", "d"]]), file.name)
