"""Draw a letter. Reads nothing but its content; the same content gives the same bytes."""

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from reports.breaking import clean
from reports.fonts import Face, Fonts, naming
from reports.letter.content import Letter
from reports.letter.page import (
    COPY,
    HEIGHT,
    LEFT,
    MEASURE,
    TITLE,
    WIDTH,
    head,
    page_number,
    watermark,
)
from reports.letter.setting import baselines, body_lines, closing_lines, copy_lines, pages
from reports.pen import Pen

BELOW_NUMBER = 62.0
BELOW_TITLE = 51.5


def draw(letter: Letter, fonts: Fonts) -> bytes:
    """Return the letter as a PDF."""
    target = BytesIO()
    pen = _open(target, letter, fonts)
    copies = copy_lines(pen, letter)
    with naming("标题和版头"):
        if letter.draft:
            watermark(pen)
        first = _opening(pen, letter)
    room = len(copies) + 1 if copies else 0
    sheets = pages(body_lines(pen, letter), closing_lines(pen, letter), room, first)
    for page, lines in enumerate(sheets, start=1):
        if page > 1:
            _turn(pen, letter, page)
        for line, y in zip(lines, baselines(page, first), strict=False):
            line.draw(pen, y)
    _copied(pen, copies)
    pen.canvas.showPage()
    pen.canvas.save()
    return target.getvalue()


def _open(target: BytesIO, letter: Letter, fonts: Fonts) -> Pen:
    canvas = Canvas(
        target,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        # otherwise Helvetica is listed, not embedded
        initialFontName=fonts.name(Face.BODY),  # type: ignore[arg-type]  # the stub says float
        lang="zh-CN",
    )
    canvas.setTitle(clean(f"{letter.title.replace(chr(10), '')} {letter.number}"))
    canvas.setAuthor(clean(letter.head))
    canvas.setCreator("整改台账")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return Pen(canvas, fonts, HEIGHT)


def _opening(pen: Pen, letter: Letter) -> float:
    """Draw head and title; return the baseline on which the text begins."""
    y = head(pen, letter) + BELOW_NUMBER
    for line in pen.lines(letter.title, TITLE, MEASURE - 2 * TITLE.size):
        pen.centre((LEFT + LEFT + MEASURE) / 2, y, line, TITLE)
        y += TITLE.leading
    return y - TITLE.leading + BELOW_TITLE


def _turn(pen: Pen, letter: Letter, page: int) -> None:
    pen.canvas.showPage()
    if letter.draft:
        watermark(pen)
    page_number(pen, page)


def _copied(pen: Pen, copies: tuple[str, ...]) -> None:
    """Write who gets a copy at the foot of the last page; a letter has no lines around it."""
    for up, line in enumerate(reversed(copies)):
        pen.text(LEFT + COPY.size, 262 * mm - 4 - up * COPY.leading, line, COPY)
