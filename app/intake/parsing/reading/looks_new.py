"""How the sheets of an .xlsx look, found in its parts: the library for values does not tell."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from app.intake.parsing.reading.looks import Looks, Place, check_size
from app.intake.parsing.reading.xml import member, tree

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINKS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
TARGET: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
HIDDEN: Final = re.compile(rb"hidden=[\"'](?:1|true)[\"']")
ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
COLUMN: Final = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
FAR: Final = re.compile(rb"\sr=\"(?:[A-Z]{3,9}\d{1,9}|[A-Z]{1,9}\d{6,9})\"")
CELL: Final = re.compile(rb"<(?:\w+:)?c\s[^>]{0,80}?r=\"([A-Z]{1,9})(\d{1,9})\"[^>]{0,80}?>")
FAILED: Final = re.compile(
    rb"<(?:\w+:)?c\s[^>]{0,80}?r=\"([A-Z]{1,9})(\d{1,9})\"[^>]{0,80}?\st=\"e\"[^>]{0,80}?>"
    rb"(?:(?!</(?:\w+:)?c>).){0,2000}?<(?:\w+:)?v>(#[^<]{1,20})<",
    re.DOTALL,
)
UNCOUNTED: Final = re.compile(
    rb"<(?:\w+:)?c\s[^>]{0,80}?r=\"([A-Z]{1,9})(\d{1,9})\"[^>]{0,80}>\s{0,9}"
    rb"<(?:\w+:)?f[^>/]{0,200}>([^<]{1,2000})</(?:\w+:)?f>\s{0,9}"
    rb"(?:<(?:\w+:)?v\s?/>|<(?:\w+:)?v>\s{0,9}</(?:\w+:)?v>)?\s{0,9}</(?:\w+:)?c>"
)
"""A formula that no office program has worked out yet: it shows nothing to the library."""
STYLE: Final = re.compile(rb"\ss=\"(\d{1,6})\"")
WIDEST: Final = 16_384
PERCENTS: Final = frozenset({"9", "10"})
"""Numbers of Excel's own formats 0% and 0.00%."""


def looks_in_parts(data: bytes) -> Mapping[str, Looks]:
    """Return the looks by the name of the sheet; refuse a sheet of an absurd size."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        percents = _percent_styles(archive)
        return {
            name: _looks(name, xml, percents)
            for name, part in _parts(archive).items()
            if (xml := member(archive, part)) is not None
        }


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    book = tree(archive, "xl/workbook.xml")
    links = tree(archive, "xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return {}
    targets = {each.get("Id", ""): each.get("Target", "") for each in links.iter(TARGET)}
    return {
        sheet.get("name", ""): _path(targets.get(sheet.get(link, ""), ""))
        for sheet in book.iter(f"{MAIN}sheet")
        for link in LINKS
        if link in sheet.attrib
    }


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _percent_styles(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """Numbers of the cell styles that show a number in percent."""
    styles = tree(archive, "xl/styles.xml")
    if styles is None:
        return frozenset()
    own = {
        each.get("numFmtId", "")
        for each in styles.iter(f"{MAIN}numFmt")
        if "%" in each.get("formatCode", "")
    }
    formats = styles.find(f"{MAIN}cellXfs")
    return frozenset(
        str(index).encode()
        for index, each in enumerate(() if formats is None else formats)
        if each.get("numFmtId", "") in PERCENTS | own
    )


def _looks(name: str, xml: bytes, percents: frozenset[bytes]) -> Looks:
    if FAR.search(xml):
        _check(name, xml)
    places = frozenset(_styled(xml, percents) if percents else ())
    failures = {
        (int(row) - 1, _column(letters) - 1): said.decode(errors="replace")
        for letters, row, said in FAILED.findall(xml)
    }
    for letters, row, formula in UNCOUNTED.findall(xml):
        place = (int(row) - 1, _column(letters) - 1)
        failures[place] = f"={unescape(formula.decode(errors='replace'))}"
    if not HIDDEN.search(xml):
        return Looks(percents=places, failures=failures)
    rows = (_number(tag, rb'\br="(\d{1,9})"') for tag in ROW.findall(xml) if HIDDEN.search(tag))
    columns: set[int] = set()
    for tag in {tag for tag in COLUMN.findall(xml) if HIDDEN.search(tag)}:
        first, last = _number(tag, rb'\bmin="(\d{1,9})"'), _number(tag, rb'\bmax="(\d{1,9})"')
        columns.update(range(first - 1, min(last, WIDEST)))
    hidden = frozenset(row - 1 for row in rows if row)
    return Looks(hidden, frozenset(columns), places, failures)


def _check(name: str, xml: bytes) -> None:
    """Refuse before the library makes room for every cell up to the last."""
    found = CELL.findall(xml)
    rows = max((int(row) for _, row in found), default=0)
    check_size(name, rows, max((_column(letters) for letters, _ in found), default=0))


def _styled(xml: bytes, styles: frozenset[bytes]) -> Iterator[Place]:
    for match in CELL.finditer(xml):
        style = STYLE.search(match[0])
        if style is not None and style[1] in styles:
            yield int(match[2]) - 1, _column(match[1]) - 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _number(tag: bytes, pattern: bytes) -> int:
    match = re.search(pattern, tag)
    return int(match[1]) if match else 0
