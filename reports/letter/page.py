"""The page of a letter: its measures, and what is drawn around the text."""

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from reports.fonts import Face
from reports.letter.content import Letter
from reports.pen import Colour, Pen, Style

WIDTH, HEIGHT = A4
LEFT, RIGHT = 28 * mm, WIDTH - 26 * mm
MEASURE = RIGHT - LEFT
PITCH = 28.95
LINES = 22
CHARACTERS = 28
EM = MEASURE / CHARACTERS
"""Size 3 (16 points), as much closer as 28 characters take in 156 mm."""
FIRST_BASELINE = 118.9
LOWEST_FIRST = 267.5 * mm
"""On the first page the text ends above the lower red lines."""
RED_LEFT, RED_RIGHT = 20 * mm, WIDTH - 20 * mm
RED: Colour = (0.78, 0.0, 0.07)

BODY = Style(Face.BODY, EM, PITCH, (0.05, 0.07, 0.1))
HEADING = Style(Face.HEADING, EM, PITCH, BODY.colour)
TITLE = Style(Face.TITLE, 22, 34, BODY.colour)
COPY = Style(Face.BODY, 14, 21, BODY.colour)
SEAL = Style(Face.NOTE, 8, 10, (0.85, 0.5, 0.5))
WATERMARK = Style(Face.TITLE, 150, 150, (0.94, 0.945, 0.95))
LONGEST_HEAD = 36.0


def head(pen: Pen, letter: Letter) -> float:
    """Draw name, red lines, urgency and number; return the baseline of the number."""
    widest = RED_RIGHT - RED_LEFT - 4 * mm
    style = Style(Face.TITLE, LONGEST_HEAD, 0, RED)
    size = min(LONGEST_HEAD, LONGEST_HEAD * widest / pen.width(letter.head, style))
    below = 30 * mm + size
    pen.centre(WIDTH / 2, below - size * 0.14, letter.head, Style(Face.TITLE, size, 0, RED))
    pen.rule(RED_LEFT, RED_RIGHT, below + 4 * mm, 2.4, RED)
    pen.rule(RED_LEFT, RED_RIGHT, below + 4 * mm + 3, 0.8, RED)
    y = below + 4 * mm + 24
    pen.text(LEFT, y, letter.urgency, HEADING)
    pen.right(RIGHT, y, letter.number, BODY)
    pen.rule(RED_LEFT, RED_RIGHT, HEIGHT - 20 * mm - 3, 0.8, RED)
    pen.rule(RED_LEFT, RED_RIGHT, HEIGHT - 20 * mm, 2.4, RED)
    return y


def page_number(pen: Pen, page: int) -> None:
    """Write the number of a page outside, 7 mm below the text; the first one has none."""
    y = 262 * mm + 7 * mm + 8
    if page % 2:
        pen.right(RIGHT - COPY.size, y, f"— {page} —", COPY)
    else:
        pen.text(LEFT + COPY.size, y, f"— {page} —", COPY)


def seal(pen: Pen, x: float, y: float) -> None:
    """Leave room for a seal of 42 mm over signature and date."""
    pen.dashed(lambda: pen.ring(x, y, 20 * mm, SEAL.colour), 3, 2.2)
    pen.centre(x, y - 14 * mm, "盖章处", SEAL)


def watermark(pen: Pen) -> None:
    pen.canvas.saveState()
    pen.canvas.translate(WIDTH / 2, HEIGHT / 2)
    pen.canvas.rotate(50)
    pen.centre(0, pen.height + 50, "草　稿", WATERMARK)
    pen.canvas.restoreState()
