"""A notice on paper says what was released, and nothing of who made it."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from docx import Document

from reports.fonts import MissingGlyph, fonts
from reports.notice.content import Notice, Row
from reports.notice.document import draw
from reports.notice.word import document

NOTICE = Notice(
    number="清整改公示〔2026〕1号",
    title="关于第二轮督察反馈问题第11项整改完成情况的公示",
    lead="第11项整改任务已完成，现将有关情况公示如下。",
    rows=(Row("反馈问题", "管网混接。"), Row("整改措施", "1. 改造管网；2. 逐户核对。\n另行安排。")),
    window="公示期10个工作日：2026年11月16日至2026年11月27日",
    contact="来信：清江市滨江大道1号　来电：0000-1234567",
    office="清江市整改办",
    issued_on=date(2026, 11, 13),
)


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as paper:
        return ["".join(page.get_textpage().get_text_range().split()) for page in paper]


def test_the_paper_says_everything_once_and_the_same_bytes_twice():
    drawn = draw(NOTICE, fonts())
    (text,) = pages(drawn)
    for said in ("清整改公示〔2026〕1号", "一、反馈问题", "三、公示期和异议", "2026年11月27日",
                 "0000-1234567", "清江市整改办2026年11月13日", "—1—"):  # fmt: skip
        assert text.count(said) == 1, said
    assert draw(NOTICE, fonts()) == drawn


def test_a_long_notice_goes_on_over_the_pages():
    long = replace(NOTICE, rows=(Row("完成情况", "管网已经全部改造完成。\n" * 60),))
    text = pages(draw(long, fonts()))
    assert len(text) == 4
    assert text[-1].endswith("—4—")


def test_a_heading_stands_on_the_page_of_its_text():
    for extra in range(8, 20):
        rows = (Row("完成情况", "已改。\n" * extra), Row("验收意见", "同意。"))
        first, *_rest = pages(draw(replace(NOTICE, rows=rows), fonts()))
        for heading, text in (("二、验收意见", "同意。"), ("三、公示期和异议", "公示期10个工作日")):
            assert (heading in first) <= (text in first), extra


def test_the_document_to_edit_says_the_same_and_names_the_office_alone():
    paper = Document(BytesIO(document(NOTICE)))
    lines = [paragraph.text for paragraph in paper.paragraphs]
    assert lines[1] == NOTICE.title
    assert [text for _kind, text in NOTICE.paragraphs()] == lines[2:-2]
    assert (paper.core_properties.author, paper.core_properties.comments) == ("清江市整改办", "")


def test_a_sign_that_no_face_has_is_named():
    with pytest.raises(MissingGlyph):
        draw(replace(NOTICE, lead="\U0001f600"), fonts())
