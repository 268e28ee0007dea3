"""The table of all tasks, grouped by aspect and category."""

from collections.abc import Iterator

from reports.fonts import Face
from reports.pen import RED, SECOND, Pen, Style
from reports.tables.brush import TableBrush
from reports.tables.layout import Cell, Column, Para, Table, TableRow, lay
from reports.tables.pages import TablePage, cut_into_pages
from reports.weekly_ledger.content import Row, WeeklyLedger
from reports.weekly_ledger.frame import (
    HEAD_LINE,
    LEFT,
    LOWEST,
    RIGHT,
    SIGN_OFF_TOP,
    Drawing,
    Sheet,
    proof,
    seal,
    sign_off,
)
from reports.weekly_ledger.lamps import SIGNS, WORD_COLOURS
from reports.weekly_ledger.outline import places

CELL = Style(Face.BODY, 7.9, 10.7)
NUMBER = Style(Face.STRONG, 7.9, 10.7)
SMALL = Style(Face.BODY, 7, 10.2, SECOND)
LATE = Style(Face.STRONG, 7.9, 10.7, RED)
LAMP = Style(Face.HEADING, 7.6, 10.7)
LEGEND = Style(Face.NOTE, 7.4, 10, SECOND)
MEASURES_WIDTH = 34.0


def sheets(ledger: WeeklyLedger, pen: Pen) -> list[Sheet]:
    """Return the sheets of the table."""
    measured = any(row.measures_total is not None for row in ledger.rows)
    table = lay(_columns(ledger, measured), _table_rows(ledger, measured), pen)
    room = LOWEST - HEAD_LINE - table.head_height
    pages = cut_into_pages(table, room, room)
    return [
        Sheet("整改任务", _drawing(ledger, table, page, is_last=page is pages[-1]))
        for page in pages
    ]


def _drawing(ledger: WeeklyLedger, table: Table, page: TablePage, *, is_last: bool) -> Drawing:
    def draw(pen: Pen) -> None:
        y = TableBrush(table, pen, LEFT).draw(page, HEAD_LINE)
        if is_last:
            _close(pen, ledger, y)

    return draw


def _close(pen: Pen, ledger: WeeklyLedger, y: float) -> None:
    """Explain the lamps below the table, and have it signed where there is room."""
    if y + 14 < LOWEST:
        x = LEFT
        for sign, words in zip(SIGNS.values(), ledger.legend, strict=False):
            sign(pen, x, y + 11)
            x = pen.text(x + 10, y + 11, words, LEGEND) + 16
        pen.right(RIGHT, y + 11, "进展：上期→本期", LEGEND)
    if y + 14 < SIGN_OFF_TOP:
        sign_off(pen, ledger.issue)
        seal(pen, LEFT + 412, 505)
        proof(pen, ledger)


def _columns(ledger: WeeklyLedger, measured: bool) -> tuple[Column, ...]:  # noqa: FBT001  # a column more
    measures = [Column(("措施",), MEASURES_WIDTH, centred=True)] if measured else []
    spared = 0.0 if measured else MEASURES_WIDTH
    return (
        Column(("类别",), 51.6),
        Column(("编号",), 24.0, centred=True),
        Column(("反馈问题",), 154.0 + spared / 2),
        Column(("牵头单位", "责任、配合、督导"), 94.0),
        Column(("整改时限",), 54.0),
        *measures,
        Column((f"本期进展（{ledger.cover.period_name}）",), 129.0 + spared / 2),
        Column(("困难",), 68.0),
        Column(("下一步",), 76.0),
        Column(("灯",), 37.0),
        Column(("状态",), 40.0),
    )


def _table_rows(ledger: WeeklyLedger, measured: bool) -> Iterator[TableRow]:  # noqa: FBT001  # a column more
    notes = {line.name: line.note for line in ledger.aspects}
    marks = places(ledger)
    for place, row in enumerate(ledger.rows):
        yield TableRow(
            name=f"第{row.number}项",
            group=row.category,
            cells=tuple(_cells(row, measured)),
            section=row.aspect,
            section_note=notes[row.aspect],
            bookmarks=marks[place],
        )


def _cells(row: Row, measured: bool) -> Iterator[Cell]:  # noqa: FBT001  # a column more
    yield (Para(row.number, NUMBER),)
    yield (Para(row.problem, CELL),)
    yield tuple(_units(row))
    yield tuple(_deadline(row))
    if measured:
        yield (Para(_measures(row), CELL),)
    yield (Para(row.progress, CELL),)
    yield (Para(row.difficulty, CELL),)
    yield (Para(row.next_step, CELL),)
    yield (_lamp(row),)
    yield (Para(row.state, CELL),)


def _measures(row: Row) -> str:
    return f"{row.measures_done or 0}/{row.measures_total}" if row.measures_total else "—"


def _units(row: Row) -> Iterator[Para]:
    lead, *others = row.units or (row.unit,)
    yield Para(lead, CELL)
    yield from (Para(line, SMALL) for line in others)


def _deadline(row: Row) -> Iterator[Para]:
    yield Para(row.deadline, CELL)
    if row.days:
        yield Para(row.days, LATE if row.is_late else CELL)
    if row.deadline_note:
        yield Para(row.deadline_note, SMALL)


def _lamp(row: Row) -> Para:
    colour = WORD_COLOURS.get(row.lamp)
    style = LAMP.coloured(colour) if colour else CELL
    return Para(row.lamp_word, style, SIGNS[row.lamp])
