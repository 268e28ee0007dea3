"""Empty workbooks to fill in and upload."""

from collections.abc import Sequence
from typing import IO, Final

from app.intake.operations.exporting.workbook import write_book
from app.intake.snapshot.columns import Book
from app.units.queries import tree

MOST: Final = 2_000
"""Units that the explanation names at most."""


def write_template(stream: IO[bytes], book: Book, areas: Sequence[str] = ("/",)) -> None:
    """Write the columns, how to fill them in, and the units known in these areas."""
    known = [unit.name for unit in tree() if unit.path.startswith(tuple(areas))]
    write_book(stream, book, (), known[:MOST])
