"""The balance by counting unit: on the first page as far as it fits, in full on sheets after."""

from reports.fonts import Face, naming
from reports.pen import FAINT, HAIR, HEAD, INK, NOTE, Box, Pen, Style
from reports.weekly_ledger.content import BalanceLine, WeeklyLedger
from reports.weekly_ledger.frame import HEAD_LINE, LEFT, LOWEST, RIGHT, Drawing, Sheet

EQUATION = "上期在账＋新增＋转入＋反弹－销号－合并－转出＝本期在账"
HEADINGS = ("上期在账", "＋新增", "＋转入", "＋反弹", "－销号", "－合并", "－转出", "本期在账")
UNIT = "牵头单位"
ROW_HEIGHT = 13.3
NOTE_HEIGHT = 12.0
HEADING = Style(Face.HEADING, 7, 9)
CELL = Style(Face.BODY, 7.9, 10)
TOTAL = Style(Face.STRONG, 7.9, 10)
SMALL = Style(Face.NOTE, 7, 9, NOTE)
UNIT_SHARE = 0.28
"""How much of the table's width the unit's name takes."""


def rows_in(height: float) -> int:
    """Return how many units a table of this height shows beside its head and its total."""
    return int((height - NOTE_HEIGHT) // ROW_HEIGHT) - 2


def draw_on_first_page(pen: Pen, box: Box, ledger: WeeklyLedger) -> float:
    """Draw what fits into the box, the rest as one line; return where it ends."""
    room = rows_in(box.height)
    y = _table(pen, box, _first_page_lines(ledger, room), ledger.total)
    rest = "" if fits(ledger, room) else "逐家见下页。"
    pen.text(box.x, y + 9.5, f"{_agreement(ledger)}每项任务只计入一家。{rest}", SMALL)
    return y + NOTE_HEIGHT


def fits(ledger: WeeklyLedger, room: int) -> bool:
    """Whether the first page can name every unit whose figures are not all zero."""
    return len(_first_page_lines(ledger, 10_000)) <= room


def sheets(ledger: WeeklyLedger) -> list[Sheet]:
    """Return the balance in full, as many sheets as it takes."""
    room = rows_in(LOWEST - HEAD_LINE - 20)
    parts = [ledger.balance[at : at + room] for at in range(0, len(ledger.balance), room)]
    return [
        Sheet("增减平衡（逐家）", _drawing(part, ledger.total if part is parts[-1] else None))
        for part in parts
    ]


def _drawing(lines: tuple[BalanceLine, ...], total: BalanceLine | None) -> Drawing:
    def draw(pen: Pen) -> None:
        pen.text(LEFT, HEAD_LINE + 14, EQUATION, SMALL)
        box = Box(LEFT, HEAD_LINE + 20, RIGHT - LEFT, LOWEST - HEAD_LINE - 20)
        _table(pen, box, list(lines), total)

    return draw


def _agreement(ledger: WeeklyLedger) -> str:
    previous = ledger.issue.previous
    return f"与第{previous}期逐家勾稽一致。" if previous else "首期，上期在账均为0。"


def _first_page_lines(ledger: WeeklyLedger, room: int) -> list[BalanceLine]:
    moving = [line for line in ledger.balance if any(line.figures)]
    idle = len(ledger.balance) - len(moving)
    if len(moving) + bool(idle) <= room:
        return [*moving, *([BalanceLine(f"另{idle}家（已全部销号）")] if idle else [])]
    rest = moving[room - 1 :]
    return [*moving[: room - 1], _summed(f"其余{len(rest) + idle}家", rest)]


def _summed(name: str, lines: list[BalanceLine]) -> BalanceLine:
    return BalanceLine(name, *map(sum, zip(*(line.figures for line in lines), strict=True)))


def _table(pen: Pen, box: Box, lines: list[BalanceLine], total: BalanceLine | None) -> float:
    y = box.y + ROW_HEIGHT
    pen.fill(Box(box.x, box.y, box.width, ROW_HEIGHT), HEAD)
    pen.rule(box.x, box.right, box.y, 0.8, INK)
    pen.text(box.x + 4, y - 4, UNIT, HEADING)
    for place, heading in enumerate(HEADINGS):
        pen.centre(_middle(box, place), y - 4, heading, HEADING)
    pen.rule(box.x, box.right, y, 0.6, INK)
    for line in lines:
        y += ROW_HEIGHT
        _line(pen, box, y, line, CELL)
        pen.rule(box.x, box.right, y, 0.4, HAIR)
    if total:
        pen.rule(box.x, box.right, y, 0.6, INK)
        y += ROW_HEIGHT
        _line(pen, box, y, total, TOTAL)
    pen.rule(box.x, box.right, y, 0.8, INK)
    return y


def _line(pen: Pen, box: Box, y: float, line: BalanceLine, style: Style) -> None:
    with naming(f"增减平衡（{line.unit}）"):
        words = pen.lines(line.unit, style, box.width * UNIT_SHARE - 6)
        pen.text(box.x + 4, y - 4, words[0] + ("…" if words[1:] else ""), style)
    for place, figure in enumerate(line.figures):
        shown = style if figure else style.coloured(FAINT)
        pen.centre(_middle(box, place), y - 4, str(figure), shown)


def _middle(box: Box, place: int) -> float:
    width = box.width * (1 - UNIT_SHARE) / len(HEADINGS)
    return box.x + box.width * UNIT_SHARE + (place + 0.5) * width
