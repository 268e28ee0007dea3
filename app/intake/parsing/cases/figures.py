"""Figures of statistics tables and bulletins: counts by type, by area, by state."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from app.intake.parsing.account import Account
from app.intake.parsing.cases.figures_columns import is_value
from app.intake.parsing.cases.figures_sums import check_text
from app.intake.parsing.cases.figures_table import read_table
from app.intake.parsing.cases.figures_text import DATE, Figure, Told, read_text, undecidable_run
from app.intake.parsing.lines import Block, Cell, Paragraph, Row
from app.intake.parsing.noise import TITLE_END
from app.intake.parsing.result import Finding
from app.wording import N_

TITLE_LENGTH: Final = 60
ENDINGS: Final = "。；;！!，,、：:"
NOTE: Final = re.compile(
    r"(?:备注|注|说明|填表说明|制表|填报|审核|联系|单位[:：]|来源|附)|[(（]?\d{4}年\d{1,2}月\d{1,2}日[)）]?$"
)
RELATED: Final = re.compile(
    r"(?:拆分|重复|合并)(?:件|办理|为)?.{0,40}[A-Z]{1,3}\d|[A-Z]{1,3}\d[\d-]+.{0,20}(?:拆分|重复|合并)"
)
UNCOUNTED: Final = re.compile(
    rf"{DATE.pattern}|\d+月|\d{{4}}|(?:第|编号[:：]?)[\d-]+|[(（][^()（）]*[)）]"
)
"""Dates, ordinals and numbers of documents: nothing that a title could lose."""
LEAST_CELLS: Final = 2


def read_figures(blocks: Sequence[Block], account: Account) -> list[dict[str, str | float]]:
    """Return the figures of tables and paragraphs in order; every line is accounted for."""
    figures: list[Figure] = []
    title = ""
    for table, run in groupby(_with_tables(blocks), key=lambda each: getattr(each, "table", 0)):
        found = list(run)
        if table:
            rows = [block for block in found if isinstance(block, Row)]
            figures += read_table(rows, title, account)
            continue
        for paragraph in found:
            if isinstance(paragraph, Paragraph):
                figures += _paragraph(paragraph, account)
                title += f" {paragraph.text}" if len(paragraph.text) <= TITLE_LENGTH else ""
    return [figure.to_json() for figure in _distinct(figures)]


def _paragraph(paragraph: Paragraph, account: Account) -> list[Figure]:
    text, line = paragraph.text, paragraph.lines[0]
    if run := undecidable_run(text):
        message = N_("数字连写，无法唯一切分，请按原件录入")
        account.find(Finding(line, "undecidable", run[:80], message))
        return []
    told: list[Told] = [] if NOTE.match(text) else read_text(text)
    if told:
        account.map(paragraph.lines, "figures")
        check_text(told, line, account)
    elif RELATED.search(text):
        account.map(paragraph.lines, "repeats")
    elif reason := _aside(text):
        account.ignore(paragraph.lines, reason)
    return [each.figure for each in told]


def _aside(text: str) -> str | None:
    if NOTE.match(text) or not re.search(r"\d", text):
        plain = len(text) <= TITLE_LENGTH and text[-1] not in ENDINGS and not NOTE.match(text)
        return "title" if plain else "notice-text"
    titled = TITLE_END.search(text) or not re.search(r"\d", UNCOUNTED.sub("", text))
    return "title" if titled and len(text) <= TITLE_LENGTH and text[-1] not in ENDINGS else None


def _distinct(figures: Sequence[Figure]) -> Iterator[Figure]:
    """累计/来电 beside 来电: a figure names its scope where the document has several."""
    scopes = {figure.scope for figure in figures}
    owners = Counter(label for label, _ in {(each.label, each.scope) for each in figures})
    for figure in dict.fromkeys(figures):
        wide = figure.scope == "累计" and len(scopes) > 1
        if figure.scope and figure.label != figure.scope and (wide or owners[figure.label] > 1):
            prefixed = wide or not _is_first(figure, figures)
            label = f"{figure.scope}/{figure.label}" if prefixed else figure.label
            yield replace(figure, label=label)
        else:
            yield figure


def _is_first(figure: Figure, figures: Sequence[Figure]) -> bool:
    """The scope that a bulletin begins with needs no name beside 累计."""
    others = {each.scope for each in figures if each.label == figure.label} - {"累计"}
    return len(others) == 1


def _with_tables(blocks: Sequence[Block]) -> list[Block]:
    """Lines of as many words each, numbers below names, are the rows of a table without lines."""
    found: list[Block] = []
    run: list[Paragraph] = []
    for block in [*blocks, None]:
        if isinstance(block, Paragraph) and _same_width(run, block):
            run.append(block)
            continue
        found.extend(_rows(run, -len(found) - 1))
        run = [block] if isinstance(block, Paragraph) else []
        found.extend([block] if isinstance(block, Row) else [])
    return found


def _same_width(run: Sequence[Paragraph], block: Paragraph) -> bool:
    """As wide as the rows above, or a name with fewer values: a cell is missing there."""
    if not run:
        return True
    words, width = _words(block), len(_words(run[0]))
    if len(words) == width:
        return width >= LEAST_CELLS
    valued = all(map(is_value, words[1:])) and not is_value(words[0])
    return LEAST_CELLS <= len(words) < width and len(run) > 1 and valued


def _words(paragraph: Paragraph) -> list[str]:
    return paragraph.text.split()


def _rows(run: Sequence[Paragraph], table: int) -> Sequence[Block]:
    counted = [sum(is_value(word) for word in _words(each)) for each in run]
    if len(run) <= 1 or not any(counted) or 0 in counted[1:]:
        return run
    return [
        Row(tuple(Cell(word, each.lines) for word in _words(each)), table, pasted=True)
        for each in run
    ]
