import pytest

from app.intake.parsing.lines import Paragraph
from app.intake.parsing.severals import apart


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "任务1:焚烧 责任单位:各乡镇 时限:长期坚持 任务2:油气 责任单位:县商务局",
            ["任务1:焚烧", "任务2:油气"],
        ),
        (
            "1.垃圾。责任单位:甲局;措施:1.清运 2.巡查。2.漂浮物。责任单位:乙局;措施:1.打捞",
            ["1.垃圾。", "2.漂浮物"],
        ),
        (
            "问题:垃圾 责任单位:甲局 时限:长期 问题:漂浮物 责任单位:乙局 时限:长期",
            ["问题:垃圾", "问题:漂浮"],
        ),
        ("1.垃圾乱堆。责任单位:甲局;整改措施:1.清运垃圾;2.加强巡查;3.配齐设施。", ["1.垃圾乱"]),
        ("任务1:与任务2:同步推进的垃圾治理 责任单位:县城管局", ["任务1:与"]),
    ],
)
def test_a_paragraph_of_several_tasks_is_cut_where_each_begins(text: str, heads: list[str]) -> None:
    parts = apart(Paragraph(text, (7,)))

    assert [part.text[: len(head)] for part, head in zip(parts, heads, strict=True)] == heads
    assert {part.lines for part in parts} == {(7,)}
    assert "".join(part.text for part in parts).replace(" ", "") == text.replace(" ", "")
