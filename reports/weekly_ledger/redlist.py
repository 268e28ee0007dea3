"""The red list of the first page: what a leader has to ask about."""

from reports.fonts import Face, naming
from reports.pen import HAIR, INK, LINE, NOTE, RED, Box, Pen, Style
from reports.weekly_ledger.content import Lamp, Row, WeeklyLedger
from reports.weekly_ledger.lamps import SIGNS

ROW_HEIGHT = 13.3
HEADING_HEIGHT = 26.0
MOST = 8
"""More red ones than this are named in the table; the first page says how many."""

HEADING = Style(Face.HEADING, 9.4, 13)
NUMBER = Style(Face.STRONG, 7.9, 10)
CELL = Style(Face.BODY, 7.9, 10)
REASON = Style(Face.STRONG, 7.9, 10, RED)
MORE = Style(Face.NOTE, 7, 9, NOTE)


def red_rows(ledger: WeeklyLedger) -> list[Row]:
    return [row for row in ledger.rows if row.lamp is Lamp.RED]


def red_list_height(ledger: WeeklyLedger) -> float:
    """Return what the list takes of the page, with its heading."""
    rows = len(red_rows(ledger))
    return HEADING_HEIGHT + min(rows, MOST + 1) * ROW_HEIGHT if rows else HEADING_HEIGHT


def red_list(pen: Pen, box: Box, ledger: WeeklyLedger) -> None:
    """Draw the list from the top of the box."""
    rows = red_rows(ledger)
    y = box.y + HEADING_HEIGHT - 8
    pen.text(box.x, y, f"五、红灯{len(rows)}项", HEADING)
    y += 6
    pen.rule(box.x, box.right, y, 0.8, INK)
    for row in rows[:MOST]:
        y += ROW_HEIGHT
        _row(pen, box, y, row)
        pen.rule(box.x, box.right, y, 0.4, HAIR)
    if rows[MOST:]:
        y += ROW_HEIGHT
        pen.text(box.x + 4, y - 4, f"其余{len(rows) - MOST}项见任务表", MORE)
    pen.rule(box.x, box.right, y, 0.6, LINE)


def _row(pen: Pen, box: Box, y: float, row: Row) -> None:
    with naming(f"第{row.number}项"):
        SIGNS[Lamp.RED](pen, box.x + 4, y - 4)
        pen.text(box.x + 16, y - 4, row.number, NUMBER)
        _within(pen, box.x + 34, y - 4, row.headline, 196)
        _within(pen, box.x + 236, y - 4, row.unit, 76)
        pen.right(box.right - 2, y - 4, row.red_reason, REASON)


def _within(pen: Pen, x: float, y: float, words: str, width: float) -> None:
    """Write as much as fits on one line, and say so when there is more."""
    first, *more = pen.lines(words, CELL, width - CELL.size)
    pen.text(x, y, first + ("…" if more else ""), CELL)
