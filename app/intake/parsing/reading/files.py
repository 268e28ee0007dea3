"""Any supported file to its lines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.intake.parsing.lines import Source
from app.intake.parsing.reading.compose import compose
from app.intake.parsing.reading.detect import FileType, detect
from app.intake.parsing.reading.limits import bytes_of
from app.later import Later

HERE: Final = "app.intake.parsing.reading"
READERS: Final[Mapping[FileType, tuple[Later, str]]] = {
    FileType.TEXT: (Later(f"{HERE}.text"), "read_text"),
    FileType.WORD: (Later(f"{HERE}.word"), "read_word"),
    FileType.SHEET: (Later(f"{HERE}.sheet"), "read_sheets"),
    FileType.OPENED: (Later(f"{HERE}.opened"), "read_opened"),
    FileType.BINARY: (Later(f"{HERE}.binary"), "read_binary"),
    FileType.PDF: (Later(f"{HERE}.pdf"), "read_pdf"),
    FileType.SAVED: (Later(f"{HERE}.mht"), "read_mht"),
    FileType.PAGE: (Later(f"{HERE}.html"), "read_html"),
}
"""Each file is read by one of them: the libraries of the others are not waited for."""


def read_file(path: Path, name: str) -> Source:
    """Check the size, tell the type, read the lines and clean them."""
    data = bytes_of(path)
    room, reader = READERS[detect(data)]
    return compose(name, data, getattr(room, reader)(data))
