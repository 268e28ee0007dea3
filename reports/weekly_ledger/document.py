"""Draw the ledger of a period. Reads nothing but its content."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from reports.breaking import clean
from reports.fonts import Face, Fonts, naming
from reports.pen import Pen
from reports.weekly_ledger import balance, changes, outline, register, summary
from reports.weekly_ledger.checks import check
from reports.weekly_ledger.content import Standing, WeeklyLedger
from reports.weekly_ledger.frame import (
    HEIGHT,
    WIDTH,
    Sheet,
    foot,
    issue_name,
    running_head,
    watermark,
)


def draw(ledger: WeeklyLedger, fonts: Fonts) -> bytes:
    """Return the ledger as a PDF, once its figures are known to agree."""
    check(ledger)
    target = BytesIO()
    pen = _open(target, ledger, fonts)
    sheets = _sheets(pen, ledger)
    for page, sheet in enumerate(sheets, start=1):
        _draw_sheet(pen, ledger, sheet, (page, len(sheets)))
    outline.write(pen, ledger)
    pen.canvas.save()
    return target.getvalue()


def _open(target: BytesIO, ledger: WeeklyLedger, fonts: Fonts) -> Pen:
    canvas = Canvas(
        target,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        # otherwise Helvetica is listed, not embedded
        initialFontName=fonts.name(Face.BODY),  # type: ignore[arg-type]  # the stub says float
        lang="zh-CN",
    )
    _describe(canvas, ledger)
    return Pen(canvas, fonts, HEIGHT)


def _describe(canvas: Canvas, ledger: WeeklyLedger) -> None:
    """Set the document's properties: the office, never a person."""
    cover = ledger.cover
    canvas.setTitle(clean(f"{cover.title} {issue_name(ledger.issue)}"))
    canvas.setAuthor(clean(cover.issuing_unit))
    canvas.setSubject(clean(f"{cover.inspection} {cover.list_name} {cover.period}"))
    canvas.setKeywords(f"sha256:{ledger.checksum}")
    canvas.setCreator("整改台账")
    canvas.setDateFormatter(lambda *_moment: f"D:{cover.cut_off:%Y%m%d%H%M%S}+08'00'")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _sheets(pen: Pen, ledger: WeeklyLedger) -> list[Sheet]:
    with naming("首页"):
        full = [] if summary.names_every_unit(pen, ledger) else balance.sheets(ledger)
    return [
        Sheet("", lambda pen: summary.draw(pen, ledger)),
        *full,
        *changes.sheets(ledger, pen),
        *register.sheets(ledger, pen),
    ]


def _draw_sheet(pen: Pen, ledger: WeeklyLedger, sheet: Sheet, place: tuple[int, int]) -> None:
    with naming("首页" if place[0] == 1 else "页眉页脚"):
        if ledger.issue.standing is Standing.DRAFT:
            watermark(pen)
        if sheet.heading:
            running_head(pen, ledger, sheet.heading)
        else:
            pen.place(outline.TOP, 8)
        sheet.draw(pen)
        foot(pen, ledger, *place)
    pen.canvas.showPage()
