from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt

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


def test_a_number_in_percent_is_read_as_it_is_shown(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        page = book.add_worksheet()
        for row, form in enumerate(("0%", "0.0%", "0.00", "[Red]0.0%")):
            page.write(row, 0, 0.525, book.add_format({"num_format": form}))
        page.write(4, 0, 1)

    assert rows(workbook(tmp_path, build)) == []
    texts = [line.text for line in read_file(tmp_path / "list.xlsx", "x").lines.values()]
    assert texts == ["52.5%", "52.5%", "0.525", "52.5%", "1"]


def test_a_merged_cell_whose_first_row_is_hidden_is_still_read(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        page = book.add_worksheet()
        page.merge_range("A1:A3", "水")
        for row, text in enumerate("甲乙丙"):
            page.write(row, 1, text)
        page.set_row(0, None, None, {"hidden": True})

    assert rows(workbook(tmp_path, build)) == [["水", "乙"], ["水", "丙"]]


def test_an_old_workbook_is_read_with_its_merged_and_without_its_hidden_cells(
    tmp_path: Path,
) -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("清单")
    for row in range(4):
        for column in range(4):
            if (row, column) not in ((1, 0), (2, 0)):
                page.write(row, column, f"{row}{column}")
    page.write_merge(1, 2, 0, 0, "水")
    page.write(4, 0, 45657, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    page.write(4, 1, 3.0)
    page.row(3).hidden = page.col(2).hidden = True
    hidden = book.add_sheet("底稿")
    hidden.visibility = 1
    book.save(str(file := tmp_path / "清单.et"))

    assert rows(file) == [
        ["00", "01", "03"],
        ["水", "11", "13"],
        ["水", "21", "23"],
        ["2024-12-31", "3", ""],
    ]
    assert [remark.text for remark in read_file(file, "x").remarks] == ["清单", "底稿"]


def test_a_formula_that_nothing_worked_out_is_told_and_not_lost(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["编号", "问题", "整改措施"])
    book.active.append(["1", "管网混接", '=1&"处"'])
    file = tmp_path / "清单.xlsx"
    book.save(file)
    source = read_file(file, file.name)

    assert source.lines[6].text == '=1&"处"'
    assert [(remark.line, remark.code) for remark in source.remarks] == [(6, "failed-formula")]
