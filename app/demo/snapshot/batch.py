"""Prints a batch of petition cases as an inspection hands it over: a workbook of ten columns."""

from datetime import date
from io import BytesIO

from xlsxwriter import Workbook

from app.demo.drafts.city import CaseBatch

COLUMNS = (
    ("序号", 6),
    ("受理编号", 22),
    ("交办问题基本情况", 46),
    ("行政区域", 12),
    ("污染类型", 12),
    ("调查核实情况", 40),
    ("是否属实", 10),
    ("处理和整改情况", 46),
    ("是否办结", 12),
    ("责任人被处理情况", 16),
)
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def batch_title(batch: CaseBatch, on: date) -> str:
    day = f"{on.year}年{on.month}月{on.day}日"
    return f"群众信访举报转办和边督边改公开情况一览表（第{batch.number}批 {day}）"


def as_workbook(batch: CaseBatch, on: date) -> bytes:
    """Return the batch of a day as .xlsx; numbers run from 1 in the order of the rows."""
    stored = BytesIO()
    with Workbook(stored, SAFE) as book:
        sheet = book.add_worksheet(f"第{batch.number}批")
        wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, batch_title(batch, on))
        for column, (label, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, label, wrapped)
        for place, (channel, *texts) in enumerate(batch.rows, start=1):
            number = f"{channel[0]}2LD{on:%Y%m%d}{place:04}{channel[1:]}"
            for column, text in enumerate((str(place), number, *texts)):
                sheet.write_string(place + 1, column, text, wrapped)
        sheet.freeze_panes(2, 0)
    return stored.getvalue()
