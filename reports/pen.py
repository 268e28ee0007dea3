"""Drawing on a page from its upper left corner, in our faces and colours."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import segno
from reportlab.pdfgen.canvas import Canvas

from reports.breaking import clean
from reports.fonts import Face, Fonts

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return (red, green, blue)


INK = _colour("17212b")
SECOND = _colour("445062")
NOTE = _colour("5b6777")
FAINT = _colour("9aa4b1")
HAIR = _colour("c9d0d9")
LINE = _colour("8793a3")
BAND = _colour("e8edf4")
HEAD = _colour("f2f4f8")
BLUE = _colour("17477f")
BLUE_MIDDLE = _colour("6f97c7")
BLUE_LIGHT = _colour("cfdcec")
WHITE = _colour("ffffff")
RED = _colour("c1272d")
YELLOW = _colour("b97900")
GREEN = _colour("1b8553")


@dataclass(frozen=True)
class Style:
    """How a text is set."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK

    def coloured(self, colour: Colour) -> "Style":
        return replace(self, colour=colour)


@dataclass(frozen=True)
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


class Pen:
    """One document's canvas; y grows downwards, texts stand on their baseline."""

    def __init__(self, canvas: Canvas, fonts: Fonts, height: float) -> None:
        self.canvas = canvas
        self.fonts = fonts
        self.height = height

    def width(self, text: str, style: Style) -> float:
        return self.fonts.width(clean(text), style.face, style.size)

    def lines(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        return self.fonts.lines(clean(text), style.face, style.size, width)

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Write a line that begins at x; return where it ends."""
        text = clean(text)
        self.canvas.setFillColorRGB(*style.colour)
        for run in self.fonts.runs(text, style.face) if text else ():
            size = style.size * run.scale
            self.canvas.setFont(run.font, size)
            self.canvas.drawString(x, self.height - y + run.shift * style.size, run.text)
            x += self.canvas.stringWidth(run.text, run.font, size)
        return x

    def right(self, x: float, y: float, text: str, style: Style) -> None:
        self.text(x - self.width(text, style), y, text, style)

    def centre(self, x: float, y: float, text: str, style: Style) -> None:
        self.text(x - self.width(text, style) / 2, y, text, style)

    def rule(self, left: float, right: float, y: float, weight: float, colour: Colour) -> None:
        self._stroke(weight, colour)
        self.canvas.line(left, self.height - y, right, self.height - y)

    def upright(self, x: float, top: float, bottom: float, colour: Colour) -> None:
        self._stroke(0.4, colour)
        self.canvas.line(x, self.height - top, x, self.height - bottom)

    def fill(self, box: Box, colour: Colour, edge: Colour | None = None) -> None:
        self.canvas.setFillColorRGB(*colour)
        if edge:
            self._stroke(0.5, edge)
        bottom = self.height - box.bottom
        self.canvas.rect(box.x, bottom, box.width, box.height, stroke=bool(edge), fill=1)

    def polygon(self, points: tuple[tuple[float, float], ...], colour: Colour) -> None:
        path = self.canvas.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        path.close()
        self.canvas.setFillColorRGB(*colour)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.circle(x, self.height - y, radius, stroke=0, fill=1)

    def ring(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self._stroke(0.8, colour)
        self.canvas.circle(x, self.height - y, radius, stroke=1, fill=0)

    def path(self, points: list[tuple[float, float]], weight: float, colour: Colour) -> None:
        """Draw an open line through the points."""
        path = self.canvas.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        self._stroke(weight, colour)
        self.canvas.drawPath(path, stroke=1, fill=0)

    def dashed(self, draw: Callable[[], None], on: float, off: float) -> None:
        self.canvas.setDash([on, off])
        draw()
        self.canvas.setDash([])

    def hatch(self, box: Box, colour: Colour) -> None:
        """Fill a box with slanting lines, which stay distinct in black and white."""
        self.fill(box, WHITE, edge=colour)
        self.canvas.saveState()
        clip = self.canvas.beginPath()
        clip.rect(box.x, self.height - box.bottom, box.width, box.height)
        self.canvas.clipPath(clip, stroke=0, fill=0)
        self._stroke(0.9, colour)
        x = box.x - box.height
        while x < box.right:
            self.canvas.line(x, self.height - box.bottom, x + box.height, self.height - box.y)
            x += 2.4
        self.canvas.restoreState()

    def qr(self, box: Box, text: str) -> None:
        """Draw a QR code as one path; error correction M."""
        code = segno.make_qr(text, error="m", boost_error=False)
        side = box.width / len(code.matrix)
        path = self.canvas.beginPath()
        for row, modules in enumerate(code.matrix):
            for column, dark in enumerate(modules):
                if dark:
                    top = self.height - box.y - (row + 1) * side
                    path.rect(box.x + column * side, top, side, side)
        self.canvas.setFillColorRGB(*INK)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def place(self, name: str, y: float) -> None:
        """Mark a place that a bookmark leads to."""
        self.canvas.bookmarkPage(name, fit="XYZ", left=0, top=self.height - y + 8)

    def _stroke(self, weight: float, colour: Colour) -> None:
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColorRGB(*colour)
