"""PDF: running heads and page numbers aside, broken lines joined, tables over pages as one."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from app.intake.parsing.document import parse_file
from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.lines import Row
from app.intake.parsing.reading.pdf import read_pdf
from config import Config

FACE = "reading"
TITLE = "清江市督察整改任务清单"


@pytest.fixture(scope="module", autouse=True)
def _face() -> None:
    folder = Config.font_folder
    pdfmetrics.registerFont(TTFont(FACE, next(folder.rglob("*Serif*400Regular.ttf"))))


def framed(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(FACE, 9)
    canvas.drawString(72, A4[1] - 40, TITLE)
    canvas.drawCentredString(A4[0] / 2, 30, f"— {document.page} —")


def pages(*story: object) -> bytes:
    made = BytesIO()
    SimpleDocTemplate(made, pagesize=A4).build(list(story), onFirstPage=framed, onLaterPages=framed)
    return made.getvalue()


def paragraph(text: str) -> Paragraph:
    style = ParagraphStyle("p", fontName=FACE, fontSize=12, leading=20, wordWrap="CJK")
    return Paragraph(text, style)


LONG = "老城区部分路段雨污管网混接，雨天污水溢流入河，" * 6


def test_broken_lines_are_joined_and_furniture_is_set_aside() -> None:
    story = []
    for number in range(1, 13):
        story += [paragraph(f"{number}.{LONG}"), paragraph("责任单位：市水务局")]
        story += [paragraph("整改时限：2026年12月底前")]
    raw = read_pdf(pages(*story))
    texts = [line.raw for line in raw.lines if line.number not in raw.ignored]
    assert [text for text in texts if text[0].isdigit()] == [f"{n}.{LONG}" for n in range(1, 13)]
    assert texts.count("责任单位：市水务局") == 12
    assert set(raw.ignored.values()) == {"page-number", "running-head"}


def test_a_table_over_pages_is_one_table(tmp_path: Path) -> None:
    head = ["序号", "问题描述", "责任单位", "整改时限"]
    rows = [[str(n), f"第{n}处管网混接问题", "市水务局", "2026年12月底前"] for n in range(1, 61)]
    cells = [[paragraph(text) for text in row] for row in [head, *rows]]
    grid = Table(cells, colWidths=[40, 180, 90, 120], repeatRows=1)
    grid.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    file = tmp_path / "table.pdf"
    file.write_bytes(pages(grid))
    document = parse_file(file)
    assert [item.number for item in document.items] == [str(n) for n in range(1, 61)]
    assert {item.problem for item in document.items} == {row[1] for row in rows}
    assert all(item.responsible_units == ["市水务局"] for item in document.items)


def test_a_merged_cell_reaches_down() -> None:
    rows = [["类别", "问题", "单位"], ["水环境", "甲", "市水务局"], ["", "乙", "市住建局"]]
    grid = Table([[paragraph(text) for text in row] for row in rows], colWidths=[90, 180, 120])
    grid.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 1), (0, 2))])
    found = [block for block in read_pdf(pages(grid)).blocks if isinstance(block, Row)]
    assert [cell.text for cell in found[2].cells] == ["水环境", "乙", "市住建局"]
    assert found[2].cells[0].repeated


def drawn(picture: bytes | None) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    if picture is not None:
        canvas.drawImage(ImageReader(BytesIO(picture)), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_a_scan_is_refused_by_name() -> None:
    picture = BytesIO()
    Image.new("RGB", (200, 300), "white").save(picture, "PNG")
    with pytest.raises(UnreadableFile, match="扫描件"):
        read_pdf(drawn(picture.getvalue()))


def test_a_locked_file_and_a_broken_one_are_told_apart() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(UnreadableFile, match="已加密"):
        read_pdf(locked.getvalue())
    with pytest.raises(UnreadableFile, match="已损坏"):
        read_pdf(pages(paragraph("正文"))[:400])


def test_radicals_in_place_of_characters_are_put_right(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("1.⽔环境问题。\n责任单位：市⽔务局\n整改时限：⽴⾏⽴改\n", encoding="utf-8")
    (item,) = parse_file(file).items
    assert item.responsible_units == ["市水务局"]
    assert item.deadline is not None
    assert item.deadline.raw == "立行立改"
