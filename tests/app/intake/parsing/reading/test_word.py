# ruff: noqa: SLF001  # python-docx has no public way to the XML of a paragraph

from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from app.intake.parsing.lines import Row
from app.intake.parsing.reading.files import read_file
from tests.app.intake.parsing.sheets import archive, in_list, numbered, word


def texts(file: Path) -> list[str]:
    return [line.text for line in read_file(file, file.name).lines.values()]


def rows(file: Path) -> list[list[str]]:
    found = read_file(file, file.name).blocks
    return [[cell.text for cell in row.cells] for row in found if isinstance(row, Row)]


def test_automatic_numbers_are_put_back(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        formats = [("chineseCounting", "%1、"), ("decimal", "%2."), ("decimal", "%2.%3")]
        number = numbered(document, formats)
        for text, level in (("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1)):
            in_list(document.add_paragraph(text), number, level)

    assert texts(word(tmp_path, build)) == ["一、甲", "1.乙", "2.丙", "2.1丁", "二、戊", "1.己"]


def test_other_number_formats_and_bullets(tmp_path: Path) -> None:
    formats = [
        ("decimalEnclosedCircle", "%1"),
        ("lowerLetter", "%2)"),
        ("upperRoman", "%3."),
        ("bullet", "·"),
        ("decimalZero", "%5-"),
    ]

    def build(document: Any) -> None:
        number = numbered(document, formats)
        for level in range(len(formats)):
            in_list(document.add_paragraph("甲"), number, level)
        in_list(document.add_paragraph("乙"), "99", 0)

    assert texts(word(tmp_path, build)) == ["①甲", "a)甲", "I.甲", "甲", "01-甲", "乙"]


def test_a_style_may_number_its_paragraphs(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        number = numbered(document, [("chineseCounting", "(%1)")])
        style = document.styles["Heading 1"]
        style.element.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>')
        )
        document.add_paragraph("甲", style="Heading 1")
        document.add_paragraph("乙", style="Heading 1")

    assert texts(word(tmp_path, build)) == ["(一)甲", "(二)乙"]


def test_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("责任")._p
        for tag, text in (("ins", "单位"), ("moveTo", ":甲")):
            paragraph.append(
                parse_xml(f"<w:{tag} {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:{tag}>")
            )
        paragraph.append(
            parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>乙</w:delText></w:r></w:del>")
        )
        paragraph.append(
            parse_xml(f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>")
        )

    assert texts(word(tmp_path, build)) == ["责任单位:甲"]


def test_content_controls_and_text_boxes_are_read_once(tmp_path: Path) -> None:
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    box = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r>"
        "</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>"
        "<w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    def build(document: Any) -> None:
        paragraph = document.add_paragraph("甲")
        paragraph._p.append(parse_xml(box))
        document.element.body.insert(0, parse_xml(control))

    assert texts(word(tmp_path, build)) == ["控件", "甲", "框"]


def test_tables_stand_in_order_and_merged_cells_count_once(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("前")
        table = document.add_table(3, 3)
        for row, values in enumerate(
            (("序号", "问题", "单位"), ("1", "甲", "乙"), ("2", "丙", "丁"))
        ):
            for column, value in enumerate(values):
                table.cell(row, column).text = value
        table.cell(1, 2).merge(table.cell(2, 2)).text = "市水务局"
        table.cell(0, 0).merge(table.cell(0, 1)).text = "名称"
        document.add_paragraph("后")

    file = word(tmp_path, build)
    assert rows(file) == [
        ["名称", "名称", "单位"],
        ["1", "甲", "市水务局"],
        ["2", "丙", "市水务局"],
    ]
    assert texts(file) == ["前", "名称", "单位", "1", "甲", "市水务局", "2", "丙", "后"]


def test_a_cell_of_several_paragraphs_is_one_line_and_a_table_inside_is_read(
    tmp_path: Path,
) -> None:
    def build(document: Any) -> None:
        table = document.add_table(1, 2)
        cell = table.cell(0, 0)
        cell.text, table.cell(0, 1).text = "甲", "丁"
        cell.add_paragraph("乙")
        cell.add_table(1, 1).cell(0, 0).text = "丙"

    assert texts(word(tmp_path, build)) == ["甲\n乙\n丙", "丁"]


def test_line_breaks_and_tabs_inside_a_paragraph_stay(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("责任单位:甲\n整改时限:乙\t丙")

    source = read_file(file := word(tmp_path, build), file.name)
    assert [block.text for block in source.blocks] == ["责任单位:甲", "整改时限:乙\t丙"]
    assert [block.lines for block in source.blocks] == [(1,), (1,)]


def test_a_table_around_other_tables_is_the_page(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "清单"
        inner = cell.add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "乙"

    file = word(tmp_path, build)
    assert rows(file) == [["甲", "乙"]]
    assert texts(file)[:3] == ["清单", "甲", "乙"]


def test_cells_may_begin_later_or_be_merged_in_the_old_way(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        table = document.add_table(2, 3)
        for place, value in enumerate("甲乙丙丁戊己"):
            table.cell(place // 3, place % 3).text = value
        merged, first = table.rows[0].cells[1]._tc, table.rows[1]._tr
        merged.get_or_add_tcPr().append(parse_xml(f"<w:hMerge {nsdecls('w')}/>"))
        first.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))
        first.remove(table.rows[1].cells[0]._tc)

    file = word(tmp_path, build)
    assert rows(file) == [["甲", "甲", "丙"], ["", "戊", "己"]]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        number = numbered(document, [("decimal", "%1.")])
        first, second = document.add_paragraph("管网"), document.add_paragraph("混接")
        first._p.get_or_add_pPr().append(
            parse_xml(f"<w:rPr {nsdecls('w')}><w:del w:id='1'/></w:rPr>")
        )
        in_list(second, number, 0)

    assert texts(word(tmp_path, build)) == ["1.管网混接"]


def test_the_reading_of_a_character_is_not_read(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        run = document.add_paragraph("甲").add_run()
        run._r.append(
            parse_xml(
                f"<w:ruby {nsdecls('w')}><w:rt><w:r><w:t>yǐ</w:t></w:r></w:rt>"
                "<w:rubyBase><w:r><w:t>乙</w:t></w:r></w:rubyBase></w:ruby>"
            )
        )

    assert texts(word(tmp_path, build)) == ["甲乙"]


def test_a_document_of_the_strict_standard_and_of_a_numbered_part_is_read(tmp_path: Path) -> None:
    content = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:body></w:document>"
    )
    file = tmp_path / "strict.docx"
    file.write_bytes(archive({"word/document2.xml": content.encode()}))

    assert texts(file) == ["责任单位"]
