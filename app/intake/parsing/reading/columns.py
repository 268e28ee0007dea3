"""Rows of a table pasted as text: pipes, tabs, commas or wide blanks between the cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from app.intake.parsing.reading.known import is_label

PIPES: Final = re.compile(r"[|｜│┃]")
PIPE_SIGNS: Final = "|｜│┃"
TABS: Final = re.compile(r"\t")
QUOTED: Final = r"(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"
QUOTING: Final = tuple(re.compile(f"{sign}{QUOTED}") for sign in ",;，；")
"""Half-width signs before full-width ones: the text of a cell is full of these."""
BLANKS: Final = re.compile(r"\s{2,}|\u3000+")
BREAK: Final = re.compile(r"\s{0,9}<br\s{0,9}/?>\s{0,9}", re.IGNORECASE)
"""How Markdown breaks a line inside a cell."""
OPENED: Final = re.compile(r"(?:^|[\t,;，；])\"")
COUNTED: Final = re.compile(r"\"?\d{1,4}\"?")
SINGLE: Final = re.compile(r"[ \u00a0]+")
"""One blank cuts only under a header of nothing but labels, and into as many cells."""
LEAST_LABELS: Final = 3
PAIR: Final = 2
LOOKED_AT: Final = 40
LONGEST: Final = 4_000


@dataclass(frozen=True)
class Splitter:
    """How the rows of one document are cut; pipes and tabs always cut."""

    extra: re.Pattern[str] | None = None
    least: int = LEAST_LABELS
    framed: bool = True
    """Whether a pipe at the head of a row is its border, not the end of an empty cell."""
    width: int = 0
    """How many cells a row has to have; 0 for any number."""

    def is_open(self, text: str) -> bool:
        """A quoted cell of a tab or comma row goes on in the next line."""
        if text.count('"') % 2 == 0 or not ("\t" in text or self.extra in QUOTING):
            return False
        return OPENED.search(text) is not None

    def cells(self, text: str) -> tuple[str, ...] | None:
        if self.extra in QUOTING and len(text) <= LONGEST:
            cells = self.extra.split(text.strip("\r\n"))
            return _unquoted(cells) if len(cells) >= self.least else None
        if "\t" in text.strip() or (text.startswith("\t\t") and text.strip()):
            return _unquoted(TABS.split(text.rstrip("\n")))
        if any(pipe in text for pipe in PIPE_SIGNS):
            return _piped(text, framed=self.framed)
        if self.extra is None or len(text) > LONGEST:
            return None
        cells = self.extra.split(text.strip())
        fits = len(cells) == self.width if self.width else len(cells) >= self.least
        return _unquoted(cells) if fits else None


def splitter_for(texts: Sequence[str]) -> Splitter:
    """Find a header, or rows of one shape, cut by commas or blanks; only then do these cut."""
    head = [text for text in _whole(texts[:LOOKED_AT]) if len(text) <= LONGEST]
    plain = [text for text in head if "|" not in text and "\t" not in text]
    for text, pattern in product(plain, (*QUOTING, BLANKS)):
        if _names(pattern, text) >= LEAST_LABELS:
            return Splitter(pattern)
    if width := max(map(_labels_alone, plain), default=0):
        return Splitter(SINGLE, width=width)
    for pattern in QUOTING:
        if _are_counted(head, pattern) or _are_pairs(head, pattern):
            return Splitter(pattern, PAIR)
    return Splitter(framed=all(text.lstrip()[0] in PIPE_SIGNS for text in _piped_headers(head)))


def _whole(texts: Iterable[str]) -> Iterator[str]:
    """Lines with the ones that a quoted cell of theirs goes on in."""
    text = ""
    for line in texts:
        text = f"{text}\n{line}" if text else line
        if text.count('"') % PAIR == 0 or text.count("\n") > PAIR * PAIR:
            yield text
            text = ""
    if text:
        yield text


def _labels_alone(text: str) -> int:
    """Count the cells of a header that single blanks cut into labels and nothing else."""
    cells = SINGLE.split(text.strip())
    return len(cells) if len(cells) > LEAST_LABELS and all(map(is_label, cells)) else 0


def _piped_headers(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if any(pipe in text for pipe in PIPE_SIGNS) and _names(PIPES, text) >= LEAST_LABELS:
            yield text


def _names(pattern: re.Pattern[str], text: str) -> int:
    """Count the labels in a row if they are most of it."""
    cells = [cell.strip('" ') for cell in pattern.split(text.strip()) if cell.strip('" ')]
    named = sum(map(is_label, cells))
    return named if named * 2 > len(cells) else 0


def _are_counted(texts: Sequence[str], pattern: re.Pattern[str]) -> bool:
    """Rows that begin with a number, all cut into as many cells: no header names them."""
    rows = [pattern.split(text) for text in texts if text]
    counted = [len(row) for row in rows if COUNTED.fullmatch(row[0])]
    widths = set(counted)
    return len(widths) == 1 and widths.pop() >= LEAST_LABELS and len(counted) * 2 > len(rows)


def _are_pairs(texts: Sequence[str], pattern: re.Pattern[str]) -> bool:
    """Most rows are a label and its value."""
    rows = [pattern.split(text) for text in texts]
    led = sum(len(row) == PAIR and is_label(row[0].strip('" ')) for row in rows)
    return led >= LEAST_LABELS and led * 2 >= sum(map(bool, texts))


def _piped(text: str, *, framed: bool) -> tuple[str, ...] | None:
    """Cells between pipes; an outer pipe on both sides is a border, an only one ends a cell."""
    stripped = BREAK.sub("\n", text.strip())
    cells = [cell.strip() for cell in PIPES.split(stripped)]
    if framed and stripped[0] in PIPE_SIGNS:
        cells = cells[1:]
    if cells and stripped[-1] in PIPE_SIGNS and not cells[-1]:
        cells = cells[:-1]
    return tuple(cells) if len(cells) > 1 else None


def _unquoted(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(_plain(cell.strip()) for cell in cells)


def _plain(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell
