import pytest

from app.intake.parsing.tables import read_number


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("8", "8"), ("八", "8"), ("(3)", "3"), ("（十二）", "12"), ("17-3", "17-3"),
        ("1-(2)", "1-(2)"), ("JSP-07", "JSP-07"), ("一-(二)-3", "3"), ("12号", "12"),
        ("第3批-2", "第3批-2"),
    ],
)  # fmt: skip
def test_a_number_cell_keeps_all_of_its_number(cell, number):
    assert read_number(cell) == (number, ())


def test_numbers_of_other_lists_stand_in_brackets():
    assert read_number("序号8(市序号9)") == ("8", (("city", "9"),))
