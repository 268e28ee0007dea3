"""Dates and numbers of articles measure nothing; phrases are no figures."""

import pytest

from app.pointers.parsing.figures import figures, is_quantified, only_vague


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("11月20日前完成3处，日处理1.2万吨", {"3", "1.2"}),
        ("2026年11月第2批第3项，14:30到场", set()),
        ("拆除两家砂场，清理十二处", {"两", "十二"}),
    ],
)
def test_figures_are_told_from_dates(text, found):
    assert figures(text) == found


def test_phrases_without_a_figure():
    assert only_vague("高度重视，压实责任，已加强巡查，持续推进整改。")
    assert not only_vague("持续推进整改，已改造12处。")
    assert not only_vague("北段管道闭水试验合格。")
    assert is_quantified("清洁取暖率达到52%以上")
    assert not is_quantified("2026年底前完成整改")
