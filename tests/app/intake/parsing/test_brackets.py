import pytest

from app.intake.parsing.brackets import without_bracket
from app.intake.parsing.labels import Field


@pytest.mark.parametrize(
    ("text", "body", "said"),
    [
        (
            "封场（责任单位：县住建局；时限：2023年7月底）。",
            "封场。",
            {Field.RESPONSIBLE: "县住建局", Field.DEADLINE: "2023年7月底"},
        ),
        (
            "封场（县住建局负责，2023年11月底前完成）。",
            "封场。",
            {Field.RESPONSIBLE: "县住建局负责", Field.DEADLINE: "2023年11月底前完成"},
        ),
        (
            "苫盖（各石料厂负责，2023年8月底前）",
            "苫盖",
            {Field.RESPONSIBLE: "各石料厂负责", Field.DEADLINE: "2023年8月底前"},
        ),
        ("巡查（长期坚持）", "巡查", {Field.DEADLINE: "长期坚持"}),
        ("建成处理厂(3万吨/日)", "建成处理厂(3万吨/日)", {}),
        ("清理河道（含支流，共12公里）。", "清理河道（含支流，共12公里）。", {}),
    ],
)
def test_a_bracket_says_who_and_when_or_belongs_to_the_text(
    text: str, body: str, said: dict[Field, str]
) -> None:
    rest, pieces = without_bracket(text)

    assert rest == body
    assert {piece.field: piece.text for piece in pieces} == said
