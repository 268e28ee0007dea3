"""A document before it has a type: paragraphs and tables in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.variants.truth import Item


@dataclass
class Para:
    """A paragraph; `auto` (list, format, pattern) is a number that Word may count itself."""

    text: str
    head: str = ""
    auto: tuple[str, str, str] | None = None
    title: bool = False
    right: bool = False
    """Signatures and dates stand at the right of a page."""

    @property
    def whole(self) -> str:
        return self.head + self.text


@dataclass
class Grid:
    """A table: title rows, header, rows, notes; `spans` are merged ranges of the body."""

    header: list[str]
    rows: list[list[str]]
    titles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column, counted from the header as row 0."""
    serials: bool = False
    """Whether a workbook may store dates as serial numbers."""
    form: bool = False
    """A label beside each value: no header."""

    @property
    def body(self) -> list[list[str]]:
        return [self.header, *self.rows] if self.header else self.rows


Block = Para | Grid


@dataclass
class Variant:
    """A document, what is true of it, and the keys that it is judged by."""

    family: str
    blocks: list[Block]
    items: list[Item]
    kind: str = "plan"
    figures: list[Item] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)
    folded: bool = False
    """Lines may be broken hard: every paragraph begins with a number or a label."""
    dice: Any = None

    @property
    def tabular(self) -> bool:
        return any(isinstance(block, Grid) for block in self.blocks)

    def texts(self) -> Iterator[str]:
        for block in self.blocks:
            if isinstance(block, Para):
                yield block.whole
            else:
                yield from block.titles
                yield from (cell for row in block.body for cell in row)
                yield from block.notes


def paragraphs(texts: Sequence[str]) -> list[Block]:
    return [Para(text) for text in texts]
