"""Progress and state where a table has a column of each."""

from pathlib import Path

import pytest

from app.intake.parsing.document import parse_file


@pytest.mark.parametrize(
    ("cells", "progress", "status"),
    [
        ("清淤2.4公里，完成75%|达到序时进度", "清淤2.4公里，完成75%", "on_schedule"),
        ("主体封顶|未达到序时进度", "主体封顶", "behind_schedule"),
        ("全部清零|已完成", "全部清零", "completed"),
        ("清运完毕|罚款2万元，约谈1人，移送公安", "清运完毕罚款2万元，约谈1人，移送公安", None),
    ],
)
def test_a_column_of_states_is_no_progress(
    tmp_path: Path, cells: str, progress: str, status: str | None
) -> None:
    file = tmp_path / "list.txt"
    head = "编号|整改任务|责任单位|完成时限|目前进展|完成情况"
    file.write_text(f"{head}\n1|河道返黑|市水务局|2026年6月底|{cells}\n", encoding="utf-8")
    (item,) = parse_file(file).items

    assert (item.progress, item.status) == (progress, status)


def test_a_first_clause_that_says_all_is_done_says_so_of_the_whole(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(
        "1.河道返黑。\n责任单位：市水务局\n整改时限：2025年底\n进展情况：已全部完成，9月20日通过验收\n"
        "2.工地扬尘。\n责任单位：市住建局\n整改时限：2025年底\n进展情况：已完成8个工地，其余正在推进\n",
        encoding="utf-8",
    )

    assert [item.status for item in parse_file(file).items] == ["completed", None]
