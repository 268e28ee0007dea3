"""PDF with a text layer to lines: ruled tables to rows, text lines to paragraphs, page by page."""

import io
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pdfplumber
import pypdfium2
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.lines import Cell, Row
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.furniture import Furniture, TextLine
from app.intake.parsing.reading.paragraphs import gap, paragraphs_of, shown
from app.intake.parsing.reading.spans import Box, Place, owners
from app.wording import N_

PAGES: Final = 600
LEAST_TEXT: Final = 8
"""Characters a page has at least on average, or the file is a picture of text."""
RULED: Final = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
LEAST_RULES: Final = 4
FULL: Final = 0.7
"""Share of the widest line of a cell that a full line has at least."""
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells of every odd font
BROKEN: Final = (
    MalformedPDFException, PdfminerException, PSException, ValueError, TypeError, LookupError,
    ArithmeticError, AttributeError, OSError, RecursionError,
)  # fmt: skip
"""What the library raises at a file whose parts do not fit together."""
APART: Final = re.compile(r"(?<![^ ])(?:[一-龥] ){2,40}[一-龥](?![^ :：])")


@dataclass(frozen=True)
class Grid:
    """One table on one page: its box and its rows of texts; None is a part of a merged cell."""

    box: Box
    rows: list[list[str | None]]
    owners: Mapping[Place, Place]
    """Where the merged cell begins that covers a place."""


def read_pdf(data: bytes) -> Raw:
    """Read every page; refuse a file that is locked, damaged, or a picture of text."""
    _check(data)
    reader = _Reader(Raw())
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            furniture = Furniture([_text_lines(page) for page in document.pages])
            for number, page in enumerate(document.pages, start=1):
                reader.page(page, number, furniture)
                page.close()
    except BROKEN as error:
        raise damaged() from error
    reader.finish()
    return reader.raw


def _check(data: bytes) -> None:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableFile(N_("文件已加密，无法读取；请取消密码后再上传")) from error
        raise damaged() from error
    with document:
        count = len(document)
        if not count:
            raise damaged()
        if count > PAGES:
            message = N_("文件有%(pages)s页，超过%(limit)s页的上限；请拆分后再上传")
            raise UnreadableFile(message, pages=count, limit=PAGES)
        found = _characters(document)
    if found < LEAST_TEXT * count:
        raise UnreadableFile(
            N_("这是扫描件，只有图像没有文字，不能读取；请上传可以复制文字的PDF，或Word、Excel原件")
        )


def _characters(document: pypdfium2.PdfDocument) -> int:
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError as error:
        raise damaged() from error
    return sum(len("".join(text.split())) for text in texts)


def _text_lines(page: Any) -> list[TextLine]:
    """The lines of a page from the top down, with where they stand."""
    words = page.extract_text_lines(
        return_chars=False, strip=True, x_tolerance_ratio=0.35, y_tolerance=3
    )
    return [
        TextLine(_tight(word["text"]), word["x0"], word["top"], word["x1"], word["bottom"])
        for word in words
    ]


def _tight(text: str) -> str:
    """No blanks between characters that were only set apart, each from the next."""
    return APART.sub(lambda run: run[0].replace(" ", ""), text)


class _Reader:
    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self._open: list[TextLine] = []
        self._page = 0
        self._width = 0.0
        self._tables = 0
        self._last: tuple[int, int] | None = None
        """Number of the table that ended the page before, and its width."""

    def page(self, page: Any, number: int, furniture: Furniture) -> None:
        """Read one page: the text above, between and below its tables, and these."""
        self._page, self._width = number, float(page.width)
        grids = sorted(_grids(page), key=lambda grid: grid.box[1])
        lines = [line for line in _text_lines(page) if not _within(line, grids)]
        content = [line for line in lines if not furniture.is_around(line, number)]
        for line in lines:
            if line not in content:
                self._aside(line, furniture)
        for grid in grids:
            above = [line for line in content if line.top < grid.box[1]]
            content = [line for line in content if line not in above]
            self._text(above)
            self._table(grid)
        self._text(content)

    def _aside(self, line: TextLine, furniture: Furniture) -> None:
        number = self.raw.line(line.text, f"第{self._page}页")
        self.raw.ignored[number] = furniture.reason(line)

    def _text(self, lines: Sequence[TextLine]) -> None:
        """Lines go on in the paragraph that the page before left open."""
        if lines:
            self._last = None
            self._open += [line.on(self._page) for line in lines]

    def _table(self, grid: Grid) -> None:
        self.finish()
        rows = [row for row in grid.rows if any(row)]
        width = max((len(row) for row in rows), default=0)
        if not rows or width <= 1:
            for row in rows:
                self.raw.paragraph(row[0] or "", f"第{self._page}页")
            return
        goes_on = self._last is not None and self._last[1] == width
        self._tables += not goes_on
        made: dict[Place, Cell] = {}
        for number, row in enumerate(grid.rows):
            if any(row):
                cells = [self._cell(grid, (number, column), made) for column in range(len(row))]
                self.raw.blocks.append(Row(tuple(cells), self._tables))
        self._last = (self._tables, width)

    def _cell(self, grid: Grid, at: Place, made: dict[Place, Cell]) -> Cell:
        text, owner = grid.rows[at[0]][at[1]], grid.owners.get(at)
        if text is not None:
            said = _joined(text)
            place = f"第{self._page}页表第{at[0] + 1}行第{at[1] + 1}列"
            made[at] = Cell(said, (self.raw.line(said, place),))
            return made[at]
        if owner in made:
            return Cell(made[owner].text, made[owner].lines, repeated=True)
        return Cell("", ())

    def finish(self) -> None:
        """End the paragraphs that were open."""
        for text, page in paragraphs_of(self._open, self._width):
            self.raw.paragraph(text, f"第{page}页")
        self._open = []


def _grids(page: Any) -> Iterator[Grid]:
    """Tables with rules of their own; a page without rules has none."""
    if len(page.lines) + len(page.rects) + len(page.curves) < LEAST_RULES:
        return
    for table in page.find_tables(RULED):
        rows = table.extract(x_tolerance_ratio=0.35, y_tolerance=3)
        if rows and max(len(row) for row in rows) > 1:
            yield Grid(table.bbox, rows, owners([row.cells for row in table.rows]))


def _within(line: TextLine, grids: Sequence[Grid]) -> bool:
    middle = (line.top + line.bottom) / 2
    return any(
        grid.box[1] <= middle <= grid.box[3] and line.x1 > grid.box[0] and line.x0 < grid.box[2]
        for grid in grids
    )


ENUMERATED: Final = re.compile(
    r"\s*(?:\d{1,2}[.、．](?!\d)|[(（][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳])"
)


def _joined(text: str) -> str:
    """Lines of a narrow cell are one text; a short line ended there, a number begins a new one."""
    lines = [said for line in text.split("\n") if (said := _tight(line.strip()))]
    widest = max(map(shown, lines), default=0)
    parts: list[str] = []
    for before, line in pairwise(["", *lines]):
        ended = not before or widest - shown(before) > max(2, widest * (1 - FULL))
        if ended or (ENUMERATED.match(line) and before[-1] in "。；;:："):
            parts.append(line)
        else:
            parts[-1] += gap(before, line) + line
    return "\n".join(parts)
