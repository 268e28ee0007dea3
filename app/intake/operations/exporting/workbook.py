"""Workbooks written row by row: texts stay texts, days are days, nothing becomes a formula."""

from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any, Final

from app.intake.snapshot.columns import Book, Column, Value
from app.later import Later
from app.wording import N_, Refusal

xlsxwriter = Later("xlsxwriter")

OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST: Final = 32_767
"""Characters that a cell of a workbook holds."""
ROWS: Final = 10_000
"""Rows for which the lists to choose from are laid."""
EXPLANATION: Final = "填写说明"
HEADINGS: Final = (("列名", 18), ("是否必填", 10), ("怎么填", 70), ("举例", 50), ("可选的值", 50))


@dataclass(frozen=True)
class Written:
    """One row to be written, and the places of its cells that are marked as wrong."""

    values: Sequence[Value]
    marked: frozenset[int] = field(default_factory=frozenset)


class _Formats:
    def __init__(self, book: Any) -> None:
        cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9CDD4"}
        text = {**cell, "num_format": "@"}
        day = {**cell, "num_format": "yyyy-mm-dd", "align": "left"}
        wrong = {"bg_color": "#FDE2E2"}
        self.head = book.add_format({**cell, "bold": True, "bg_color": "#E8EEF7"})
        self.text, self.wrong_text = book.add_format(text), book.add_format({**text, **wrong})
        self.day, self.wrong_day = book.add_format(day), book.add_format({**day, **wrong})
        self.plain_column = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})


def write_book(
    stream: IO[bytes], book: Book, rows: Iterable[Written], known: Sequence[str] = ()
) -> int:
    """Write the rows under the book's columns, and how to fill them in; return how many."""
    with _workbook(stream) as written:
        formats = _Formats(written)
        sheet = written.add_worksheet(book.sheet)
        _head(sheet, book.columns, formats)
        count = 0
        for count, row in enumerate(rows, start=1):
            for place, value in enumerate(row.values):
                _cell(sheet, (count, place), value, (formats, place in row.marked))
        _explanation(written.add_worksheet(EXPLANATION), book.columns, (formats, known))
    return count


@contextmanager
def _workbook(stream: IO[bytes]) -> Any:
    book = xlsxwriter.Workbook(stream, OPTIONS)
    yield book
    book.close()


def _head(sheet: Any, columns: Sequence[Column], formats: _Formats) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, formats.plain_column)
        sheet.write_string(0, place, column.label, formats.head)
        if column.choices:
            listed = {"validate": "list", "source": list(column.choices)}
            sheet.data_validation(1, place, ROWS, place, listed)


def _cell(sheet: Any, at: tuple[int, int], value: Value, style: tuple[_Formats, bool]) -> None:
    formats, wrong = style
    if isinstance(value, date):
        sheet.write_datetime(*at, value, formats.wrong_day if wrong else formats.day)
        return
    if value is not None and len(value) > LONGEST:
        message = N_("第%(row)s行有一格超过%(limit)s字，Excel放不下，没有导出")
        raise Refusal(message, row=at[0], limit=LONGEST)
    text_format = formats.wrong_text if wrong else formats.text
    if value:
        sheet.write_string(*at, value, text_format)
    elif wrong:
        sheet.write_blank(*at, None, text_format)


def _explanation(
    sheet: Any, columns: Sequence[Column], more: tuple[_Formats, Sequence[str]]
) -> None:
    """What each column means, and the units that are known."""
    formats, known = more
    sheet.freeze_panes(1, 0)
    for place, (label, width) in enumerate(HEADINGS):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, label, formats.head)
    lines = [
        (
            column.label, "必填" if column.required else "", column.meaning, column.example,
            "、".join(column.choices),
        )
        for column in columns
    ]  # fmt: skip
    lines += [("", "", "", "", ""), ("名录里的单位", "", "", "", "")] if known else []
    lines += [("", "", name, "", "") for name in known]
    for row, line in enumerate(lines, start=1):
        for place, text in enumerate(line):
            sheet.write_string(row, place, text, formats.text)
