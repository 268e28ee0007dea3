"""A letter drawn, read back: what it says, on which pages, with the same bytes."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from reports.fonts import MissingGlyph, fonts
from reports.frozen import from_plain, to_plain
from reports.letter import Letter, Paragraph, draw, write_docx

LETTER = Letter(
    head="清源市生态环境保护督察整改工作领导小组办公室",
    number="清整改办督〔2026〕7号",
    urgency="特急",
    title="关于督办清源市废弃矿山\n修复治理逾期问题的函",
    recipients=("北屏市人民政府",),
    paragraphs=(
        Paragraph("清单第27项“12处废弃露天矿山修复治理滞后”，由你市牵头整改。" * 3),
        Paragraph("存在问题", 1),
        Paragraph("进度滞后。12处矿山中完成修复5处，整体进度47%，与上期相同。" * 2, 2),
        Paragraph("未按期报告。第47周进展截数时仍未报送。" * 3, 2),
        Paragraph("督办要求", 1),
        Paragraph("11月27日前，对3处危险边坡设置警戒，并报送现场照片和责任人名单。" * 4, 2),
        Paragraph("12月2日前，报送其余7处矿山逐处治理计划。" * 6, 2),
    ),
    signed_on=date(2026, 11, 22),
    copies=("市自然资源和规划局", "市审计局"),
    attachments=("第27项整改情况表",),
    contact="联系人：周敏，电话：0000-1234567",
)


def text_of(letter: Letter) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(draw(letter, fonts()))).pages]


def test_the_letter_says_everything_in_order() -> None:
    text = "".join("".join(text_of(LETTER)).split())
    said = ["特急", LETTER.number, "北屏市人民政府：", "一、存在问题", "（一）进度滞后",
            "（二）未按期", "二、督办要求", "（一）11月27日", "附件：第27项", "2026年11月22日",
            "（联系人：周敏", "抄送：市自然资源和规划局，市审计局。"]  # fmt: skip
    places = [text.index(one) for one in said]
    assert places[2:] == sorted(places[2:])


def test_the_same_content_gives_the_same_bytes_also_after_freezing() -> None:
    again = from_plain(Letter, to_plain(LETTER))
    assert again == LETTER
    assert draw(again, fonts()) == draw(LETTER, fonts())
    assert write_docx(again) == write_docx(LETTER)


@pytest.mark.parametrize("extra", range(0, 30, 3))
def test_signature_and_copies_never_stand_alone(extra: int) -> None:
    more = tuple(Paragraph("抓紧落实。", 2) for _ in range(extra))
    pages = text_of(replace(LETTER, paragraphs=(*LETTER.paragraphs, *more)))
    assert "抄送" in pages[-1]
    assert "2026年11月22日" in pages[-1]
    assert "落实" in pages[-1] or "治理计划" in pages[-1]


def test_a_page_holds_22_lines_of_28_characters() -> None:
    long = replace(LETTER, paragraphs=(Paragraph("字" * 28 * 60),), copies=(), attachments=())
    lines = [line for line in text_of(long)[1].splitlines() if "字" in line]
    assert len(lines) == 22
    assert {len(line.strip()) for line in lines} == {28}


def test_a_character_that_cannot_be_printed_is_named_with_its_place() -> None:
    odd = replace(LETTER, paragraphs=(Paragraph("好"), Paragraph("看\U0001f4a9")))
    with pytest.raises(MissingGlyph) as caught:
        draw(odd, fonts())
    assert (caught.value.row, caught.value.character) == ("正文第2段", "\U0001f4a9")


def test_the_word_file_has_the_page_and_the_words() -> None:
    word = Document(BytesIO(write_docx(LETTER)))
    section = word.sections[0]
    assert section.page_width
    assert section.left_margin
    assert (round(section.page_width.mm), round(section.left_margin.mm)) == (210, 28)
    said = [paragraph.text for paragraph in word.paragraphs]
    assert f"特急\t{LETTER.number}" in said
    assert "一、存在问题" in said
    assert "抄送：市自然资源和规划局，市审计局。" in said


def test_plain_text_under_a_heading_does_not_begin_the_count_again() -> None:
    parts = (Paragraph("一事", 1), Paragraph("说明。"), Paragraph("又一事", 1))
    assert [text for _level, text in replace(LETTER, paragraphs=parts).body] == [
        "一、一事", "说明。", "二、又一事",
    ]  # fmt: skip
