"""Any supported file to its lines."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from app.intake.parsing.lines import Source
from app.intake.parsing.reading.binary import read_binary
from app.intake.parsing.reading.compose import Raw, compose
from app.intake.parsing.reading.detect import FileType, detect
from app.intake.parsing.reading.html import read_html
from app.intake.parsing.reading.limits import bytes_of
from app.intake.parsing.reading.pdf import read_pdf
from app.intake.parsing.reading.sheet import read_sheets
from app.intake.parsing.reading.text import read_text
from app.intake.parsing.reading.word import read_word

READERS: Final[Mapping[FileType, Callable[[bytes], Raw]]] = {
    FileType.TEXT: read_text,
    FileType.WORD: read_word,
    FileType.SHEET: read_sheets,
    FileType.BINARY: read_binary,
    FileType.PDF: read_pdf,
    FileType.PAGE: read_html,
}


def read_file(path: Path, name: str) -> Source:
    """Check the size, tell the type, read the lines and clean them."""
    data = bytes_of(path)
    return compose(name, data, READERS[detect(data)](data))
