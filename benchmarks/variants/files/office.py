"""Word documents and workbooks: merged cells, counted numbers, serial dates, further sheets."""

# ruff: noqa: SLF001  # python-docx has no public way to the XML of a paragraph

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import docx
import xlsxwriter
import xlwt
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from benchmarks.variants.paper import Grid, Para, Variant
from benchmarks.variants.truth import EPOCH, Dice

DAY = re.compile(r"(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")


def word(variant: Variant, dice: Dice) -> bytes:
    document = docx.Document()
    counted = dice.chance(0.35) and _starts_at_one(variant)
    lists = _Lists(document)
    for block in variant.blocks:
        if isinstance(block, Grid):
            _word_table(document, block)
        elif counted and block.auto:
            lists.add(block)
        elif block.head and len(block.whole) > 4 and dice.chance(0.2):
            paragraph = document.add_paragraph()
            for part in (block.whole[:3], block.whole[3:]):
                paragraph.add_run(part)
        else:
            document.add_paragraph(block.whole)
    return _saved(document)


def _starts_at_one(variant: Variant) -> bool:
    heads = [block for block in variant.blocks if isinstance(block, Para) and block.auto]
    return (
        bool(heads)
        and all(block.auto[2].count("%1") == 1 for block in heads)
        and variant.items[0]["number"] == "1"
    )


class _Lists:
    """Numbers that Word counts: one list for each level."""

    def __init__(self, document: Any) -> None:
        self._document, self._known = document, dict[tuple[str, str, str], int]()

    def add(self, block: Para) -> None:
        number = self._known.setdefault(block.auto, len(self._known) + 70)
        if number == len(self._known) + 69:
            self._define(number, *block.auto[1:])
        paragraph = self._document.add_paragraph(block.text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            )
        )

    def _define(self, number: int, style: str, pattern: str) -> None:
        numbering = self._document.part.numbering_part.element
        numbering.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                f'<w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
            ),
        )
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            )
        )


def _word_table(document: Any, block: Grid) -> None:
    for title in block.titles:
        document.add_paragraph(title)
    body = block.body
    table = document.add_table(len(body), len(body[0]))
    for made, row in zip(table.rows, body, strict=True):
        for cell, text in zip(made.cells, row, strict=True):
            cell.text = text
    for first, left, last, right in block.spans:
        table.cell(first, left).merge(table.cell(last, right)).text = body[first][left]
    for note in block.notes:
        document.add_paragraph(note)


def _saved(made: Any) -> bytes:
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def excel(variant: Variant, dice: Dice) -> bytes:
    saved = io.BytesIO()
    book = xlsxwriter.Workbook(saved, {"in_memory": True})
    page = book.add_worksheet(dice.pick(("清单", "Sheet1", "整改台账")))
    dated = None if dice.chance(0.5) else book.add_format({"num_format": "yyyy-mm-dd"})
    line = 0
    for block in variant.blocks:
        if isinstance(block, Para):
            page.write_string(line, 0, block.whole)
            line += 1
        else:
            line = _sheet_table(page, block, line, dated) + dice.pick((0, 0, 1))
    if dice.chance(0.15):
        _hidden(book)
    book.close()
    return saved.getvalue()


def _sheet_table(page: Any, block: Grid, line: int, dated: Any) -> int:
    line = _titles(page, block, line)
    for number, row in enumerate(block.body):
        for column, text in enumerate(row):
            _sheet_cell(page, (line + number, column), text, dated if block.serials else ...)
    for first, left, last, right in block.spans:
        page.merge_range(line + first, left, line + last, right, block.body[first][left])
    line += len(block.body)
    for note in block.notes:
        page.write_string(line, 0, note)
        line += 1
    return line


def _sheet_cell(page: Any, at: tuple[int, int], text: str, dated: Any) -> None:
    found = DAY.fullmatch(text)
    if found and dated is not ...:
        page.write_number(*at, (date(*map(int, found.groups())) - EPOCH).days, dated)
    elif text.isdigit() and len(text) < 4 and at[1] == 0:
        page.write_number(*at, int(text))
    elif text:
        page.write_string(*at, text)


def _titles(page: Any, block: Grid, line: int) -> int:
    width = len(block.body[0])
    for title in block.titles:
        if width > 1:
            page.merge_range(line, 0, line, width - 1, title)
        else:
            page.write_string(line, 0, title)
        line += 1
    return line


def _hidden(book: Any) -> None:
    """A hidden sheet of other things."""
    other = book.add_worksheet("字典")
    other.write_row(0, 0, ["序号", "问题", "责任单位", "整改时限"])
    other.write_row(1, 0, ["1", "样例问题", "市样例局", "长期坚持"])
    other.hide()


def old_excel(variant: Variant, dice: Dice) -> bytes:
    book = xlwt.Workbook()
    page = book.add_sheet("清单")
    line = 0
    for block in variant.blocks:
        if isinstance(block, Para):
            page.write(line, 0, block.whole)
            line += 1
            continue
        for title in block.titles:
            page.write_merge(line, line, 0, len(block.body[0]) - 1, title)
            line += 1
        _old_rows(page, block.body, block.spans, line)
        line += len(block.body)
        for note in block.notes:
            page.write(line, 0, note)
            line += 1
    return _saved(book)


def _old_rows(
    page: Any, body: Sequence[Sequence[str]], spans: Sequence[tuple[int, int, int, int]], line: int
) -> None:
    covered = {
        (row, column)
        for first, left, last, right in spans
        for row in range(first, last + 1)
        for column in range(left, right + 1)
    }
    for number, row in enumerate(body):
        for column, text in enumerate(row):
            if text and (number, column) not in covered:
                page.write(line + number, column, text)
    for first, left, last, right in spans:
        page.write_merge(line + first, line + last, left, right, body[first][left])
