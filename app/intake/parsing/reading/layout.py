"""What the rows of a sheet are: a table, and prose that somebody typed into one column."""

from collections.abc import Iterator, Sequence

from app.intake.parsing.lines import Block, Cell, Paragraph, Row


def laid_out(rows: Sequence[Row]) -> Iterator[Block]:
    """Return the rows of the table; what stands alone above and below it is prose."""
    wide = [index for index, row in enumerate(rows) if _is_wide(row)]
    first, last = (wide[0], wide[-1]) if wide else (len(rows), len(rows))
    for index, row in enumerate(rows):
        if first <= index <= last:
            yield row
        else:
            yield from _paragraphs(row)


def _is_wide(row: Row) -> bool:
    """More than one cell; those that reach down from above count, one merged across counts once."""
    return len({(cell.lines, cell.text) for cell in row.cells if cell.text.strip()}) > 1


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    for cell in _filled(row):
        texts = (text.strip() for text in cell.text.splitlines())
        yield from (Paragraph(text, cell.lines) for text in texts if text)


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.text.strip() and not cell.repeated]
