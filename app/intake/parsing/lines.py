"""Lines with their origin: what every reader hands over and every rule points back to."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One numbered line of the source: `raw` as it stands there, `text` cleaned."""

    number: int
    text: str
    place: str
    """Where a person finds it: 第3行, 表1第2行第3列, 工作表“清单”B3."""
    raw: str


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    lines: tuple[int, ...]
    repeated: bool = False
    """The same cell again: a merged one, seen from its other columns and rows."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    table: int
    pasted: bool = False
    """From plain text, where an empty cell may be a merged one or an empty one."""

    @property
    def lines(self) -> tuple[int, ...]:
        found = dict.fromkeys(number for cell in self.cells for number in cell.lines)
        return tuple(found)


Block = Paragraph | Row


@dataclass(frozen=True)
class Remark:
    """Something that the reader noticed about the file: a hidden row, a mended text."""

    line: int
    code: str
    text: str
    message: str


@dataclass(frozen=True)
class Source:
    """A file that was read: its blocks in reading order and every line they come from."""

    name: str
    sha256: str
    script: str
    blocks: tuple[Block, ...]
    lines: Mapping[int, Line]
    remarks: tuple[Remark, ...] = ()
    ignored: Mapping[int, str] = field(default_factory=dict)
    """Lines that the reader itself set aside, with the reason."""

    @property
    def pasted(self) -> bool:
        """Whether the lines are those of a text, that may be broken anywhere."""
        first = next(iter(self.lines.values()), None)
        return first is not None and first.place == "第1行"
