"""The first page: what a leader reads before anything else."""

from reports.fonts import Face
from reports.pen import HAIR, INK, LINE, NOTE, Box, Pen, Style
from reports.weekly_ledger import balance, charts
from reports.weekly_ledger.content import Issue, Rate, Standing, WeeklyLedger
from reports.weekly_ledger.frame import (
    LEFT,
    RIGHT,
    cut_off_words,
    issue_name,
    proof,
    sign_off,
)
from reports.weekly_ledger.redlist import red_list, red_list_height

MIDDLE = (LEFT + RIGHT) / 2
TITLE = Style(Face.TITLE, 20, 26)
NUMBER = Style(Face.BODY, 11, 15)
FACTS = Style(Face.BODY, 9.3, 12)
SENTENCE = Style(Face.BODY, 9.3, 15.4)
HEADING = Style(Face.HEADING, 9.4, 13)
HEADING_NOTE = Style(Face.NOTE, 7.2, 10, NOTE)
RATE = Style(Face.BODY, 7.9, 10)
LEFT_EDGE, RIGHT_EDGE = 438.0, 466.0
"""Where the left column ends and the right one begins."""
FIRST_LINE = 124.5
BOTTOM = 526.0
PROOF_TOP = 498.0
RATE_HEIGHT = 13.3


def names_every_unit(pen: Pen, ledger: WeeklyLedger) -> bool:
    """Whether the balance on this page leaves no unit out."""
    lines = sum(len(_broken(pen, sentence)) for sentence in ledger.sentences)
    y = FIRST_LINE + (lines - 1) * SENTENCE.leading
    return balance.fits(ledger, balance.rows_in(_balance_box(ledger, y).height))


def draw(pen: Pen, ledger: WeeklyLedger) -> None:
    _cover(pen, ledger)
    y = _sentences(pen, ledger.sentences, FIRST_LINE)
    _left(pen, ledger, y)
    _right(pen, ledger, y)
    sign_off(pen, ledger.issue)
    pen.text(LEFT + 332, 545, "（盖章）", FACTS.coloured(NOTE))
    proof(pen, ledger)


def _cover(pen: Pen, ledger: WeeklyLedger) -> None:
    cover = ledger.cover
    title = TITLE
    while pen.width(cover.title, title) > RIGHT - LEFT:
        title = Style(title.face, title.size - 1, title.leading)
    pen.centre(MIDDLE, 58, cover.title, title)
    pen.centre(MIDDLE, 78, f"{issue_name(ledger.issue)}（{cover.period}）", NUMBER)
    pen.text(LEFT, 98, cover.issuing_unit, FACTS)
    pen.centre(MIDDLE, 98, cut_off_words(ledger), FACTS)
    pen.right(RIGHT, 98, _standing(ledger.issue), FACTS)
    pen.rule(LEFT, RIGHT, 105.5, 1.1, INK)
    pen.rule(LEFT, RIGHT, 108, 0.5, INK)


def _standing(issue: Issue) -> str:
    if issue.standing is Standing.DRAFT:
        return "草稿，未经审核签发"
    if issue.standing is Standing.REVIEWED:
        return "已审核，未签发"
    kind = "正本"
    if issue.replaces:
        kind = f"更正，替代第{issue.replaces}期"
    elif issue.previous:
        kind = f"正本，接第{issue.previous}期"
    day = issue.issued_on
    return f"{kind}　{day.year}年{day.month}月{day.day}日签发" if day else kind


def _sentences(pen: Pen, sentences: tuple[str, ...], y: float) -> float:
    """Write the paragraphs, each two characters in; return the last baseline."""
    y -= SENTENCE.leading
    for sentence in sentences:
        for line in _broken(pen, sentence):
            y += SENTENCE.leading
            pen.text(LEFT, y, line, SENTENCE)
    return y


def _broken(pen: Pen, sentence: str) -> tuple[str, ...]:
    return pen.lines(f"　　{sentence}", SENTENCE, RIGHT - LEFT)


def _heading(pen: Pen, x: float, y: float, words: str) -> None:
    pen.text(x, y, words, HEADING)


def _balance_box(ledger: WeeklyLedger, y: float) -> Box:
    """Return the room for the balance below sentences that end at y."""
    top = y + 27
    return Box(LEFT, top, LEFT_EDGE - LEFT, BOTTOM - red_list_height(ledger) - top)


def _left(pen: Pen, ledger: WeeklyLedger, y: float) -> None:
    _heading(pen, LEFT, y + 21, "一、增减平衡")
    pen.right(LEFT_EDGE, y + 21, balance.EQUATION, HEADING_NOTE)
    end = balance.draw_on_first_page(pen, _balance_box(ledger, y), ledger)
    red_list(pen, Box(LEFT, end, LEFT_EDGE - LEFT, BOTTOM - end), ledger)


def _right(pen: Pen, ledger: WeeklyLedger, y: float) -> None:
    x, width = RIGHT_EDGE, RIGHT - RIGHT_EDGE
    y += 21
    _heading(pen, x, y, "二、各方面进展（项）")
    charts.legend(pen, x, y + 15, ledger.aspects)
    rates_height = 22 + len(ledger.rates) * RATE_HEIGHT
    room = PROOF_TOP - y - 26 - rates_height
    bars_height = min(room * 0.5, 19.2 * len(ledger.aspects))
    charts.bars(pen, Box(x, y + 25, width, bars_height), ledger.aspects)
    y += 25 + bars_height + 13
    _heading(pen, x, y, "三、累计销号与计划（项）")
    pen.right(RIGHT, y, "计划：按现行时限到期的任务累计", HEADING_NOTE)
    chart_height = min(112, PROOF_TOP - rates_height - y)
    if ledger.trend:
        charts.Trend(pen, Box(x, y + 4, width, chart_height), ledger.trend).draw()
    _rates(pen, ledger, y + chart_height + 16)


def _rates(pen: Pen, ledger: WeeklyLedger, y: float) -> None:
    x = RIGHT_EDGE
    _heading(pen, x, y, "四、比率（分子/分母）")
    y += 6
    pen.rule(x, RIGHT, y, 0.8, INK)
    for rate in ledger.rates:
        y += RATE_HEIGHT
        pen.text(x + 2, y - 4, rate.name, RATE)
        pen.text(x + 62, y - 4, rate_words(rate), RATE)
        pen.right(RIGHT, y - 4, rate.definition, HEADING_NOTE)
        pen.rule(x, RIGHT, y, 0.4, HAIR)
    pen.rule(x, RIGHT, y, 0.6, LINE)


def rate_words(rate: Rate) -> str:
    """Return the rate with what it was made of: 27.3%（9/33）."""
    parts = f"（{rate.numerator:,}/{rate.denominator:,}）"
    if not rate.denominator:
        return f"—{parts}"
    return f"{rate.numerator / rate.denominator:.1%}{parts}"
