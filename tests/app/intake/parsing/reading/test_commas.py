import pytest

from app.intake.parsing.reading.commas import records_of


def cells(text: str) -> list[tuple[str, ...]] | None:
    records = records_of(text.split("\n"))
    return None if records is None else [record.cells for record in records]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_header_of_known_columns_makes_a_table(delimiter: str) -> None:
    text = "编号,问题,责任单位\n1,管网混接,市水务局".replace(",", delimiter)

    assert cells(text) == [("编号", "问题", "责任单位"), ("1", "管网混接", "市水务局")]


def test_columns_of_petition_cases_are_known_too() -> None:
    assert cells("受理编号,行政区域,是否属实\nX1,甲县,属实") is not None


def test_a_quoted_cell_keeps_commas_quotes_and_line_ends() -> None:
    records = records_of(["编号,问题,责任单位", '1,"管网,', '混接""甲""",水务局'])

    assert records is not None
    assert records[1].cells == ("1", '管网,\n混接"甲"', "水务局")
    assert (records[1].first, records[1].end) == (1, 3)


def test_one_column_that_a_program_quoted_is_a_table() -> None:
    assert cells('一、水方面\n"1.管网混接,污水入河""三湖"""') == [
        ("一、水方面",),
        ('1.管网混接,污水入河"三湖"',),
    ]


def test_lines_filled_up_with_commas_and_rows_of_figures_are_tables() -> None:
    assert cells("清单,,\n子项,丁项,戊项\n甲,乙,丙") is not None
    assert cells("区域,甲,乙\n松湾区,3,4\n禾川区,5,12\n合计,8,16") is not None


@pytest.mark.parametrize(
    "text",
    [
        "部分县区把关不严,未批先建,问题突出。\n责任单位:市水务局,市住建局",
        '对3次以上投诉点位实行"一点一档",逐个销号。\n加强监管,严格执法。',
        "甲,乙,丙\n丁,戊",
        "",
    ],
)
def test_prose_has_commas_too(text: str) -> None:
    assert cells(text) is None
