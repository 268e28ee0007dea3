"""Tables of a saved page: cells that span columns and rows stand in each of them."""

from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from app.intake.parsing.lines import Cell, Row
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.page_words import cell_text

WIDEST: Final = 60
MOST_COLUMNS: Final = 300
ROWS: Final = 65_534
CELLS_OF_A_TABLE: Final = 2


def is_data(table: HtmlElement) -> bool:
    """A table of rows and columns; one that lays out the page holds tables or single cells."""
    if table.find(".//table") is not None:
        return False
    widths = [len([cell for cell in row if cell.tag in ("td", "th")]) for row in _rows(table)]
    return max(widths, default=0) >= CELLS_OF_A_TABLE


def read_table(element: HtmlElement, raw: Raw, number: int) -> None:
    """Add the rows of one table that hold any text."""
    spans: dict[int, tuple[int, Cell]] = {}
    for place, row in enumerate(_rows(element), start=1):
        cells = _row(row, spans, raw, f"表{number}第{place}行")
        if any(cell.text for cell in cells):
            raw.blocks.append(Row(tuple(cells), number))


def _row(row: HtmlElement, spans: dict[int, tuple[int, Cell]], raw: Raw, place: str) -> list[Cell]:
    cells: list[Cell] = []
    for element in (each for each in row if each.tag in ("td", "th")):
        _fill(cells, spans)
        if len(cells) > MOST_COLUMNS:
            break
        text = cell_text(element)
        cell = Cell(text, (raw.line(text, f"{place}第{len(cells) + 1}列"),))
        again = Cell(text, cell.lines, repeated=True)
        wide, high = _span(element, "colspan"), _span(element, "rowspan", ROWS)
        for step in range(wide):
            if high > 1:
                spans[len(cells)] = (high - 1, again)
            cells.append(again if step else cell)
    _fill(cells, spans)
    return cells


def _fill(cells: list[Cell], spans: dict[int, tuple[int, Cell]]) -> None:
    """Cells that reach down from the rows above."""
    while len(cells) in spans:
        left, cell = spans.pop(len(cells))
        if left > 1:
            spans[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _span(element: HtmlElement, name: str, most: int = WIDEST) -> int:
    value = element.get(name, "1").strip()
    return max(1, min(int(value), most)) if value.isascii() and value.isdecimal() else 1


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child if row.tag == "tr")
