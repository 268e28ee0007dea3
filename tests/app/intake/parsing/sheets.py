"""Files that the tests make themselves: text, Word and Excel of our own invention."""

# ruff: noqa: SLF001  # python-docx has no public way to the XML of a paragraph

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import docx
import xlsxwriter
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from app.intake.parsing.document import parse_file
from app.intake.parsing.result import ParsedDocument

Read = Callable[[str], ParsedDocument]


def read_text(folder: Path, text: str, **options: Any) -> ParsedDocument:
    """Parse a text as it would come in a file."""
    file = folder / "list.txt"
    file.write_text(text, encoding="utf-8")
    return parse_file(file, **options)


def adds_up(document: ParsedDocument) -> bool:
    """Whether every line is mapped, ignored or unexplained, and the last have findings."""
    coverage = document.coverage
    told = {finding.line for finding in document.findings if finding.code == "unexplained"}
    states = [mark.state for mark in document.marks.values()]
    return (
        coverage["lines"] == coverage["mapped"] + coverage["ignored"] + coverage["unexplained"]
        and len(told) == coverage["unexplained"]
        and len(states) == coverage["lines"]
    )


def word(folder: Path, build: Callable[[Any], None]) -> Path:
    """Save a Word document that `build` filled."""
    document = docx.Document()
    build(document)
    file = folder / "list.docx"
    document.save(str(file))
    return file


def numbered(document: Any, levels: Sequence[tuple[str, str]]) -> str:
    """Define a multi-level automatic numbering (format, text) and return its number."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for depth, (style, text) in enumerate(levels):
        level = parse_xml(
            f'<w:lvl {nsdecls("w")} w:ilvl="{depth}"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        )
        abstract.append(level)
    numbering.insert(0, abstract)
    number = parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    numbering.append(number)
    return "77"


def in_list(paragraph: Any, number: str, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{number}"/></w:numPr>'
        )
    )


def workbook(folder: Path, build: Callable[[Any], None]) -> Path:
    file = folder / "list.xlsx"
    book = xlsxwriter.Workbook(str(file))
    build(book)
    book.close()
    return file


def sheet(folder: Path, rows: Iterable[Sequence[Any]]) -> Path:
    """Save one sheet of plain rows."""

    def build(book: Any) -> None:
        page = book.add_worksheet("清单")
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)

    return workbook(folder, build)


def archive(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return packed.getvalue()
