"""PDF as offices print it: running head, page number, tables over pages, lines broken where the page ends."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from benchmarks.variants.paper import Grid, Para, Variant
from benchmarks.variants.truth import Dice
from config import ROOT

FACE = "variant"
MARGIN = 60


@cache
def _face() -> str:
    file = ROOT / "vendor" / "fonts" / "NotoSerifSC_400Regular.ttf"
    pdfmetrics.registerFont(TTFont(FACE, str(file)))
    return FACE


def pdf(variant: Variant, dice: Dice) -> bytes:
    saved = io.BytesIO()
    wide = any(isinstance(block, Grid) and len(block.body[0]) > 6 for block in variant.blocks)
    size = landscape(A4) if wide else A4
    document = SimpleDocTemplate(
        saved,
        pagesize=size,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
    )
    head = f"{dice.city}市整改任务清单" if dice.chance(0.5) else ""
    mark = dice.pick(("— {} —", "- {} -", "{}", "第{}页", ""))
    style = ParagraphStyle(
        "body",
        fontName=_face(),
        fontSize=dice.pick((12, 16)),
        leading=24,
        wordWrap="CJK",
        firstLineIndent=dice.pick((0, 24)),
    )

    def furniture(canvas: Any, page: Any) -> None:
        canvas.setFont(_face(), 9)
        canvas.drawCentredString(size[0] / 2, size[1] - 36, head)
        canvas.drawCentredString(size[0] / 2, 30, mark.format(page.page))

    document.build(
        list(_story(variant, style, size[0] - 2 * MARGIN)),
        onFirstPage=furniture,
        onLaterPages=furniture,
    )
    return saved.getvalue()


def _story(variant: Variant, style: ParagraphStyle, width: float) -> Iterator[Any]:
    for block in variant.blocks:
        if isinstance(block, Para):
            at = 1 if block.title else 2 if block.right else 0
            aside = ParagraphStyle("aside", style, alignment=at, firstLineIndent=0)
            yield Paragraph(_marked(block.whole), aside if at else style)
        else:
            yield from _table(block, width)


def _marked(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")


def _table(block: Grid, width: float) -> Iterator[Any]:
    size = 9 if len(block.body[0]) > 5 else 10.5
    cell = ParagraphStyle(
        "cell", fontName=_face(), fontSize=size, leading=size * 1.4, wordWrap="CJK"
    )
    for title in block.titles:
        yield Paragraph(
            _marked(title), ParagraphStyle("title", cell, alignment=1, fontSize=14, leading=22)
        )
    rows = [[Paragraph(_marked(text), cell) for text in row] for row in block.body]
    spans = [("SPAN", (left, first), (right, last)) for first, left, last, right in block.spans]
    widths = _widths(block, width)
    yield Table(
        rows,
        colWidths=widths,
        repeatRows=1 if block.header else 0,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *spans,
        ],
    )
    yield Spacer(1, 10)
    for note in block.notes:
        yield Paragraph(_marked(note), cell)


def _widths(block: Grid, width: float) -> list[float]:
    """Columns as wide as their texts ask for, none narrower than two characters."""
    longest = [
        min(max(len(row[column]) for row in block.body), 60) + 4
        for column in range(len(block.body[0]))
    ]
    scale = width / sum(longest)
    return [each * scale for each in longest]
