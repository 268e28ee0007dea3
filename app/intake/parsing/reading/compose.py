"""What a reader found, cleaned: raw blocks and raw lines to a Source."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.lines import Block, Cell, Line, Paragraph, Remark, Row, Source
from app.intake.parsing.reading.cleaning import SAMPLE, Script, script_of, tidy
from app.intake.parsing.reading.mending import has_residue, mend
from app.wording import N_

QUOTED: Final = 60
LINES: Final = 250_000
"""What a person can be asked to look through, and what fits into the memory of a child."""


@dataclass
class Raw:
    """What a reader collects: blocks and lines with the text as it stands in the file."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    ignored: dict[int, str] = field(default_factory=dict)

    def line(self, raw: str, place: str) -> int:
        number = len(self.lines) + 1
        if number > LINES:
            message = N_("文件超过%(limit)s行（或格），一次读不完；请拆分后再上传")
            raise UnreadableFile(message, limit=LINES)
        self.lines.append(Line(number, raw, place, raw))
        return number

    def paragraph(self, raw: str, place: str) -> None:
        """Add one line; line breaks inside it make several paragraphs of the same line."""
        number = self.line(raw, place)
        for part in raw.split("\n"):
            if part.strip():
                self.blocks.append(Paragraph(part, (number,)))


def compose(name: str, data: bytes, raw: Raw) -> Source:
    """Clean every text once, and say what the script of the whole was."""
    script = script_of(_sample(raw.lines))
    cleaner = _Cleaner(Script(script), raw.ignored)
    lines = {
        line.number: Line(line.number, cleaner.of_line(line), line.place, line.raw)
        for line in raw.lines
    }
    return Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        script=script,
        blocks=tuple(_cleaned(raw.blocks, cleaner)),
        lines=lines,
        remarks=(*raw.remarks, *cleaner.remarks),
        ignored=_known(raw.ignored, lines),
    )


def _sample(lines: Iterable[Line]) -> str:
    parts: list[str] = []
    size = 0
    for line in lines:
        parts.append(line.raw[:SAMPLE])
        size += len(line.raw)
        if size > SAMPLE:
            break
    return "".join(part for part in parts if not part.startswith("#"))


def _known(ignored: Mapping[int, str], lines: Mapping[int, Line]) -> dict[int, str]:
    return {number: reason for number, reason in ignored.items() if lines[number].text}


def _cleaned(blocks: Iterable[Block], cleaner: "_Cleaner") -> Iterable[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            if text := cleaner.of(block.text):
                yield Paragraph(text, block.lines)
        else:
            cells = tuple(
                Cell(cleaner.of(cell.text), cell.lines, cell.repeated) for cell in block.cells
            )
            yield Row(cells, block.table, block.pasted)


class _Cleaner:
    def __init__(self, script: Script, ignored: Mapping[int, str]) -> None:
        self._script, self._ignored = script, ignored
        self._known: dict[str, str] = {}
        self.remarks: list[Remark] = []

    def of(self, text: str) -> str:
        """Clean a text; each stands in a line and in a block, and columns repeat their words."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._cleaned(text)
        return found

    def _cleaned(self, text: str) -> str:
        if not text:
            return ""
        if has_residue(text):
            text = mend(text)[0]
        return tidy(self._script.simplify(text))

    def of_line(self, line: Line) -> str:
        if line.number not in self._ignored and has_residue(line.raw):
            self._report(line)
        return self.of(line.raw)

    def _report(self, line: Line) -> None:
        mended, lost = mend(line.raw)
        if mended != line.raw:
            message = N_("转码残留的注音已去掉，请与原文核对")
            self.remarks.append(Remark(line.number, "mended", line.raw[:QUOTED], message))
        if lost:
            message = N_("转码时丢失了字，无法复原，请按原件补上")
            self.remarks.append(Remark(line.number, "lost-characters", lost, message))
