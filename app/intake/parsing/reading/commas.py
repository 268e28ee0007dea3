"""Whether a text is a table saved as comma-separated values, and its records if it is."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.cases.labels import case_field
from app.intake.parsing.labels import field_of

DELIMITERS: Final = ",;"
LEAST_LABELS: Final = 3
LEAST_ROWS: Final = 3
USUAL_SHARE: Final = 0.6
NUMERIC_SHARE: Final = 0.3
LOOKED_AT: Final = 40


@dataclass(frozen=True)
class Record:
    """The cells of one record, and the physical lines that it takes (from 0, end excluded)."""

    cells: tuple[str, ...]
    first: int
    end: int

    @property
    def filled(self) -> int:
        return sum(bool(cell.strip()) for cell in self.cells)


def records_of(texts: Sequence[str]) -> list[Record] | None:
    """Return the records, None where the text is no such table: prose has commas too."""
    for delimiter in DELIMITERS:
        try:
            records = list(_records(texts, delimiter))
        except csv.Error:
            continue
        if _is_table(records, texts, delimiter):
            return [record for record in records if record.filled]
    return None


def _records(texts: Sequence[str], delimiter: str) -> Iterator[Record]:
    lines = (text + "\n" for text in texts)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    first = 0
    for cells in reader:
        yield Record(tuple(cells), first, reader.line_num)
        first = reader.line_num


def _is_table(records: Sequence[Record], texts: Sequence[str], delimiter: str) -> bool:
    quoted = [
        _is_written_so(record, texts, delimiter)
        for record in records
        if any('"' in text for text in texts[record.first : record.end])
    ]
    several = [record for record in records if record.filled > 1]
    if not all(quoted) or not (quoted or several):
        return False
    if not several:
        return True
    counts = Counter(len(record.cells) for record in several)
    usual, times = counts.most_common(1)[0]
    if times < USUAL_SHARE * len(several):
        return False
    return bool(quoted) or _has_header(several) or _is_padded(records) or _counts(several, usual)


def _is_written_so(record: Record, texts: Sequence[str], delimiter: str) -> bool:
    """Quotes stand where a program would set them; in prose they stand around words."""
    source = "\n".join(texts[record.first : record.end])
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL):
        written = io.StringIO()
        writer = csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator="")
        writer.writerow(record.cells)
        if written.getvalue() == source:
            return True
    return False


def _has_header(several: Sequence[Record]) -> bool:
    for record in several[:LOOKED_AT]:
        named = sum(
            field_of(cell) is not None or case_field(cell) is not None for cell in record.cells
        )
        if named >= LEAST_LABELS and named * 2 > record.filled:
            return True
    return False


def _is_padded(records: Sequence[Record]) -> bool:
    """Office programs give every line as many commas as the widest has."""
    widths = {len(record.cells) for record in records if record.cells}
    return len(widths) == 1 and len(records) >= LEAST_ROWS and any(r.filled == 1 for r in records)


def _counts(several: Sequence[Record], usual: int) -> bool:
    """Rows of figures under a header of other words."""
    rows = [record for record in several if len(record.cells) == usual]
    cells = [cell.strip() for record in rows for cell in record.cells]
    numbers = sum(cell.rstrip("%件个家人").replace(".", "").isdigit() for cell in cells)
    return len(rows) == len(several) >= LEAST_ROWS and numbers >= NUMERIC_SHARE * len(cells)
