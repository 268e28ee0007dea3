from app.intake.parsing.lines import Cell, Paragraph, Row
from app.intake.parsing.reading.layout import laid_out


def row(number: int, *texts: str, merged: bool = False) -> Row:
    cells = [Cell(text, (number,)) for text in texts]
    return Row((*cells, *[Cell(texts[0], (number,), repeated=True)] * merged), 1)


def test_what_stands_alone_above_and_below_a_table_is_prose() -> None:
    table = [row(2, "编号", "问题"), row(3, "水方面", ""), row(4, "1", "管网混接")]
    found = list(laid_out([row(1, "清单", merged=True), *table, row(5, "", "注:甲\n乙")]))

    assert found[1:4] == table
    assert [found[0], *found[4:]] == [
        Paragraph("清单", (1,)),
        Paragraph("注:甲", (5,)),
        Paragraph("乙", (5,)),
    ]


def test_a_sheet_of_one_column_is_prose() -> None:
    found = list(laid_out([row(1, "一、水方面"), row(2, "(一)管网"), row(3, "")]))

    assert found == [Paragraph("一、水方面", (1,)), Paragraph("(一)管网", (2,))]
