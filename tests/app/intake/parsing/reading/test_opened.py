"""Workbooks of the open format, packed by hand: merged, repeated, hidden, dates and percents."""

from pathlib import Path

import pytest

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.lines import Row, Source
from app.intake.parsing.reading.files import read_file
from tests.app.intake.hostile import ods_cell, opened
from tests.app.intake.parsing.sheets import archive


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def source(tmp_path: Path, content: bytes) -> Source:
    file = tmp_path / "list.ods"
    file.write_bytes(content)
    return read_file(file, file.name)


def rows(found: Source) -> list[list[str]]:
    return [[cell.text for cell in each.cells] for each in found.blocks if isinstance(each, Row)]


def test_merged_repeated_and_shown_values_are_read(tmp_path: Path) -> None:
    merged = (
        '<table:table-cell table:number-rows-spanned="2"><text:p>水</text:p></table:table-cell>'
    )
    percent = (
        '<table:table-cell office:value-type="percentage" office:value="0.525">'
        "<text:p>52.5%</text:p></table:table-cell>"
    )
    day = (
        '<table:table-cell office:date-value="2026-06-30T00:00:00"><text:p>26/6/30</text:p>'
        "</table:table-cell>"
    )
    note = (
        "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation>"
        '<text:p>管<text:span>网</text:span><text:s text:c="2"/>混接</text:p><text:p>严重</text:p>'
        "</table:table-cell>"
    )
    found = source(
        tmp_path,
        opened(
            row(ods_cell("序号"), ods_cell("甲", 2), '<table:table-cell table:number-columns-'
                'repeated="16000"/>')
            + row(merged, percent, day)
            + row("<table:covered-table-cell/>", note, ods_cell("乙"))
            + row("<table:table-cell/>", more=' table:number-rows-repeated="900000"')
            + row(ods_cell("末"), ods_cell("尾"))
        ),
    )  # fmt: skip
    assert rows(found) == [
        ["序号", "甲", "甲"],
        ["水", "52.5%", "2026-06-30"],
        ["水", "管网  混接\n严重", "乙"],
        ["末", "尾", ""],
    ]
    assert found.lines[9].place == "清单!A900004"


def test_hidden_rows_and_columns_are_reported_and_not_read(tmp_path: Path) -> None:
    columns = (
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        "<table:table-column/>"
    )
    filtered = ' table:visibility="filter"'
    cells = [ods_cell(text) for text in "甲乙丙"]
    found = source(tmp_path, opened(columns + row(*cells) + row(*cells, more=filtered)))

    assert rows(found) == [["甲", "丙"]]
    assert [(remark.code, remark.text) for remark in found.remarks] == [("hidden", "清单")]


def test_an_open_text_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="已损坏"):
        source(tmp_path, archive({"mimetype": b"x", "content.xml": b"<x/>"}))
