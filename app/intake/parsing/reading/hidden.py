"""Hidden rows and columns of a workbook, found in its parts: the sheet reader does not tell."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.reading.xml import tree

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TARGET: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
HIDDEN: Final = re.compile(rb'hidden="(?:1|true)"')
ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
COLUMN: Final = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
WIDEST: Final = 16_384


@dataclass(frozen=True)
class Hidden:
    """Counted from zero."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def hidden_parts(data: bytes) -> Mapping[str, Hidden]:
    """Return what is hidden, by the name of the sheet; nothing for other kinds of workbook."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = _parts(archive)
        return {
            name: _hidden(archive.read(part))
            for name, part in parts.items()
            if part in archive.namelist()
        }


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    book = tree(archive, "xl/workbook.xml")
    links = tree(archive, "xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return {}
    targets = {each.get("Id", ""): each.get("Target", "") for each in links.iter(TARGET)}
    return {
        sheet.get("name", ""): _path(targets.get(sheet.get(LINK, ""), ""))
        for sheet in book.iter(f"{MAIN}sheet")
    }


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _hidden(xml: bytes) -> Hidden:
    if not HIDDEN.search(xml):
        return Hidden()
    rows = (_number(tag, rb'\br="(\d+)"') for tag in ROW.findall(xml) if HIDDEN.search(tag))
    columns: set[int] = set()
    for tag in (tag for tag in COLUMN.findall(xml) if HIDDEN.search(tag)):
        first, last = _number(tag, rb'\bmin="(\d+)"'), _number(tag, rb'\bmax="(\d+)"')
        columns.update(range(first - 1, min(last, WIDEST)))
    return Hidden(frozenset(row - 1 for row in rows if row), frozenset(columns))


def _number(tag: bytes, pattern: bytes) -> int:
    match = re.search(pattern, tag)
    return int(match[1]) if match else 0
