"""Automatic numbers: restarts, levels that do not begin anew, styles, other numerals."""

from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from app.intake.parsing.reading.files import read_file
from app.intake.parsing.reading.number_formats import written
from tests.app.intake.parsing.sheets import in_list, numbered, word

N = nsdecls("w")
PLAIN = [("chineseCounting", "%1、"), ("decimal", "%2.")]


def texts(file: Path) -> list[str]:
    return [line.text for line in read_file(file, file.name).lines.values()]


def add(document: Any, xml: str, *, first: bool = False) -> None:
    """Put a list or an abstract list (these stand first) into the numbering part."""
    numbering = document.part.numbering_part.element
    numbering.insert(0 if first else len(numbering), parse_xml(xml))


def test_a_list_may_begin_again_and_then_others_count_on(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        first = numbered(document, PLAIN)
        for number, start in (("78", 1), ("80", 5)):
            add(
                document,
                f'<w:num {N} w:numId="{number}"><w:abstractNumId w:val="77"/><w:lvlOverride '
                f'w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>',
            )
        for number in (first, first, "78", "78", first, "80"):
            in_list(document.add_paragraph("甲"), number, 0)

    found = [text[0] for text in texts(word(tmp_path, build))]
    assert found == ["一", "二", "一", "二", "三", "五"]


def test_a_level_may_count_on_and_write_all_numbers_in_digits(tmp_path: Path) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (style, more, text) in enumerate(
            (
                ("chineseCounting", "", "第%1章"),
                ("decimal", '<w:lvlRestart w:val="0"/>', "%2."),
                ("decimal", "<w:isLgl/>", "%1.%2.%3"),
            )
        )
    )

    def build(document: Any) -> None:
        add(
            document,
            f'<w:abstractNum {N} w:abstractNumId="90">{levels}</w:abstractNum>',
            first=True,
        )
        add(document, f'<w:num {N} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
        for level in (0, 1, 1, 0, 1, 2):
            in_list(document.add_paragraph("条"), "90", level)

    assert texts(word(tmp_path, build)) == [
        "第一章条", "1.条", "2.条", "第二章条", "3.条", "2.3.1条",
    ]  # fmt: skip


def test_a_list_may_take_its_levels_from_a_list_style(tmp_path: Path) -> None:
    stems = '<w:numFmt w:val="ideographTraditional"/><w:lvlText w:val="%1、"/>'
    level = f'<w:lvl w:ilvl="0">{stems}</w:lvl>'
    link = '<w:{name} w:val="清单"/>'

    def build(document: Any) -> None:
        for number, content in (
            ("92", link.format(name="styleLink") + level),
            ("91", link.format(name="numStyleLink")),
        ):
            xml = f'<w:abstractNum {N} w:abstractNumId="{number}">{content}</w:abstractNum>'
            add(document, xml, first=True)
        add(document, f'<w:num {N} w:numId="91"><w:abstractNumId w:val="91"/></w:num>')
        in_list(document.add_paragraph("管网"), "91", 0)

    assert texts(word(tmp_path, build)) == ["甲、管网"]


def test_a_style_inherits_the_list_of_its_base(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        number = numbered(document, PLAIN)
        for name, inside in (
            ("Heading 1", f'<w:numId w:val="{number}"/>'),
            ("Heading 2", '<w:ilvl w:val="1"/>'),
        ):
            element = document.styles[name].element
            element.get_or_add_pPr().append(parse_xml(f"<w:numPr {N}>{inside}</w:numPr>"))
        document.styles["Heading 2"].base_style = document.styles["Heading 1"]
        document.add_paragraph("水", style="Heading 1")
        document.add_paragraph("管网", style="Heading 2")
        document.add_paragraph("5家企业", style="Heading 2")

    assert texts(word(tmp_path, build)) == ["一、水", "1.管网", "2. 5家企业"]


@pytest.mark.parametrize(
    ("style", "value", "text"),
    [
        ("chineseCountingThousand", 21, "二十一"),
        ("chineseLegalSimplified", 12, "十二"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 12, "亥"),
        ("ideographEnclosedCircle", 3, "(三)"),
        ("decimalEnclosedParen", 4, "(4)"),
        ("decimalFullWidth", 7, "7"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 44, "xliv"),
        ("chineseCounting", 1000, "1000"),
        ("decimal", 0, "0"),
    ],
)
def test_numbers_are_written_as_word_writes_them(style: str, value: int, text: str) -> None:
    assert written(style, value) == text
