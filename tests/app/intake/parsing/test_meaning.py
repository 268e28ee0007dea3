"""Columns that mean something else in the company of others."""

from pathlib import Path

from app.intake.parsing.document import parse_file

HEADER = "编号|反馈问题|整改措施|措施责任单位|完成时限|责任单位|整改时限"
ROWS = (
    "1|河道返黑|排查排污口|甲县政府|2025年9月底|市水务局|2026年底",
    "2|工地扬尘|加密检查|市住建局|2025年6月底|市住建局|2025年底",
)


def test_of_two_deadlines_the_one_behind_the_measures_is_theirs(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("\n".join((HEADER, *ROWS, "合计：2项")), encoding="utf-8")
    document = parse_file(file)

    assert [
        (str(item.deadline and item.deadline.due_on), str(measure.deadline.due_on))
        for item in document.items
        for measure in item.measures
        if measure.deadline
    ] == [("2026-12-31", "2025-09-30"), ("2025-12-31", "2025-06-30")]
    assert document.coverage["unexplained"] == 0
    assert document.marks[4].label == "total"


def test_a_number_over_the_whole_width_begins_the_next_form(tmp_path: Path) -> None:
    rows = [
        cells
        for number, problem in (("一", "油烟直排"), ("二", "工地扬尘"))
        for cells in (
            (f"任务{number}",),
            ("存在问题", problem),
            ("责任单位", "市城管局"),
            ("整改时限", "2025年9月底"),
            ("进展情况", "正在推进"),
        )
    ]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in rows)
    file = tmp_path / "forms.html"
    file.write_text(f"<html><body><table>{table}</table></body></html>", encoding="utf-8")

    assert [(item.number, item.problem, item.progress) for item in parse_file(file).items] == [
        ("1", "油烟直排", "正在推进"),
        ("2", "工地扬尘", "正在推进"),
    ]
