"""Prints the demonstration's list as an office would publish it: Word, spreadsheet, plain text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from xlsxwriter import Workbook

from app.demo.drafts.city import CityTask, Measure
from app.demo.drafts.dates import Dates

TITLE = "望渚市贯彻落实第二轮中央生态环境保护督察反馈意见整改任务清单"
NUMERALS = "一二三四五六七八九十"
COLUMNS = (
    ("序号", 6),
    ("方面", 12),
    ("类别", 14),
    ("问题", 52),
    ("牵头单位", 18),
    ("责任单位", 20),
    ("配合单位", 20),
    ("督导单位", 18),
    ("整改目标", 40),
    ("整改时限", 22),
    ("整改措施", 70),
)


@dataclass(frozen=True)
class Line:
    """One paragraph of the list; level 0 is the title, 1 an aspect, 2 a category, 3 the rest."""

    level: int
    text: str


def as_text(tasks: Sequence[CityTask], dates: Dates) -> bytes:
    """Return the list as UTF-8 text, one paragraph a line."""
    return "\n".join(line.text for line in lines(tasks, dates)).encode() + b"\n"


def as_docx(tasks: Sequence[CityTask], dates: Dates) -> bytes:
    """Return the list as a Word document with headings."""
    document = Document()
    document.styles["Normal"].font.size = Pt(12)
    for line in lines(tasks, dates):
        if line.level in (1, 2):
            document.add_heading(line.text, line.level)
            continue
        paragraph = document.add_paragraph()
        paragraph.add_run(line.text).bold = line.level == 0
        if line.level == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return _saved(document)


def _saved(document: WordDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_xlsx(tasks: Sequence[CityTask], dates: Dates) -> bytes:
    """Return the list as a sheet: one row a task, measures numbered within their cell."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("整改任务清单")
    heading = book.add_format({"bold": True, "border": 1, "align": "center", "text_wrap": True})
    cell = book.add_format({"border": 1, "valign": "top", "text_wrap": True})
    sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, TITLE, heading)
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write(1, column, name, heading)
    for row, task in enumerate(tasks, start=2):
        sheet.write_row(row, 0, _cells(task, dates), cell)
    sheet.freeze_panes(2, 0)
    book.close()
    return stream.getvalue()


def self_check(task: CityTask, statement: str, dates: Dates) -> bytes:
    """Return the self-check report that a unit hands in when it applies for close-out."""
    document = Document()
    document.add_heading(f"第{task.number}项整改任务自查报告", 1)
    document.add_paragraph(f"责任单位：{task.lead}")
    document.add_paragraph(f"整改目标：{dates.text(task.target)}")
    document.add_paragraph("整改措施落实情况：")
    for text in _measures(task, dates):
        document.add_paragraph(text)
    document.add_paragraph(f"自查结论：{statement}")
    return _saved(document)


def lines(tasks: Sequence[CityTask], dates: Dates) -> Iterator[Line]:
    """Yield the list's paragraphs in the classic form: aspect, category, item, labelled fields."""
    yield Line(0, TITLE)
    for place, (aspect, held) in enumerate(groupby(tasks, lambda task: task.aspect)):
        yield Line(1, f"{NUMERALS[place]}、{aspect}")
        for order, (category, items) in enumerate(groupby(held, lambda task: task.category)):
            yield Line(2, f"（{NUMERALS[order]}）{category}")
            for task in items:
                yield from (Line(3, text) for text in _item(task, dates))


def _item(task: CityTask, dates: Dates) -> Iterator[str]:
    yield f"{task.number}.{dates.text(task.problem)}"
    yield f"牵头单位：{task.lead}"
    if task.responsible:
        yield f"责任单位：{'、'.join(task.responsible)}"
    if task.cooperating:
        yield f"配合单位：{'、'.join(task.cooperating)}"
    yield f"督导单位：{'、'.join(task.supervising)}"
    yield f"整改目标：{dates.text(task.target)}"
    yield f"整改时限：{dates.deadline(task.deadline)}"
    yield "整改措施："
    yield from _measures(task, dates)


def _measures(task: CityTask, dates: Dates) -> Iterator[str]:
    for place, measure in enumerate(task.measures, start=1):
        yield f"（{place}）{dates.text(measure.text)}{_remark(measure, dates)}。"


def _remark(measure: Measure, dates: Dates) -> str:
    said = []
    if measure.unit:
        said.append(f"责任单位：{measure.unit}")
    if measure.deadline:
        said.append(f"时限：{dates.deadline(measure.deadline)}")
    return f"（{'；'.join(said)}）" if said else ""


def _cells(task: CityTask, dates: Dates) -> list[str]:
    return [
        task.number,
        task.aspect,
        task.category,
        dates.text(task.problem),
        task.lead,
        "、".join(task.responsible),
        "、".join(task.cooperating),
        "、".join(task.supervising),
        dates.text(task.target),
        dates.deadline(task.deadline),
        "\n".join(_measures(task, dates)),
    ]
