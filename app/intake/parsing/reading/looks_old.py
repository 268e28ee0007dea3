"""How the sheets of an .xls or .et look: hidden rows and columns, out of its records."""

import struct
from collections.abc import Iterator, Mapping
from typing import Final

from app.intake.parsing.reading.looks import Looks
from app.later import Later

cfb: Final = Later("doc2docx.cfb.container")
errors: Final = Later("doc2docx.errors")
STREAMS: Final = ("Workbook", "Book")
BOF, EOF, ROW, COLUMNS, SHEET = 0x0809, 0x000A, 0x0208, 0x007D, 0x0085
NEW_TEXT: Final = 0x0600
"""From this version on, the names of sheets are Unicode."""
WIDEST: Final = 256


def looks_in_records(data: bytes) -> Mapping[str, Looks]:
    """Return the looks by the name of the sheet; nothing where the records cannot be followed."""
    try:
        stream = _stream(data)
        return {name: _looks(stream, start) for name, start in _sheets(stream)}
    except (struct.error, IndexError, UnicodeDecodeError):
        return {}


def _stream(data: bytes) -> bytes:
    try:
        container = cfb.CompoundFile(data)
        names = [entry.name for entry in container.entries if entry.name in STREAMS]
        return bytes(container.open_stream(names[0])) if names else b""
    except errors.Doc2DocxError:
        return b""


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from one place to the end of what begins there."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        depth += (kind == BOF) - (kind == EOF)
        yield kind, stream[at + 4 : at + 4 + size]
        if depth <= 0:
            return
        at += 4 + size


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    version = 0
    for kind, body in _records(stream, 0):
        if kind == BOF:
            version = version or int(struct.unpack_from("<H", body)[0])
        elif kind == SHEET:
            yield _name(body[6:], version), int(struct.unpack_from("<I", body)[0])


def _name(body: bytes, version: int) -> str:
    if version < NEW_TEXT:
        return body[1 : 1 + body[0]].decode("gb18030")
    length, wide = body[0], body[1] & 1
    return body[2 : 2 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1")


def _looks(stream: bytes, start: int) -> Looks:
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, body in _records(stream, start):
        if kind == ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
            rows.add(struct.unpack_from("<H", body)[0])
        elif kind == COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<5H", body)
            columns.update(range(first, min(last + 1, WIDEST)) if flags & 1 else ())
    return Looks(frozenset(rows), frozenset(columns))
