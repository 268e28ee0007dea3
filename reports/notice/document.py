"""Draw a public notice on upright A4, in the sizes that official documents are set in."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from reports.breaking import clean
from reports.fonts import Face, Fonts, naming
from reports.notice.content import Notice
from reports.pen import Pen, Style

WIDTH, HEIGHT = 210 * mm, 297 * mm
TOP, LEFT, MEASURE, LINES = 37 * mm, 28 * mm, 156 * mm, 22
PITCH = 28.95
TITLE = Style(Face.TITLE, 22, 34)
BODY = Style(Face.BODY, 16, PITCH)
HEADING = Style(Face.HEADING, 16, PITCH)
PAGE = Style(Face.BODY, 14, PITCH)
INDENT = "　　"
SIGNED_IN = 4 * 16
"""The signature stands four characters in from the right."""


@dataclass(frozen=True)
class Line:
    """One line of the page: how it is set, and whether in the middle or at the right."""

    text: str
    style: Style
    place: str = "left"


def draw(notice: Notice, fonts: Fonts) -> bytes:
    """Return the notice as a PDF; same content, same bytes."""
    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.name(Face.BODY),  # type: ignore[arg-type]  # the stub says float
        lang="zh-CN",
    )
    canvas.setTitle(clean(notice.title))
    canvas.setAuthor(clean(notice.office))
    canvas.setSubject(clean(notice.number))
    canvas.setCreator("整改台账")
    pen = Pen(canvas, fonts, HEIGHT)
    with naming(notice.number):
        for page, lines in enumerate(_pages(list(_lines(pen, notice))), start=1):
            _page(pen, lines, page)
    canvas.save()
    return target.getvalue()


def _lines(pen: Pen, notice: Notice) -> Iterator[Line]:
    yield Line(notice.number, BODY, "right")
    yield Line("", BODY)
    for text in pen.lines(notice.title, TITLE, MEASURE):
        yield Line(text, TITLE, "middle")
    yield Line("", BODY)
    for kind, paragraph in notice.paragraphs():
        style = HEADING if kind == "heading" else BODY
        for text in pen.lines(INDENT + paragraph, style, MEASURE):
            yield Line(text, style)
    yield Line("", BODY)
    yield Line(notice.office, BODY, "signed")
    yield Line(notice.day, BODY, "signed")


def _pages(lines: list[Line]) -> Iterator[list[Line]]:
    """Cut into pages; a heading goes over to the page of its text."""
    while lines:
        fits = LINES
        while len(lines) > fits > 1 and lines[fits - 1].style is HEADING:
            fits -= 1
        yield lines[:fits]
        lines = lines[fits:]


def _page(pen: Pen, lines: list[Line], page: int) -> None:
    for place, line in enumerate(lines, start=1):
        y = TOP + place * PITCH - 8
        if line.place == "middle":
            pen.centre(LEFT + MEASURE / 2, y, line.text, line.style)
        elif line.place == "left":
            pen.text(LEFT, y, line.text, line.style)
        else:
            away = SIGNED_IN if line.place == "signed" else 0
            pen.right(LEFT + MEASURE - away, y, line.text, line.style)
    pen.centre(WIDTH / 2, HEIGHT - 28 * mm, f"— {page} —", PAGE)
    pen.canvas.showPage()
