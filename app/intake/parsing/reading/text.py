"""Plain text to lines; runs of pipe, tab or comma rows become tables."""

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.lines import Cell, Paragraph, Row
from app.intake.parsing.reading.columns import Splitter, splitter_for
from app.intake.parsing.reading.commas import Record, records_of
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.encoding import decode
from app.intake.parsing.reading.layout import laid_out
from app.intake.parsing.reading.markdown import plain

COMMENT_END: Final = re.compile(r"#-{2,}\s*$")
COMMENT_LINES: Final = 12
RULE: Final = re.compile(r"[\s|｜+\-—–=_:：·.…*＊─━│┃┼]+$")
MARKDOWN_HEAD: Final = re.compile(r"#{1,6}\s+(?=\S)")
JOINED_LINES: Final = 40
MOST_CELLS: Final = 1_000
"""What is cut into more is no row of a table."""


def read_text(data: bytes) -> Raw:
    """Number the physical lines and group them into paragraphs and rows."""
    raw = Raw()
    texts = decode(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, text in enumerate(texts, start=1):
        raw.line(text, f"第{number}行")
    start = _comment_lines(texts)
    raw.ignored.update(dict.fromkeys(range(1, start + 1), "comment"))
    texts = plain(texts)
    records = records_of(texts[start:])
    if records is None or any(len(record.cells) > MOST_CELLS for record in records):
        _group(raw, texts, start)
    else:
        raw.blocks.extend(laid_out([_row(record, start) for record in records]))
    return raw


def _row(record: Record, start: int) -> Row:
    lines = tuple(range(start + record.first + 1, start + record.end + 1))
    return Row(tuple(Cell(text.strip(), lines) for text in record.cells), 1, pasted=True)


def _comment_lines(texts: Sequence[str]) -> int:
    """Count the lines of a commented head that ends with #---."""
    for index, text in enumerate(texts[:COMMENT_LINES]):
        if not text.lstrip("\ufeff").startswith("#"):
            return 0
        if COMMENT_END.match(text.lstrip("\ufeff")):
            return index + 1
    return 0


def _group(raw: Raw, texts: Sequence[str], index: int) -> None:
    splitter = splitter_for(texts[index:])
    table, inside = 0, False
    while index < len(texts):
        taken, cells = _row_at(texts, index, splitter)
        if cells:
            table += not inside
            lines = tuple(range(index + 1, index + taken + 1))
            row = tuple(Cell(text, lines) for text in cells)
            raw.blocks.append(Row(row, table, pasted=True))
        elif texts[index].strip():
            _paragraph(raw, index + 1, texts[index])
        inside = bool(cells) or (inside and not _is_prose(texts[index]))
        index += taken


def _is_prose(text: str) -> bool:
    """Blank lines and rules do not end a table."""
    return bool(text.strip()) and not RULE.match(text)


def _row_at(
    texts: Sequence[str], index: int, splitter: Splitter
) -> tuple[int, tuple[str, ...] | None]:
    text, taken = texts[index], 1
    if RULE.match(text):
        return 1, None
    while splitter.is_open(text) and taken < JOINED_LINES and index + taken < len(texts):
        text += "\n" + texts[index + taken]
        taken += 1
    if splitter.is_open(text):
        text, taken = texts[index], 1
    cells = splitter.cells(text)
    return taken, cells if cells and len(cells) <= MOST_CELLS else None


def _paragraph(raw: Raw, number: int, text: str) -> None:
    if RULE.match(text):
        raw.ignored[number] = "rule"
        return
    bare = MARKDOWN_HEAD.sub("", text.strip(), count=1).strip("|｜ \t")
    if bare:
        raw.blocks.append(Paragraph(bare, (number,)))
