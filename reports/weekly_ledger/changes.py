"""What changed since the last issue, row by row."""

from collections.abc import Iterator
from itertools import groupby

from reports.fonts import Face
from reports.pen import NOTE, Pen, Style
from reports.tables.brush import TableBrush
from reports.tables.layout import Cell, Column, Para, Table, TableRow, lay
from reports.tables.pages import TablePage, cut_into_pages
from reports.weekly_ledger.content import Change, WeeklyLedger
from reports.weekly_ledger.frame import HEAD_LINE, LEFT, LOWEST, RIGHT, Drawing, Sheet
from reports.weekly_ledger.lamps import SIGNS
from reports.weekly_ledger.outline import CHANGES, changes_title

TITLE = Style(Face.TITLE, 13.2, 18)
SUMMARY = Style(Face.NOTE, 7.9, 11, NOTE)
CELL = Style(Face.BODY, 7.9, 9.2)
TITLE_LINE = 57.5
FIRST_TOP = 68.0
NOTE_HEIGHT = 28.0
"""Room for two lines below the table."""


def sheets(ledger: WeeklyLedger, pen: Pen) -> list[Sheet]:
    """Return the sheets that say what changed; at least one, also if nothing did."""
    table = lay(_columns(ledger), _rows(ledger), pen, labels_on_top=True)
    lowest = LOWEST - NOTE_HEIGHT - table.head_height
    pages = cut_into_pages(table, lowest - FIRST_TOP, lowest - HEAD_LINE) or [TablePage(0)]
    return [Sheet(changes_title(ledger), _drawing(ledger, table, pages, page)) for page in pages]


def _drawing(
    ledger: WeeklyLedger, table: Table, pages: list[TablePage], page: TablePage
) -> Drawing:
    def draw(pen: Pen) -> None:
        if page is pages[0]:
            _open(pen, ledger)
        y = TableBrush(table, pen, LEFT).draw(page, FIRST_TOP if page is pages[0] else HEAD_LINE)
        if page is pages[-1]:
            for line in pen.lines(ledger.changes_note, SUMMARY, RIGHT - LEFT):
                y += SUMMARY.leading
                pen.text(LEFT, y + 1, line, SUMMARY)

    return draw


def _open(pen: Pen, ledger: WeeklyLedger) -> None:
    pen.place(CHANGES, HEAD_LINE)
    end = pen.text(LEFT, TITLE_LINE, changes_title(ledger), TITLE)
    pen.text(end + 20, TITLE_LINE, ledger.changes_summary, SUMMARY)


def _columns(ledger: WeeklyLedger) -> tuple[Column, ...]:
    issue = ledger.issue
    step = f"第{issue.previous}期 → 第{issue.number}期" if issue.previous else "变化情况"
    return (
        Column(("变化",), 66.5),
        Column(("编号",), 26.3, centred=True),
        Column(("任务",), 313.0),
        Column(("牵头单位",), 84.0),
        Column((step,), 147.8),
        Column(("依据",), 124.0),
    )


def _rows(ledger: WeeklyLedger) -> Iterator[TableRow]:
    for kind, group in groupby(ledger.changes, lambda change: change.kind):
        changes = tuple(group)
        for change in changes:
            yield TableRow(f"第{change.number}项", f"{kind} {len(changes)}项", _cells(change))


def _cells(change: Change) -> tuple[Cell, ...]:
    sign = SIGNS[change.lamp] if change.lamp else None
    plain = (change.number, change.title, change.unit)
    return (
        *((Para(text, CELL),) for text in plain),
        (Para(change.step, CELL, sign),),
        (Para(change.basis, CELL),),
    )
