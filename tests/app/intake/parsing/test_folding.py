"""Lines that were broken hard at one width are put together; others are left as they are."""

from pathlib import Path

from app.intake.parsing.folding import unfolded
from app.intake.parsing.lines import Block, Paragraph
from tests.app.intake.parsing.sheets import adds_up, read_text

LIST = """清江市整改任务清单
1.老城区污水管网混接严重,雨天溢流频
繁,群众反映强烈,且长期未得到有效解决
。
责任单位:市水务局、市住建局,白石县人
民政府、各县(市、区)人民政府
整改时限:2026年6月底前
整改措施:
(1)排查老城区管网,形成清单,2025年6
月底前完成。(责任单位:市水务局;完成
时限:2025年6月底前)
(2)改造混接点。
"""


def test_full_lines_go_on_in_the_next(tmp_path: Path) -> None:
    document = read_text(tmp_path, LIST)

    (item,) = document.items
    assert item.problem == "老城区污水管网混接严重,雨天溢流频繁,群众反映强烈,且长期未得到有效解决。"
    assert item.responsible_units == [
        "市水务局", "市住建局", "白石县人民政府", "各县(市、区)人民政府",
    ]  # fmt: skip
    assert [measure.units for measure in item.measures] == [("市水务局",), ()]
    assert adds_up(document)


def test_lines_of_many_widths_are_no_folded_text() -> None:
    blocks: list[Block] = [
        Paragraph(text, (place,))
        for place, text in enumerate(("一", "二三四", "五六七八九", "十。"), start=1)
    ]
    assert unfolded(blocks) is None


def test_a_line_keeps_its_numbers() -> None:
    blocks: list[Block] = [
        Paragraph("河道" * 10, (1,)),
        Paragraph("治理" * 10, (2,)),
        Paragraph("淤积" * 10, (3,)),
        Paragraph("完成。", (4,)),
    ]
    (whole,) = unfolded(blocks) or []
    assert whole.lines == (1, 2, 3, 4)


def test_a_repeated_paragraph_is_known_when_it_is_whole_again(tmp_path: Path) -> None:
    text = LIST.replace(
        "责任单位:市水务局、市住建局,白石县人\n民政府、各县(市、区)人民政府\n",
        "责任单位:市水务局、市住建局,白石县人\n民政府、各县(市、区)人民政府\n" * 2,
    )
    document = read_text(tmp_path, text)

    assert len(document.items) == 1
    assert [mark.label for mark in document.marks.values()].count("duplicate") == 2


def test_labels_of_one_length_are_no_folded_text(tmp_path: Path) -> None:
    text = "".join(
        f"{place}.河道淤积严重。\n责任单位:市水务局等部门\n整改时限:2026年6月底\n"
        for place in range(1, 6)
    )
    document = read_text(tmp_path, text)

    assert {item.problem for item in document.items} == {"河道淤积严重。"}
    assert len(document.items) == 5
