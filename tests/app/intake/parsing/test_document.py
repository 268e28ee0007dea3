"""Families of plan lists: each laid out another way, all of our own invention."""

# ruff: noqa: E501  # texts of documents stand here as they are printed

from pathlib import Path
from typing import Any

import pytest

from app.intake.parsing.document import parse_file
from app.intake.parsing.result import ParsedItem
from tests.app.intake.papers import PLAN
from tests.app.intake.parsing.sheets import (
    adds_up,
    in_list,
    numbered,
    read_text,
    sheet,
    word,
    workbook,
)


def items(tmp_path: Path, text: str, **options: Any) -> list[ParsedItem]:
    document = read_text(tmp_path, text, **options)
    assert adds_up(document)
    return list(document.items)


def due(item: ParsedItem) -> str | None:
    assert item.deadline is not None
    return item.deadline.due_on and item.deadline.due_on.isoformat()


def test_headings_labels_and_measures_of_the_classic_list(tmp_path: Path) -> None:
    document = read_text(tmp_path, PLAN)
    first, second, third = document.items

    assert document.kind == "plan"
    assert document.title == "清江市贯彻落实第二轮督察反馈意见整改任务清单"
    assert (first.number, first.aspect, first.category) == ("1", "水环境方面", "污水收集不足")
    assert (third.number, third.aspect, third.category) == ("3", "面源污染方面", "乡镇治理滞后")
    assert first.problem == "老城区污水管网混接。雨天溢流频繁。"
    assert first.responsible_units == ["市水务局"]
    assert first.supervising_units == ["市住建局"]
    assert due(first) == "2026-12-31"
    assert first.target == "管网混接全部改造。"
    assert [(measure.text, measure.deadline is not None) for measure in first.measures] == [
        ("排查管网,2025年6月底前完成。", True),
        ("改造混接点。", False),
    ]
    assert [measure.text for measure in second.measures] == ["加强监管。"]
    assert second.deadline is not None
    assert (second.deadline.immediate, second.deadline.sustained) == (True, True)
    assert first.source == (5, 12)
    assert adds_up(document)
    assert document.coverage["unexplained"] == 0


LABELS = [
    ("责任单位:", "整改时限:"),
    ("责任单位：", "整改时限："),
    ("责 任 单 位：", "整改期限 ："),
    ("【责任单位】", "【完成时限】"),
    ("[责任单位]", "[整改时限]"),
    ("整改责任单位:", "时限:"),
    ("责任主体:", "完成时间:"),
    ("整改实施主体:", "整改完成时限:"),
    ("承办单位∶", "办结时限∶"),
]


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("joint", ["\n", "；", " ", "\t"])
def test_labels_are_known_by_their_words(tmp_path: Path, labels: Any, joint: str) -> None:
    units, deadline = labels
    text = "".join(
        f"{number}.河道{number}垃圾堆积。\n{units}市水务局、市城管局{joint}{deadline}2026年6月底前\n"
        for number in (1, 2)
    )
    if joint == "\t":
        text = text.replace("\t", "；")
    found = items(tmp_path, text)

    assert [item.responsible_units for item in found] == [["市水务局", "市城管局"]] * 2
    assert [due(item) for item in found] == ["2026-06-30"] * 2
    assert [item.problem for item in found] == ["河道1垃圾堆积。", "河道2垃圾堆积。"]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("1.", "2.", ["1", "2"]),
        ("1、", "2、", ["1", "2"]),
        ("(一)", "(二)", ["1", "2"]),
        ("一、", "二、", ["1", "2"]),
        ("（１）", "（２）", ["1", "2"]),
        ("问题一：", "问题二：", ["1", "2"]),
        ("任务7:", "任务8:", ["7", "8"]),
        ("序号二十三 ", "序号二十四 ", ["23", "24"]),
        ("第16项 ", "第17项 ", ["16", "17"]),
        ("【问题一】", "【问题二】", ["1", "2"]),
    ],
)
def test_any_numbering_may_begin_the_items(
    tmp_path: Path, first: str, second: str, numbers: list[str]
) -> None:
    body = "责任单位:市水务局\n整改时限:长期坚持\n整改措施:①清淤;②截污。\n"
    found = items(tmp_path, f"{first}河道淤积。\n{body}{second}堤防破损。\n{body}")

    assert [item.number for item in found] == numbers
    assert [item.problem for item in found] == ["河道淤积。", "堤防破损。"]
    assert [[measure.text for measure in item.measures] for item in found] == [
        ["清淤", "截污。"]
    ] * 2


def test_measures_numbered_like_the_items_stay_with_their_item(tmp_path: Path) -> None:
    text = (
        "3.河道淤积。\n责任单位:市水务局\n整改措施:\n1.清淤。\n2.截污。\n3.绿化。\n"
        "4.堤防破损。\n责任单位:市水务局\n整改措施:\n1.加固。\n"
    )
    found = items(tmp_path, text)

    assert [item.number for item in found] == ["3", "4"]
    assert [len(item.measures) for item in found] == [3, 1]


def test_outer_numbers_under_a_measures_label_are_measures(tmp_path: Path) -> None:
    text = "1.河道淤积。\n责任单位:市水务局\n整改措施:\n(一)清淤。\n(二)截污。\n2.堤防破损。\n责任单位:市水务局\n"
    found = items(tmp_path, text)

    assert [item.number for item in found] == ["1", "2"]
    assert [measure.text for measure in found[0].measures] == ["清淤。", "截污。"]


def test_whole_items_in_one_line_and_numbers_of_other_levels(tmp_path: Path) -> None:
    text = (
        "序号8(市序号9、省序号二十三) 信访办理不及时。责任单位:县信访局;整改时限:长期坚持\n"
        "措施17-3 安装监控。责任单位:县水务局;整改时限:2026年年底\n"
        "一-(二)-3 断面返劣。责任单位:县水务局;整改时限:立行立改\n"
    )
    found = items(tmp_path, text)

    assert [item.number for item in found] == ["8", "17-3", "3"]
    assert found[0].other_numbers == [
        {"level": "city", "number": "9"},
        {"level": "province", "number": "23"},
    ]


def test_measures_with_their_own_units_and_dates(tmp_path: Path) -> None:
    text = (
        "任务17:园区污水处理滞后。\n牵头单位:开发区管委会\n总体时限:2026年12月31日前\n"
        "措施17-1:排查管网。责任单位:市水务局;时限:2025年6月底前\n"
        "措施17-2:扩建(3万吨/日)。责任单位:市住建局;时限:长期坚持\n"
    )
    (item,) = items(tmp_path, text)

    assert item.number == "17"
    assert [measure.text for measure in item.measures] == ["排查管网。", "扩建(3万吨/日)。"]
    assert [measure.units for measure in item.measures] == [("市水务局",), ("市住建局",)]
    assert item.measures[0].deadline is not None
    assert str(item.measures[0].deadline.due_on) == "2025-06-30"


def test_trailing_brackets_of_a_measure_become_its_fields(tmp_path: Path) -> None:
    text = "1.河道淤积。\n责任单位:市水务局\n整改措施:(1)清淤(责任单位:县水务局;时限:2025年底前)。(2)巡查。(长期坚持)\n"
    (item,) = items(tmp_path, text)

    assert [measure.text for measure in item.measures] == ["清淤。", "巡查。"]
    assert item.measures[0].units == ("县水务局",)
    assert item.measures[1].deadline is not None
    assert item.measures[1].deadline.sustained


@pytest.mark.parametrize("cut", ["|", "\t", " | ", ","])
def test_tables_are_read_by_the_names_of_their_columns(tmp_path: Path, cut: str) -> None:
    header = ["问题序号", "具体内容", "整改目标", "整改措施", "完成情况", "责任 单位", "完成 时限"]
    row = [
        "序号6(市序号7)",
        "设施停用",
        "恢复运行",
        "1、检修。 2、巡查。",
        "已完成",
        "县住建局",
        "2026年6月底前",
    ]
    (item,) = items(tmp_path, f"{cut.join(header)}\n{cut.join(row)}\n")

    assert (item.number, item.other_numbers) == ("6", [{"level": "city", "number": "7"}])
    assert (item.problem, item.target, item.status) == ("设施停用", "恢复运行", "completed")
    assert [measure.text for measure in item.measures] == ["检修。", "巡查。"]
    assert item.responsible_units == ["县住建局"]
    assert due(item) == "2026-06-30"


def test_group_rows_and_repeated_headers_inside_a_table(tmp_path: Path) -> None:
    head = "序号\t问题\t责任单位\t整改时限\n"
    text = (
        f"{head}一、水环境方面\n(一)收集不足\n1\t混接\t市水务局\t长期坚持\n{head}"
        "二、大气方面\n2\t扬尘\t市住建局\t45657\n合计\t\t2\t\n"
    )
    first, second = items(tmp_path, text)

    assert (first.aspect, first.category) == ("水环境方面", "收集不足")
    assert (second.aspect, second.category) == ("大气方面", None)
    assert due(second) == "2024-12-31"


def test_aspect_and_category_are_filled_down_in_pasted_tables(tmp_path: Path) -> None:
    text = (
        "序号\t方面\t类别\t问题\t责任单位\n1\t水\t污水\t甲\t市水务局\n2\t\t\t乙\t\n3\t气\t\t丙\t\n"
    )
    found = items(tmp_path, text)

    assert [(item.aspect, item.category) for item in found] == [
        ("水", "污水"),
        ("水", "污水"),
        ("气", None),
    ]
    assert found[1].responsible_units == []


def test_a_missing_column_is_told_with_its_line(tmp_path: Path) -> None:
    document = read_text(tmp_path, "清单\n序号|问题|整改目标\n1|甲|乙\n")

    told = [finding for finding in document.findings if finding.code == "missing-column"]
    assert [(finding.line, finding.message[:12]) for finding in told] == [
        (2, "表头缺少“责任单位”一列"),
        (2, "表头缺少“整改时限”一列"),
    ]


def test_rows_without_a_header_are_read_by_what_they_look_like(tmp_path: Path) -> None:
    text = "1|取水口无计量|立行立改类|责任单位:市水务局|2026年4月30日前\n2|违建|限期整改类|市城管局|长期坚持\n"
    first, second = items(tmp_path, text)

    assert (first.number, first.problem, first.remarks) == ("1", "取水口无计量", "立行立改类")
    assert second.responsible_units == ["市城管局"]
    assert second.deadline is not None
    assert second.deadline.sustained


def test_forms_with_the_label_beside_above_or_ended_by_a_pipe(tmp_path: Path) -> None:
    beside = "整改任务|第3项:闭库滞后。\n责任单位|市应急局\n整改目标|完成闭库\n"
    above = (
        "整改任务\n闭库滞后。\n责任单位\n市应急局\n整改目标\n完成闭库\n整改时限\n2026年6月30日\n"
    )
    piped = "|\n整改任务 |\n闭库滞后。 |\n|\n责任单位 |\n市应急局 |\n|\n整改目标 |\n完成闭库 |\n"
    for text in (beside, above, piped):
        (item,) = items(tmp_path, text)
        assert item.problem == "闭库滞后。"
        assert item.responsible_units == ["市应急局"]
        assert item.target == "完成闭库"


def test_sections_named_as_fields_make_one_item_numbered_by_its_title(tmp_path: Path) -> None:
    text = (
        "第9项整改任务完成情况公示\n一、整改问题\n举报办理质量不高。\n二、整改目标\n重复举报率降到5%以下。\n"
        "三、整改措施\n(一)难件2026年6月底前办完。\n(二)抽查。\n四、整改完成情况\n(一)全部完成。\n"
        "公示时间:2026年7月1日至7月10日\n联系电话:0000-0000000\n2026年7月1日\n"
    )
    document = read_text(tmp_path, text)
    (item,) = document.items

    assert document.kind == "notice"
    assert (item.number, item.problem) == ("9", "举报办理质量不高。")
    assert [measure.text for measure in item.measures] == ["难件2026年6月底前办完。", "抽查。"]
    assert item.progress == "全部完成。"
    assert item.indicators[0].value == 5
    assert adds_up(document)


def test_text_broken_into_pages_is_put_together(tmp_path: Path) -> None:
    text = (
        "清江市整改任务清单\n— 12 —\n9.餐饮油烟扰民,群众投\n诉较多。\n责任单位:市城管局、各区人民政\n府\n"
        "整改时\n限:2026年11月\n底前\n整改目标:净化设施安装率\n达到\n清江市整改任务清单\n— 13 —\n100%。\n"
        "10.噪声扰民。\n责任单位:市公安局\n整改时限:立行立改\n"
    )
    document = read_text(tmp_path, text)
    first, second = document.items

    assert first.problem == "餐饮油烟扰民,群众投诉较多。"
    assert first.responsible_units == ["市城管局", "各区人民政府"]
    assert due(first) == "2026-11-30"
    assert first.target == "净化设施安装率达到100%。"
    assert second.number == "10"
    assert {mark.label for mark in document.marks.values() if mark.state == "ignored"} == {
        "title",
        "page-number",
        "running-head",
    }
    assert adds_up(document)


def test_an_item_that_comes_twice_is_one_and_keeps_what_only_the_second_says(
    tmp_path: Path,
) -> None:
    once = "6.垃圾填埋问题。\n责任单位:市城管局 整改时限:2026年6月底前\n"
    document = read_text(tmp_path, f"{once}\n{once}整改目标:清运完毕。\n")
    (item,) = document.items

    assert item.target == "清运完毕。"
    assert sum(mark.label == "duplicate" for mark in document.marks.values()) == 2
    assert adds_up(document)


def test_two_items_with_one_number_are_reported(tmp_path: Path) -> None:
    document = read_text(tmp_path, "1.甲问题。责任单位:市局\n1.乙问题。责任单位:市局\n")

    assert [item.needs_review for item in document.items] == [False, True]
    assert [finding.code for finding in document.findings] == ["duplicate-number"]


def test_an_impossible_date_is_never_guessed(tmp_path: Path) -> None:
    text = "1.甲问题。责任单位:市局;整改时限:2026年2月30日前\n2.乙问题。责任单位:市局;整改时限:3月15日前\n"
    document = read_text(tmp_path, text)

    assert [due(item) for item in document.items] == [None, None]
    assert [finding.code for finding in document.findings] == [
        "invalid-deadline",
        "unknown-deadline",
    ]
    assert [finding.line for finding in document.findings] == [1, 2]
    assumed = read_text(tmp_path, text, year=2026).items[1]
    assert due(assumed) == "2026-03-15"
    assert assumed.needs_review


def test_traditional_script_comes_out_simplified(tmp_path: Path) -> None:
    document = read_text(
        tmp_path, "7.小型燃煤鍋爐淘汰不徹底。\n責任單位:市生態環境局\n整改時限:2026年6月30日前\n"
    )

    assert document.script == "traditional"
    assert document.items[0].problem == "小型燃煤锅炉淘汰不彻底。"
    assert document.items[0].responsible_units == ["市生态环境局"]


def test_links_progress_and_people_are_kept(tmp_path: Path) -> None:
    text = (
        "1.甲问题(第一轮未完成转入)。\n责任单位:县水务局(局长 吴某某)\n包案领导:副县长 冯某某\n"
        "整改时限:同序号二十二\n进展情况:已完成整改并销号。\n备注:与第5项合并整改。\n联系电话:0000-0000000\n"
    )
    (item,) = items(tmp_path, text)

    assert {link.kind for link in item.links} == {"carried_over", "merged", "same_deadline"}
    assert item.status == "closed"
    assert {(person.name, person.role) for person in item.people} == {
        ("吴某某", "responsible"),
        ("冯某某", "sponsor"),
    }


def test_sites_of_one_task_are_its_sites(tmp_path: Path) -> None:
    text = (
        "任务编号\t点位编号\t点位名称\t整改要求\t责任单位\t整改时限\t点位状态\n"
        "T5\tT5-1\t看护房\t拆除\t县政府\t2026-12-31\t已销号\n"
        "T5\tT5-2\t栈道\t补办\t市水务局\t2026-12-31\t整改中\n"
    )
    (item,) = items(tmp_path, text)

    assert [(site.name, site.status) for site in item.sites] == [
        ("看护房", "closed"),
        ("栈道", None),
    ]
    assert item.responsible_units == ["县政府", "市水务局"]
    assert item.status is None
    assert due(item) == "2026-12-31"


def test_ledger_columns_of_pace_lamp_and_percent(tmp_path: Path) -> None:
    text = (
        "序号\t整改任务\t责任单位\t整改时限\t完成比例\t本期评级\t状态\t存在困难\t下步措施\t累计黄牌\n"
        "1\t消纳场\t市城管局\t2026年底前\t0.42\t黄牌\t未达到序时进度\t用地未落实\t提请研究\t2\n"
    )
    (item,) = items(tmp_path, text)

    assert (item.percent, item.lamp, item.status) == ("42%", "yellow", "behind_schedule")
    assert (item.difficulty, item.next_step) == ("用地未落实", "提请研究")
    assert item.remarks == "累计黄牌:2"


def test_a_report_on_what_was_done_gives_state_and_measures(tmp_path: Path) -> None:
    text = (
        "二、具体整改情况\n(一)指标未完成。\n该问题已完成整改。一是印发计划。二是每月通报。\n"
        "(二)支出进度慢。\n该问题正在整改,计划2026年9月底前完成。一是调整项目。二是周调度。\n"
    )
    first, second = items(tmp_path, text)

    assert (first.problem, first.status) == ("指标未完成。", "completed")
    assert [measure.text for measure in first.measures] == ["印发计划。", "每月通报。"]
    assert (due(second), second.status) == ("2026-09-30", None)


def test_cases_and_prose_are_answered_honestly(tmp_path: Path) -> None:
    cases = read_text(tmp_path, "序号\t受理编号\t交办问题基本情况\n1\tD1\t甲\n")
    assert (cases.kind, cases.items[0].number) == ("cases", "D1")
    prose = read_text(tmp_path, "今天天气很好。\n明天也好。\n")
    assert (prose.items, prose.findings[0].code) == ((), "no-items")
    assert adds_up(cases)
    assert adds_up(prose)
    assert read_text(tmp_path, PLAN, kind="notice").kind == "notice"


def test_a_word_list_with_automatic_numbers_reads_like_the_text(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        number = numbered(
            document, [("chineseCounting", "%1、"), ("chineseCounting", "(%2)"), ("decimal", "%3.")]
        )
        for text, level in (("水环境方面", 0), ("污水收集不足", 1), ("老城区管网混接。", 2)):
            in_list(document.add_paragraph(text), number, level)
        for text in ("责任单位:市水务局", "整改时限:2026年12月底前"):
            document.add_paragraph(text)
        in_list(document.add_paragraph("污泥处置不规范。"), number, 2)
        document.add_paragraph("责任单位:市住建局")

    document = parse_file(word(tmp_path, build))
    assert [(item.number, item.aspect, item.category) for item in document.items] == [
        ("1", "水环境方面", "污水收集不足"),
        ("2", "水环境方面", "污水收集不足"),
    ]
    assert document.items[0].problem == "老城区管网混接。"
    assert adds_up(document)


def test_a_word_table_with_merged_cells_reads_one_item_a_number(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = document.add_table(4, 5)
        rows = [
            ("序号", "问题", "整改措施", "责任单位", "整改时限"),
            ("1", "管网混接", "排查", "市水务局", "2026年6月底前"),
            ("", "", "改造", "市住建局", "2026年12月底前"),
            ("2", "污泥", "处置", "市住建局", "长期坚持"),
        ]
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                table.cell(row, column).text = value
        for column in (0, 1):
            table.cell(1, column).merge(table.cell(2, column))

    document = parse_file(word(tmp_path, build))
    first, second = document.items
    assert (first.number, second.number) == ("1", "2")
    assert [measure.text for measure in first.measures] == ["排查", "改造"]
    assert adds_up(document)


def test_a_workbook_with_title_merged_groups_and_two_header_rows(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        page = book.add_worksheet("清单")
        page.merge_range("A1:F1", "清江市整改任务清单")
        page.merge_range("A2:A3", "序号")
        page.merge_range("B2:B3", "问题")
        page.merge_range("C2:D2", "责任单位")
        page.write_row("C3", ["牵头单位", "配合单位"])
        page.merge_range("E2:E3", "整改时限")
        page.merge_range("F2:F3", "备注")
        page.merge_range("A4:F4", "一、水环境方面")
        page.write_row("A5", [1, "管网混接", "市水务局", "市住建局", 46387, ""])
        page.write_row("A6", [2, "污泥", "市住建局", "", "长期坚持", "无"])

    document = parse_file(workbook(tmp_path, build))
    first, second = document.items
    assert document.title == "清江市整改任务清单"
    assert (first.number, first.aspect) == ("1", "水环境方面")
    assert (first.lead_units, first.cooperating_units) == (["市水务局"], ["市住建局"])
    assert due(first) == "2026-12-31"
    assert second.remarks is None
    assert adds_up(document)


def test_a_workbook_of_plain_rows(tmp_path: Path) -> None:
    rows = [["序号", "问题", "责任单位", "整改时限"]]
    rows += [[f"{place}", f"问题{place}", "市水务局", "2026年底前"] for place in range(1, 301)]
    document = parse_file(sheet(tmp_path, rows))

    assert len(document.items) == 300
    assert document.items[299].number == "300"
    assert adds_up(document)


def test_signs_and_blanks_may_stand_for_numbers_and_colons(tmp_path: Path) -> None:
    text = (
        "清江市整改台账\n● 河道垃圾未清理\n责任单位 市水务局\n整改时限 立行立改\n"
        "● 扬尘扰民\n责任单位 市住建局\n整改时限 2026年5月20日前\n"
    )
    first, second = items(tmp_path, text)

    assert (first.number, first.problem) == (None, "河道垃圾未清理")
    assert second.responsible_units == ["市住建局"]
    assert due(second) == "2026-05-20"


def test_a_number_may_stand_under_a_label_or_alone_on_its_line(tmp_path: Path) -> None:
    labelled = "【序号】12(市序号9)\n【问题】码头扬尘\n【责任单位】市交通局\n【序号】13\n【问题】污水\n【责任单位】市交通局\n"
    first, second = items(tmp_path, labelled)
    assert (first.number, second.number) == ("12", "13")
    assert first.other_numbers == [{"level": "city", "number": "9"}]

    alone = "整改任务1\n问题：废水超标。\n责任单位：管委会\n整改任务2\n问题：固废堆存。\n责任单位：管委会\n"
    assert [item.number for item in items(tmp_path, alone)] == ["1", "2"]


def test_headings_lose_the_count_of_what_stands_under_them(tmp_path: Path) -> None:
    (item,) = items(tmp_path, "一、思想认识不到位（2项）\n1、担当不够。\n责任单位：市委办\n")

    assert item.aspect == "思想认识不到位"


def test_the_signature_is_not_part_of_the_last_item(tmp_path: Path) -> None:
    text = "1.考核不严。\n责任单位：市考核办\n整改时限：长期坚持\n清江市督察整改办\n2026年3月1日\n"
    document = read_text(tmp_path, text)

    assert document.items[0].remarks is None
    assert document.coverage == {"lines": 5, "mapped": 3, "ignored": 2, "unexplained": 0}


def test_columns_of_the_measures_own_units_and_dates(tmp_path: Path) -> None:
    text = (
        "序号\t问题\t整改措施\t措施责任单位\t措施时限\n"
        "1\t扬尘\t洒水\t市城管局\t2026年5月底前\n\t\t围挡\t市住建局\t长期坚持\n注：以上由市整改办解释\t\t\t\t\n"
    )
    document = read_text(tmp_path, text)
    (item,) = document.items

    assert [measure.units for measure in item.measures] == [("市城管局",), ("市住建局",)]
    assert [measure.deadline and measure.deadline.raw for measure in item.measures] == [
        "2026年5月底前",
        "长期坚持",
    ]
    assert item.responsible_units == []
    assert adds_up(document)


def test_a_column_of_numbers_need_not_come_first(tmp_path: Path) -> None:
    text = "整改时限\t责任单位\t序号\t反馈问题\n2026年底前\t市水务局\t7\t混接\n\t\t\t\n备注说明：无\t\t\t\n"
    document = read_text(tmp_path, text)

    assert document.items[0].number == "7"
    assert document.coverage["unexplained"] == 0
    assert adds_up(document)


def test_a_row_that_is_neither_item_nor_note_is_told(tmp_path: Path) -> None:
    text = "序号\t问题\t责任单位\t整改时限\n1\t混接\t市水务局\t长期坚持\n\t\t市住建局\t\n"
    document = read_text(tmp_path, text)

    assert document.coverage["unexplained"] == 1
    assert [finding.line for finding in document.findings] == [3]


def test_labels_that_make_no_item_are_left_for_a_person(tmp_path: Path) -> None:
    document = read_text(
        tmp_path, "整改情况\n整改时限：2025年底\n责任单位：甲局\n责任单位：乙局\n责任单位：丙局\n"
    )

    assert document.items == ()
    assert adds_up(document)
    assert [finding.code for finding in document.findings] == ["no-items", *["unexplained"] * 5]
