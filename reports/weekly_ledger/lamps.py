"""The lamp as a shape: colour alone is lost on black-and-white paper."""

from reports.pen import GREEN, LINE, RED, YELLOW, Box, Colour, Pen
from reports.tables.layout import Sign
from reports.weekly_ledger.content import Lamp


def _square(pen: Pen, x: float, y: float) -> None:
    pen.fill(Box(x, y - 6.5, 6.8, 6.8), RED)


def _triangle(pen: Pen, x: float, y: float) -> None:
    pen.polygon(((x - 0.2, y + 0.3), (x + 7.4, y + 0.3), (x + 3.6, y - 6.8)), YELLOW)


def _disc(pen: Pen, x: float, y: float) -> None:
    pen.disc(x + 3.5, y - 3, 3.5, GREEN)


def _ring(pen: Pen, x: float, y: float) -> None:
    pen.ring(x + 3.5, y - 3, 3.0, LINE)


SIGNS: dict[Lamp, Sign] = {
    Lamp.RED: _square,
    Lamp.YELLOW: _triangle,
    Lamp.GREEN: _disc,
    Lamp.OFF: _ring,
}
WORD_COLOURS: dict[Lamp, Colour] = {Lamp.RED: RED}
