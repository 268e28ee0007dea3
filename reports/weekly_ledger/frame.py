"""What stands around every sheet: running head, foot, watermark, signatures, proof."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape

from reports.fonts import Face
from reports.pen import HAIR, INK, LINE, NOTE, SECOND, Box, Pen, Style
from reports.weekly_ledger.content import Issue, Proof, Standing, WeeklyLedger

WIDTH, HEIGHT = landscape(A4)
LEFT, RIGHT = 48.0, 809.6
"""The left margin is the wider one: the sheets are bound there."""
HEAD_LINE = 43.0
FOOT_LINE = 563.6
LOWEST = 556.0
SIGN_OFF_LINE = 545.0
SIGN_OFF_TOP = 466.0
"""Content that ends above leaves the room that signatures, seal and proof take."""

RUNNING = Style(Face.TITLE, 9.2, 12)
RUNNING_NOTE = Style(Face.NOTE, 7.8, 10, NOTE)
FOOT = Style(Face.NOTE, 7, 9, SECOND)
PAGE_NUMBER = Style(Face.BODY, 10.5, 12)
SIGNATURE = Style(Face.BODY, 10.5, 14)
SMALL = Style(Face.NOTE, 7, 10.8, NOTE)
WATERMARK = Style(Face.TITLE, 170, 170, (0.935, 0.94, 0.95))


Drawing = Callable[[Pen], None]


@dataclass(frozen=True)
class Sheet:
    """One page: what its running head says (nothing on the first) and how it is drawn."""

    heading: str
    draw: Drawing


def issue_name(issue: Issue) -> str:
    plan = "" if issue.standing is Standing.ISSUED else "拟"
    return f"{plan}第{issue.number}期"


def cut_off_words(ledger: WeeklyLedger) -> str:
    moment = ledger.cover.cut_off
    minutes = f"{moment.minute:02}分" if moment.minute else ""
    return f"截至{moment.year}年{moment.month}月{moment.day}日{moment.hour}时{minutes}"


def running_head(pen: Pen, ledger: WeeklyLedger, heading: str) -> None:
    pen.text(LEFT, 35.5, ledger.cover.title, RUNNING)
    pen.right(RIGHT, 35.5, f"{issue_name(ledger.issue)}　{heading}", RUNNING_NOTE)


def foot(pen: Pen, ledger: WeeklyLedger, page: int, pages: int) -> None:
    """Write cut-off, number, page and names below the sheet."""
    issue = ledger.issue
    pen.rule(LEFT, RIGHT, FOOT_LINE, 0.5, LINE)
    number = issue.document_number or issue_name(issue)
    draft = "　草稿" if issue.standing is Standing.DRAFT else ""
    pen.text(LEFT, 573.5, f"{cut_off_words(ledger)}　{number}{draft}", FOOT)
    pen.centre((LEFT + RIGHT) / 2, 575.5, f"— {page} —", PAGE_NUMBER)
    people = f"编制 {issue.prepared_by or '—'}　审核 {issue.reviewed_by or '—'}"
    pen.right(RIGHT, 573.5, f"{ledger.cover.office}　{people}　第{page}页，共{pages}页", FOOT)


def watermark(pen: Pen) -> None:
    """Write 草稿 across the sheet, below everything else."""
    pen.canvas.saveState()
    pen.canvas.translate(WIDTH / 2, HEIGHT / 2)
    pen.canvas.rotate(28)
    pen.centre(0, pen.height + 60, "草　稿", WATERMARK)
    pen.canvas.restoreState()


def sign_off(pen: Pen, issue: Issue) -> None:
    """Write who prepared and reviewed, and leave room for a signature and the seal."""
    y = SIGN_OFF_LINE
    pen.text(LEFT, y, f"编制：{issue.prepared_by}", SIGNATURE)
    pen.text(LEFT + 105, y, f"审核：{issue.reviewed_by}", SIGNATURE)
    end = pen.text(LEFT + 210, y, "签发：", SIGNATURE)
    pen.rule(end + 2, end + 74, y + 2, 0.7, INK)


def seal(pen: Pen, x: float, y: float) -> None:
    """Leave a circle of 34 points' radius for the seal."""
    pen.dashed(lambda: pen.ring(x, y, 34, HAIR), 2.2, 2.2)
    pen.centre(x, y + 3, "盖章处", SMALL)


def proof(pen: Pen, ledger: WeeklyLedger) -> None:
    """Write what paper, file and database are compared by; the code holds it or leads there."""
    if ledger.proof is None:
        return
    box = Box(RIGHT - 47, 503, 47, 47)
    pen.qr(box, _code(ledger, ledger.proof))
    audit = ledger.proof
    lines = (
        "扫码查验：纸、文件、库是否一致",
        f"内容校验 {_short(ledger.checksum)}",
        f"记录链 {audit.audit_length:,}条，末条 {_grouped(audit.audit_head[:8])}",
    )
    for count, line in enumerate(lines):
        pen.right(box.x - 8, 516 + count * SMALL.leading, line, SMALL)


def _code(ledger: WeeklyLedger, audit: Proof) -> str:
    facts = f"{ledger.checksum} {audit.audit_length} {audit.audit_head[:16]}"
    return audit.address or f"LEDGER {ledger.issue.number} {facts}"


def _short(checksum: str) -> str:
    return f"{_grouped(checksum[:16])} … {_grouped(checksum[-8:])}"


def _grouped(digits: str) -> str:
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))
