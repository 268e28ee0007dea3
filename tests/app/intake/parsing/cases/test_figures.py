from pathlib import Path

import pytest

from app.intake.parsing.account import Account
from app.intake.parsing.cases.figures import read_figures
from app.intake.parsing.reading.files import read_file

Read = tuple[dict[str, tuple[float, str]], list[tuple[int, str, str]]]


@pytest.fixture
def read(tmp_path: Path):
    def figures_of(text: str) -> Read:
        path = tmp_path / "bulletin.txt"
        path.write_text(text, encoding="utf-8")
        source = read_file(path, path.name)
        account = Account(source)
        found = read_figures(source.blocks, account)
        assert len({each["label"] for each in found}) == len(found)
        figures = {str(each["label"]): (each["value"], each["unit"]) for each in found}
        account.settle()
        findings = [(each.line, each.code, each.text) for each in account.findings]
        return figures, [each for each in findings if each[1] != "unexplained"]

    return figures_of


def test_a_bulletin_gives_its_counts_and_the_cumulative_ones_apart(read) -> None:
    figures, findings = read(
        "今日收到转办举报9件(来电6件、来信3件)。问题类型:水2个、大气5个、噪声0个。\n"
        "8月3日止,累计1,280件(来电900件、来信380件),罚款32.5万元。\n"
    )

    assert figures == {
        "举报": (9, "件"),
        "来电": (6, "件"),
        "来信": (3, "件"),
        "水": (2, "个"),
        "大气": (5, "个"),
        "噪声": (0, "个"),
        "累计": (1280, "件"),
        "累计/来电": (900, "件"),
        "累计/来信": (380, "件"),
        "累计/罚款": (32.5, "万元"),
    }
    assert findings == []


def test_batches_keep_their_own_counts(read) -> None:
    figures, _ = read(
        "第四批6件办理结果(6月8日):已办结2件、阶段性办结3件、未办结1件;问责1人。\n"
        "第一至四批累计30件:已办结12件、阶段性办结10件、未办结8件;问责4人。\n"
    )

    assert figures["第四批"] == (6, "件")
    assert figures["已办结"] == (2, "件")
    assert figures["累计"] == (30, "件")
    assert figures["累计/已办结"] == (12, "件")
    assert figures["累计/问责"] == (4, "人")


def test_two_batches_of_equal_standing_are_named(read) -> None:
    figures, _ = read("第四批6件:已办结2件、未办结4件。\n第五批8件:已办结3件、未办结5件。\n")

    assert figures["第四批/已办结"] == (2, "件")
    assert figures["第五批/已办结"] == (3, "件")


def test_numbers_shared_out_by_one_word_and_nouns_behind_numbers_are_read(read) -> None:
    figures, _ = read(
        "3月9日,督察组向我市移交第七批信访举报件12件(含2件拆分件),来电、来信分别为8件、4件;其余1件属合办件。\n"
        "拆分件:X230309-006拆分为X230309-006-1、X230309-006-2。\n"
    )

    assert figures == {
        "信访举报件": (12, "件"),
        "拆分件": (2, "件"),
        "来电": (8, "件"),
        "来信": (4, "件"),
        "合办件": (1, "件"),
    }


def test_digits_that_run_on_are_refused(read) -> None:
    figures, findings = read("第三批我市4件(来电3件、来信1件)。\n青屏区13竹岭县108临港区21\n")

    assert figures == {"第三批": (4, "件"), "来电": (3, "件"), "来信": (1, "件")}
    assert findings == [(2, "undecidable", "青屏区13竹岭县108临港区21")]


def test_parts_that_do_not_make_the_total_are_told(read) -> None:
    _, findings = read("当日收到举报10件(来电6件、来信3件)。\n")

    assert findings == [(1, "sum-mismatch", "举报:10≠9")]


def test_a_table_with_group_cells_is_labelled_by_row_group_and_column(read) -> None:
    figures, findings = read(
        "某市信访举报件统计表\n区域|当日||累计||\n|来电|来信|来电|来信|合计\n"
        "青屏区|3|1|30|12|42\n竹岭县|2|0|18|9|27\n合计|5|1|48|21|69\n备注:含重复件。\n"
    )

    assert figures["青屏区/当日/来电"] == (3, "件")
    assert figures["竹岭县/累计/来信"] == (9, "件")
    assert figures["合计/合计"] == (69, "件")
    assert findings == []


def test_cells_that_moved_left_are_put_back_where_the_total_leaves_one_way(read) -> None:
    figures, findings = read(
        "乡镇 类型 | 交办情况 | 污染类型 | ||||\n件数 | 水 | 大气 | 土壤 | 噪声 | 其他 | |\n"
        "上坪镇 | 1 | 1 | 1 | ||||\n下坪镇 | 2 | 2 | | | | 1 |\n合计 | 3 | 2 | 1 | 0 | 1 | 1 |\n"
    )

    assert figures["上坪镇/大气"] == (1, "件")
    assert figures["上坪镇/噪声"] == (1, "件")
    assert "上坪镇/水" not in figures
    assert findings == [(3, "cells-placed", "上坪镇")]


def test_a_row_with_missing_cells_is_refused_where_nothing_tells_which(read) -> None:
    figures, findings = read("区域|交办|已办结|未办结\n青屏区|10|5|5\n竹岭县|8|5\n")

    assert set(figures) == {"青屏区/交办", "青屏区/已办结", "青屏区/未办结"}
    assert findings == [(3, "undecidable", "竹岭县|8|5")]


def test_columns_whose_sum_differs_from_the_total_are_told(read) -> None:
    _, findings = read("区域|当日|累计\n青屏区|3|18\n竹岭县|0|7\n合计|3|26\n")

    assert findings == [(4, "sum-mismatch", "累计:26≠25")]


def test_words_in_columns_without_lines_are_a_table(read) -> None:
    figures, _ = read("行政区域 当日 累计\n青屏区 3 18\n竹岭县 0 7\n合计 3 25\n")

    assert figures["竹岭县/当日"] == (0, "件")
    assert figures["合计/累计"] == (25, "件")


def test_names_and_numbers_alone_are_labelled_by_the_row(read) -> None:
    figures, _ = read("类型\t数量(件)\n水\t12\n大气\t38\n合计\t50\n")

    assert figures == {"水": (12, "件"), "大气": (38, "件"), "合计": (50, "件")}


def test_channels_of_a_row_must_make_its_total(read) -> None:
    _, findings = read("区域|来电|来信|合计\n青屏区|3|1|5\n竹岭县|2|2|4\n合计|5|3|9\n")

    assert (2, "sum-mismatch", "青屏区:5≠4") in findings
