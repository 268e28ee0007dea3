"""Rarer layouts, each with the one thing that makes it hard; all of our own invention."""

# ruff: noqa: E501  # texts of documents stand here as they are printed

from pathlib import Path
from typing import Any

import pytest

from app.intake.parsing.document import parse_file
from app.intake.parsing.numerals import arabic, chinese
from app.intake.parsing.result import ParsedItem
from tests.app.intake.parsing.sheets import adds_up, read_text, word, workbook


def one(tmp_path: Path, text: str) -> ParsedItem:
    document = read_text(tmp_path, text)
    assert adds_up(document)
    (item,) = document.items
    return item


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("二十三", "23"),
        ("一百零五", "105"),
        ("廿一", "21"),
        ("十", "10"),
        ("⑫", "12"),
        ("17-3", "17-3"),
        ("二〇", "20"),
        ("T05", "T05"),
    ],
)
def test_numbers_come_out_in_arabic_digits(printed: str, number: str) -> None:
    assert arabic(printed) == number


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "零"),
        (9, "九"),
        (10, "十"),
        (23, "二十三"),
        (100, "一百"),
        (105, "一百零五"),
        (112, "一百一十二"),
        (230, "二百三十"),
    ],
)
def test_automatic_numbers_are_written_in_chinese(value: int, printed: str) -> None:
    assert chinese(value) == printed


def test_a_bulletin_of_points_with_labels_in_brackets(tmp_path: Path) -> None:
    item = one(
        tmp_path,
        "【5月8日 问题一】\n【点位名称】滨河路积尘\n【所属区域】白石县\n【主管单位】市城管局\n【存在问题】\n路面浮尘明显。\n"
        "【整改要求】\n每日冲洗三遍。\n【整改期限】立行立改\n处理后请回复照片。@市城管局 张某\n",
    )

    assert (item.number, item.problem) == ("1", "路面浮尘明显。")
    assert item.responsible_units == ["市城管局"]
    assert [site.name for site in item.sites] == ["滨河路积尘"]
    assert [measure.text for measure in item.measures] == ["每日冲洗三遍。"]
    assert item.remarks == "所属区域:白石县;处理后请回复照片。@市城管局 张某"


def test_a_competent_unit_supervises_where_another_is_responsible(tmp_path: Path) -> None:
    item = one(
        tmp_path,
        "1.扬尘。\n责任单位:市住建局\n主管单位:市城管局\n责任科室:大气科\n联系电话:0000-0000000\n原整改时限:2024年底\n整改时限:2025年底\n",
    )

    assert item.supervising_units == ["市城管局"]
    assert item.remarks == "联系电话:0000-0000000;责任科室:大气科" or "责任科室:大气科" in (
        item.remarks or ""
    )
    assert item.deadline is not None
    assert item.deadline.original is not None
    assert str(item.deadline.original.due_on) == "2024-12-31"


def test_a_title_over_two_lines_and_a_foreword_with_a_broken_date(tmp_path: Path) -> None:
    document = read_text(
        tmp_path,
        "清江市贯彻落实省委省政府\n督察反馈意见整改任务清单\n20231026日至119日,督察组开展督察。\n1.担当不够。\n责任单位:市委办\n",
    )

    assert document.title == "清江市贯彻落实省委省政府督察反馈意见整改任务清单"
    assert [finding.code for finding in document.findings] == ["mutilated-date"]


def test_duties_in_a_trailing_bracket(tmp_path: Path) -> None:
    item = one(tmp_path, "整改任务清单\n1.推进垃圾分类。(市城管局牵头,市住建局配合)\n")

    assert item.problem == "推进垃圾分类。"
    assert (item.lead_units, item.cooperating_units) == (["市城管局"], ["市住建局"])


def test_a_problem_named_by_what_disclosed_it(tmp_path: Path) -> None:
    item = one(
        tmp_path,
        "2025年警示片披露问题:码头扬尘及污水直排。\n问题编号:JSP2025-07\n整改责任主体:白石县人民政府\n省级督导部门:省交通厅\n整改时限:2026年9月30日前\n",
    )

    assert (item.number, item.problem) == ("JSP2025-07", "码头扬尘及污水直排。")
    assert item.supervising_units == ["省交通厅"]


def test_numbered_text_under_a_label_that_is_not_a_list_goes_on_with_it(tmp_path: Path) -> None:
    text = "一、关于“推进缓慢。”\n整改进展情况:已经完成,长期坚持。\n1.挂账督办。2.按月公布。\n二、关于“搬迁滞后。”\n整改进展情况:基本完成,达到序时进度。\n1.已停产。\n"
    first, second = read_text(tmp_path, text).items

    assert first.progress == "已经完成,长期坚持。1.挂账督办。2.按月公布。"
    assert (first.status, second.status) == ("completed", "on_schedule")


def test_numbered_lines_after_short_labels_are_measures_and_a_lone_phrase_is_the_deadline(
    tmp_path: Path,
) -> None:
    item = one(
        tmp_path,
        "整改清单\n(三)规范渣土运输\n牵头单位:市公安局;配合单位:市住建局;\n1.划定路线。\n2.安装定位。\n长期坚持\n",
    )

    assert [measure.text for measure in item.measures][:1] == ["划定路线。"]
    assert item.lead_units == ["市公安局"]


def test_a_lone_phrase_of_a_deadline_is_the_deadline(tmp_path: Path) -> None:
    item = one(tmp_path, "(三)规范渣土运输\n牵头单位:市公安局;配合单位:市住建局;\n长期坚持\n")

    assert item.deadline is not None
    assert item.deadline.sustained


def test_a_heading_with_its_text_below_and_the_date_in_the_text(tmp_path: Path) -> None:
    text = "(一)开展专项行动\n对已列入清单的点位逐一复查,2026年11月底前完成。\n牵头单位:市生态环境局,配合单位:市住建局。\n"
    item = one(tmp_path, text)

    assert item.problem == "开展专项行动"
    assert [measure.text for measure in item.measures] == [
        "对已列入清单的点位逐一复查,2026年11月底前完成。"
    ]
    assert item.deadline is not None
    assert str(item.deadline.due_on) == "2026-11-30"


def test_several_dates_in_one_measure_are_stages(tmp_path: Path) -> None:
    item = one(
        tmp_path,
        "1.举报办理慢。\n责任单位:市信访局\n整改措施:(1)易件2025年底前办完,难件2026年6月底前办完。(2)持续核查,长期坚持。\n",
    )

    first, second = (measure.deadline for measure in item.measures)
    assert first is not None
    assert [str(day) for day in first.stages] == ["2025-12-31", "2026-06-30"]
    assert second is not None
    assert second.sustained


def test_pages_break_headings_and_deadlines_too(tmp_path: Path) -> None:
    text = "整改任务清单\n- 1 -\n(一)水环境治理存\n在短板\n1.混接。\n责任单位:市水务局\n整改时限:立行立改,长期坚\n持\n整改任务清单\n- 2 -\n2.淤积。\n责任单位:市水务局\n"
    first, second = read_text(tmp_path, text).items

    assert first.category == "水环境治理存在短板"
    assert first.deadline is not None
    assert first.deadline.raw == "立行立改,长期坚持"
    assert second.category == "水环境治理存在短板"


def test_measures_of_tasks_that_are_named_elsewhere_are_items(tmp_path: Path) -> None:
    text = "措施17-1:排查。责任单位:市水务局;时限:2026年6月底前\n措施17-2:扩建。责任单位:市住建局;时限:长期坚持\n"

    assert [item.number for item in read_text(tmp_path, text).items] == ["17-1", "17-2"]


def test_the_same_number_with_another_text_stays_an_item(tmp_path: Path) -> None:
    text = "6.填埋。\n责任单位:市城管局\n6.填埋。\n责任单位:市住建局\n"

    assert len(read_text(tmp_path, text).items) == 2


def test_group_rows_over_the_whole_width_of_a_sheet(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        page = book.add_worksheet("清单")
        page.write_row(0, 0, ["反馈问题", "责任单位", "整改时限", "问题概况"])
        page.merge_range("A2:D2", "水环境方面")
        page.merge_range("A3:D3", "污水收集不足")
        page.write_row(3, 0, ["3、混接", "市水务局", "2026年底前", "", "另有一格"])
        page.merge_range("A5:D5", "以上问题请抓紧整改。")
        page.write_row(5, 0, ["合计", "1项", "", ""])
        page.write_row(6, 0, ["填表人：张某", "", "", ""])

    document = parse_file(workbook(tmp_path, build))
    assert (document.items[0].number, document.items[0].problem) == ("3", "混接")
    assert (document.items[0].aspect, document.items[0].category) == ("水环境方面", "污水收集不足")
    assert document.items[0].remarks == ":另有一格" or "另有一格" in (
        document.items[0].remarks or ""
    )
    assert adds_up(document)


def test_a_chart_sheet_is_no_list(tmp_path: Path) -> None:
    def build(book: Any) -> None:
        book.add_worksheet("清单").write_row(0, 0, ["序号", "问题", "责任单位", "整改时限"])
        chart = book.add_chartsheet()
        drawn = book.add_chart({"type": "line"})
        drawn.add_series({"values": "=清单!$A$1:$A$2"})
        chart.set_chart(drawn)

    assert parse_file(workbook(tmp_path, build)).items == ()


def test_a_form_in_word_with_two_pairs_a_row(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = document.add_table(3, 4)
        rows = [
            ("编号", "5", "整改时限", "2026年底前"),
            ("问题", "污水直排", "", ""),
            ("责任单位", "市住建局", "督导单位", "市水务局"),
        ]
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                table.cell(row, column).text = value
        table.cell(1, 1).merge(table.cell(1, 3))

    (item,) = parse_file(word(tmp_path, build)).items
    assert (item.number, item.problem) == ("5", "污水直排")
    assert (item.responsible_units, item.supervising_units) == (["市住建局"], ["市水务局"])


def test_a_line_that_is_only_a_place_is_the_problem_of_its_row(tmp_path: Path) -> None:
    item = one(
        tmp_path,
        "序号\t点位名称\t责任单位\t整改时限\t状态\t完成比例\n1\t旧码头\t市交通局\t已完成\t整改中\t1\n",
    )

    assert (item.problem, item.status, item.percent) == ("旧码头", "completed", "100%")


def test_a_paragraph_under_a_problem_tells_more_of_it(tmp_path: Path) -> None:
    text = "1.节能审查把关不严\n2024年以来,有3个项目未取得审查意见即开工建设。\n责任单位:市发改委\n整改时限:2026年6月底前\n"
    item = one(tmp_path, text)

    assert item.problem == "节能审查把关不严2024年以来,有3个项目未取得审查意见即开工建设。"
    assert item.measures == []


def test_unnumbered_measures_with_brackets_stay_measures(tmp_path: Path) -> None:
    text = (
        "1.扬尘。\n责任单位:市住建局\n整改措施:\n围挡全覆盖(责任单位:市城管局;时限:2026年5月底前)\n"
    )
    item = one(tmp_path, text)

    assert item.responsible_units == ["市住建局"]
    assert item.measures[0].units == ("市城管局",)


def test_numbers_may_count_the_labels_of_an_item(tmp_path: Path) -> None:
    text = "（1）工地扬尘。\n①责任单位：市住建局\n②整改时限：2026年4月底前\n（2）渣土车未密闭。\n①责任单位：市城管局\n②整改时限：立行立改\n"
    first, second = read_text(tmp_path, text).items

    assert (first.problem, first.responsible_units) == ("工地扬尘。", ["市住建局"])
    assert second.deadline is not None
    assert second.deadline.immediate


def test_decimal_numbers_stand_under_whole_ones(tmp_path: Path) -> None:
    text = "1 水环境\n1.1 水体反弹。责任单位：市水务局；整改时限：2026年底前\n2 大气环境\n2.1 扬尘。责任单位：市住建局；整改时限：立行立改\n"
    document = read_text(tmp_path, text)

    assert [(item.number, item.aspect) for item in document.items] == [
        ("1.1", "水环境"),
        ("2.1", "大气环境"),
    ]
    assert adds_up(document)


def test_a_labelled_problem_wins_over_the_name_in_the_heading(tmp_path: Path) -> None:
    text = "序号一 关于道路扬尘问题\n整改任务：道路积尘负荷高。\n整改目标：积尘负荷低于0.3克/平方米。\n责任单位：市城管局\n"
    item = one(tmp_path, text)

    assert (item.problem, item.remarks) == ("道路积尘负荷高。", "关于道路扬尘问题")
    assert item.indicators[0].unit == "克/平方米"


def test_a_heading_that_names_an_aspect_is_one_whatever_stands_above(tmp_path: Path) -> None:
    text = "三、整改任务\n（一）水环境方面\n1.混接。\n责任单位：市水务局\n2.淤积。\n责任单位：市水务局\n"

    assert [(item.aspect, item.category) for item in read_text(tmp_path, text).items] == [
        ("水环境方面", None)
    ] * 2


def test_a_leader_in_brackets_stands_beside_the_units_of_the_label(tmp_path: Path) -> None:
    text = "一、管理不到位（市水利局牵头）\n整改时限：2026年底\n责任单位：市水务局\n二、污染突出（市住建局牵头）\n整改时限：2026年底\n责任单位：市城管局\n"
    first, second = read_text(tmp_path, text).items

    assert (first.lead_units, first.responsible_units) == (["市水利局"], ["市水务局"])
    assert second.problem == "污染突出"


def test_the_number_of_a_task_may_stand_in_brackets(tmp_path: Path) -> None:
    form = "整改任务（{n}）\n采砂场未修复\n整改目标\n完成复绿\n责任单位\n市林业局\n"
    text = form.format(n="一") + form.format(n="二").replace("采砂场", "矿山")

    assert [(item.number, item.problem) for item in read_text(tmp_path, text).items] == [
        ("1", "采砂场未修复"),
        ("2", "矿山未修复"),
    ]
