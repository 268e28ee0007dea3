"""Templates say how to fill them in, and hold nothing that a reader takes for a row."""

from io import BytesIO

import openpyxl
import pytest

from app.intake.operations.exporting import write_template
from app.intake.parsing.cases.counts import count_key
from app.intake.parsing.cases.labels import CaseField, case_field
from app.intake.parsing.document import parse_file
from app.intake.parsing.labels import Field, field_of
from app.intake.snapshot.case_columns import CASES
from app.intake.snapshot.task_columns import TASKS

BOOKS = pytest.mark.parametrize("book", [TASKS, CASES], ids=lambda book: book.kind)


def written(book):
    stream = BytesIO()
    write_template(stream, book)
    stream.seek(0)
    return openpyxl.load_workbook(stream)


@BOOKS
def test_a_template_has_a_frozen_head_lists_and_an_explanation(city, book):
    made = written(book)
    sheet, explanation = made.worksheets
    assert (sheet.title, explanation.title) == (book.sheet, "填写说明")
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == [column.label for column in book.columns]
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert len(lists) == sum(bool(column.choices) for column in book.columns)
    told = [[cell.value for cell in row] for row in explanation.iter_rows(min_row=2)]
    assert [row[0] for row in told[: len(book.columns)]] == [each.label for each in book.columns]
    assert [bool(row[1]) for row in told[: len(book.columns)]] == [
        column.required for column in book.columns
    ]
    assert "清江市水务局" in [row[2] for row in told]


def test_every_label_is_one_that_the_reader_knows():
    assert all(field_of(column.label) not in (None, Field.OTHER) for column in TASKS.columns)
    for column in CASES.columns:
        known = case_field(column.label)
        assert known is not None or count_key(column.label) is not None, column.label
        assert known is not CaseField.OTHER or count_key(column.label) == column.key


@BOOKS
def test_an_empty_template_is_read_and_says_where_to_begin(tmp_path, city, book):
    file = tmp_path / "模板.xlsx"
    with file.open("wb") as stream:
        write_template(stream, book)
    document = parse_file(file)
    assert document.items == ()
    assert document.kind == {"tasks": "plan", "cases": "cases"}[book.kind]
    assert not document.coverage["unexplained"]
    assert any("请从表头的下一行填起" in finding.message for finding in document.findings)
