# ruff: noqa: E501  # texts of documents stand here as they are printed

from app.intake import operations
from app.intake.drafts import Answer
from app.tasks.queries import tasks_of_list
from app.tasks.snapshot import particulars_of
from tests.app.intake.conftest import Take
from tests.factories.city import City

SHEET = """清江市整改进展情况表
序号\t问题\t责任单位\t督导单位\t整改时限\t包案领导\t责任人\t进展情况\t完成比例\t预警灯\t存在困难\t下步措施\t备注
1\t老城区管网混接\t清江市水务局\t清江市住建局\t2026年12月底前（原时限2025年底前）\t副市长 周某某\t清江市水务局 吴某某\t已改造混接点12处\t60%\t黄灯\t征地未完成\t加快二期施工\t与第一轮第9项合并
"""
SITES = """清江市整改任务清单
序号\t问题\t点位名称\t责任单位\t督导单位\t整改时限
1\t河道垃圾堆积\t东门桥下\t清江市水务局\t清江市住建局\t2026年6月底前
1\t河道垃圾堆积\t南门渡口\t清江市水务局\t清江市住建局\t2026年9月底前
"""


def test_what_a_progress_sheet_says_beyond_the_columns_is_staged_and_kept(
    take: Take, city: City
) -> None:
    document = take(SHEET)
    fields = document.rows[0].fields
    said = {"people", "progress", "percent", "lamp", "difficulty", "next_step"}
    assert said <= fields.keys()
    assert all(fields[name]["lines"] == [3] and fields[name]["doubts"] == [] for name in said)
    operations.confirm(document, city.office)

    task = tasks_of_list(city.list.id)[0]
    assert task.particulars is not None
    assert task.particulars["progress"] == "已改造混接点12处"
    assert (task.particulars["percent"], task.particulars["lamp"]) == ("60%", "yellow")
    assert task.particulars["difficulty"] == "征地未完成"
    assert task.particulars["next_step"] == "加快二期施工"
    assert {person["name"] for person in task.particulars["people"]} == {"周某某", "吴某某"}
    assert "第一轮第9项" in str(task.particulars)
    assert str(task.due_on) == "2026-12-31"
    assert str(task.original_due_on) == "2025-12-31"


def test_sites_are_kept_with_the_lines_that_name_them(take: Take, city: City) -> None:
    document = take(SITES)
    (row,) = document.rows
    assert row.fields["sites"]["lines"] == [3, 4]
    if row.doubts:
        operations.settle(row, ("deadline", ""), Answer(typed="2026-09-30"), city.office)
    operations.confirm(document, city.office)

    task = tasks_of_list(city.list.id)[0]
    assert [site.name for site in task.sites] == ["东门桥下", "南门渡口"]
    assert task.source is not None
    assert task.source["lines"]["sites"] == [3, 4]


def test_an_indicator_leads_to_the_line_that_sets_it(take: Take, city: City) -> None:
    document = take(
        "整改清单\n1.污泥处置不规范。\n责任单位:清江市水务局\n督导单位:清江市住建局\n整改时限:2026年底前\n"
        "整改目标:污泥规范处置率达到95%以上。\n整改措施:加强监管。\n"
    )
    indicators = document.rows[0].fields["indicators"]
    assert [(each["name"], each["value"]) for each in indicators["value"]] == [
        ("污泥规范处置率", 95)
    ]
    assert indicators["lines"] == [6]
    operations.confirm(document, city.office)
    assert particulars_of(tasks_of_list(city.list.id)[0])["indicators"] == indicators["value"]
