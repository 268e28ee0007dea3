from pathlib import Path

import pytest

from app.intake.parsing.lines import Paragraph, Row
from app.intake.parsing.reading.files import read_file
from tests.app.intake.parsing.sheets import read_text

CHINESE = "责任单位:市水务局\n整改时限:2026年12月底前,完成全部整改任务。\n"
TRADITIONAL = "責任單位:市水務局\n整改時限:2026年12月底前,完成全部整改任務。\n"


def source_of(tmp_path, content: bytes | str):
    file = tmp_path / "list.txt"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_file(file, file.name)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_chinese_is_read_in_any_usual_encoding(tmp_path, encoding: str) -> None:
    source = source_of(tmp_path, CHINESE.encode(encoding))

    assert source.lines[1].text == "责任单位:市水务局"
    assert source.script == "simplified"


def test_big5_is_told_from_gb18030(tmp_path) -> None:
    source = source_of(tmp_path, TRADITIONAL.encode("big5"))

    assert source.lines[1].text == "责任单位:市水务局"
    assert source.script == "traditional"


def test_a_mixture_of_scripts_is_called_mixed(tmp_path) -> None:
    source = source_of(tmp_path, CHINESE + TRADITIONAL)

    assert source.script == "mixed"
    assert source.lines[4].text.startswith("整改时限")


def test_digits_are_made_half_width_and_the_punctuation_is_kept(tmp_path) -> None:
    source = source_of(tmp_path, "　时限：２０２６年６月，ＰＭ２．５\u200b\n")

    assert source.lines[1].text == "时限：2026年6月，PM2．5"


def test_physical_lines_keep_their_numbers(tmp_path) -> None:
    source = source_of(tmp_path, "甲\r\n\r\n乙\r丙")

    assert {number: line.text for number, line in source.lines.items()} == {
        1: "甲",
        2: "",
        3: "乙",
        4: "丙",
    }
    assert source.lines[3].place == "第3行"


def test_a_commented_head_is_set_aside(tmp_path) -> None:
    source = source_of(tmp_path, "# layout: one\n# note\n#---\n甲\n")

    assert source.ignored == {1: "comment", 2: "comment", 3: "comment"}
    assert [block.text for block in source.blocks] == ["甲"]


def test_a_markdown_heading_loses_its_signs(tmp_path) -> None:
    assert source_of(tmp_path, "## 一、水环境方面\n").blocks[0].text == "一、水环境方面"


def cells(source) -> list[list[str]]:
    return [
        [cell.text for cell in block.cells] for block in source.blocks if isinstance(block, Row)
    ]


def test_pipes_tabs_and_borders_make_rows(tmp_path) -> None:
    text = "| 序号 | 问题 |\n|---|---|\n| 1 | 甲 |\n\n序号\t问题\t\n2\t乙\t\n丙 |\n"
    source = source_of(tmp_path, text)

    assert cells(source) == [["序号", "问题"], ["1", "甲"], ["序号", "问题", ""], ["2", "乙", ""]]
    assert source.ignored == {2: "rule"}
    assert source.blocks[-1] == Paragraph("丙", (7,))


def test_a_quoted_cell_goes_on_over_lines(tmp_path) -> None:
    source = source_of(tmp_path, '序号\t问题\n1\t"甲,\n说""乙"""\t丙\n2\t丁\n')

    assert cells(source)[1] == ["1", '甲,\n说"乙"', "丙"]
    assert source.blocks[1].lines == (2, 3)


def test_a_quote_that_never_ends_stays_in_its_line(tmp_path) -> None:
    assert cells(source_of(tmp_path, '序号\t问题\n1\t"甲\n2\t乙\n'))[1:] == [
        ["1", '"甲'],
        ["2", "乙"],
    ]


def test_commas_and_wide_blanks_cut_only_under_a_header(tmp_path) -> None:
    commas = source_of(tmp_path, '序号,问题描述,责任单位\n1,"甲,乙",市水务局\n')
    assert cells(commas) == [["序号", "问题描述", "责任单位"], ["1", "甲,乙", "市水务局"]]

    blanks = source_of(tmp_path, "序号  问题描述  责任单位\n1  甲  市水务局\n尾注\n")
    assert cells(blanks) == [["序号", "问题描述", "责任单位"], ["1", "甲", "市水务局"]]

    assert cells(source_of(tmp_path, "一是,二是,三是,四是\n")) == []


def test_transcoding_residue_is_mended_and_reported(tmp_path) -> None:
    source = source_of(tmp_path, "整改(gǎi)系统(tǒng)清,?jì)旓L\n")

    assert source.lines[1].text.startswith("整改系统清")
    assert [remark.code for remark in source.remarks] == ["mended", "lost-characters"]


def test_semicolons_cut_a_table_as_commas_do(tmp_path: Path) -> None:
    text = '序号;问题;责任单位;整改时限\n1;"河道;淤积";市水务局;2026年6月底前\n'
    document = read_text(tmp_path, text)

    assert [item.problem for item in document.items] == ["河道;淤积"]


def test_labels_of_the_traditional_script_head_a_table(tmp_path: Path) -> None:
    document = read_text(tmp_path, "序號,問題,責任單位,整改時限\n1,河道淤積,市水務局,長期堅持\n")

    assert [item.problem for item in document.items] == ["河道淤积"]


def test_rows_of_one_shape_need_no_header(tmp_path: Path) -> None:
    text = "1,河道淤积,责任单位:市水务局,2026年6月底前\n2,扬尘,责任单位:市城管局,长期坚持\n"
    document = read_text(tmp_path, text)

    assert [item.problem for item in document.items] == ["河道淤积", "扬尘"]


def test_a_pipe_at_the_head_ends_an_empty_cell_where_the_header_has_no_border(
    tmp_path: Path,
) -> None:
    rows = (
        "序号 | 问题 | 整改措施 | 措施责任单位",
        "1 | 淤积 | 清淤 | 市水务局",
        " | | 巡河 | 市城管局",
    )
    text = "\n".join(rows)
    document = read_text(tmp_path, text)

    (item,) = document.items
    assert [(each.text, each.units) for each in item.measures] == [
        ("清淤", ("市水务局",)),
        ("巡河", ("市城管局",)),
    ]


def test_markdown_breaks_lines_in_cells(tmp_path: Path) -> None:
    header = "| 序号 | 问题 | 整改措施 | 责任单位 |\n| --- | --- | --- | --- |\n"
    text = f"{header}| 1 | 淤积 | 1.清淤<br>2.巡河 | 市水务局 |\n"
    document = read_text(tmp_path, text)

    (item,) = document.items
    assert [each.text for each in item.measures] == ["清淤", "巡河"]


def test_the_signs_of_markdown_are_no_text(tmp_path) -> None:
    source = source_of(
        tmp_path, "## 一、水方面\n\n**1、河道淤积。**三处\n- **责任单位：**市水务局\n"
    )

    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == [
        "一、水方面",
        "1、河道淤积。三处",
        "责任单位：市水务局",
    ]


def test_stars_that_mask_a_name_stay(tmp_path) -> None:
    source = source_of(tmp_path, "责任人:张**、李**\n")

    assert source.lines[1].text == "责任人:张**、李**"
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == [
        "责任人:张**、李**"
    ]


def test_a_header_may_break_lines_in_its_quotes(tmp_path: Path) -> None:
    text = '序号,"具体\n问题",责任单位,"整改\n时限"\n1,河道淤积,市水务局,长期坚持\n'
    document = read_text(tmp_path, text)

    assert [item.problem for item in document.items] == ["河道淤积"]
