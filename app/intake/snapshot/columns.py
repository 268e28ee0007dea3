"""What a column of our workbooks is: its label, what stands in it, how it is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Value = str | date | None
Item = Mapping[str, Any]
"""One task or case under the keys that reading a document yields."""


@dataclass(frozen=True)
class Column:
    """One column of template, export and reading; the label is one that the reader knows."""

    key: str
    label: str
    meaning: str
    example: str
    width: int
    write: Callable[[Item], Value]
    required: bool = False
    choices: tuple[str, ...] = ()
    field: str = ""
    """The field of a staged row in which its doubts stand, where it has another name."""

    @property
    def staged_as(self) -> str:
        return self.field or self.key


@dataclass(frozen=True)
class Book:
    """A workbook of one kind of record: the sheet's name and its columns."""

    kind: str
    sheet: str
    template: str
    """The name of the empty one."""
    columns: Sequence[Column]


def plain(key: str) -> Callable[[Item], Value]:
    """Write a text as it is."""
    return lambda item: item.get(key) or None


def listed(key: str) -> Callable[[Item], Value]:
    """Write several words in one cell, as Chinese lists them."""
    return lambda item: "、".join(item.get(key) or ()) or None


def word(key: str, words: Mapping[str, str]) -> Callable[[Item], Value]:
    """Write a code as its Chinese word."""
    return lambda item: words.get(item.get(key) or "")
