"""Where a line stands in the document that a person opens: sheet, row, column and its name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from app.intake.parsing.cases.labels import case_field
from app.intake.parsing.labels import field_of
from app.wording import N_

CELL: Final = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]{1,3})(?P<row>\d+)", re.DOTALL)


@dataclass(frozen=True)
class Cell:
    """One cell of a workbook; of any other document the words that say where a line stands."""

    words: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    label: str = ""
    """What the header calls the column."""
    text: str = ""
    """What stands there."""
    line: int = 0

    @property
    def whole_row(self) -> "Cell":
        return replace(self, column="", label="")

    @property
    def place(self) -> tuple[str, dict[str, Any]]:
        """Where to look, as a message with its values."""
        values = {
            name: getattr(self, name) for name in ("sheet", "row", "column", "label", "words")
        }
        if self.label:
            return N_("工作表“%(sheet)s”第%(row)s行%(column)s列（%(label)s）"), values
        if self.column:
            return N_("工作表“%(sheet)s”第%(row)s行%(column)s列"), values
        if self.row:
            return N_("工作表“%(sheet)s”第%(row)s行"), values
        return "%(words)s", values


class Cells:
    """The lines of one document by their places."""

    def __init__(self, lines: Sequence[Mapping[str, Any]]) -> None:
        self._lines = {line["number"]: line for line in lines}
        self._heads: dict[str, list[tuple[int, str, str]]] = {}
        for line in lines:
            found = CELL.fullmatch(line["place"])
            if found and line["label"] == "header":
                head = (int(found["row"]), found["column"], line["text"])
                self._heads.setdefault(found["sheet"], []).append(head)

    def at(self, number: int) -> Cell | None:
        """The cell of a line; None where no line is meant."""
        line = self._lines.get(number)
        if line is None:
            return None
        found = CELL.fullmatch(line["place"])
        if found is None:
            return Cell(words=line["place"], text=line["text"], line=number)
        row, column = int(found["row"]), found["column"]
        label = self._named(found["sheet"], row).get(column, "")
        return Cell("", found["sheet"], row, column, label, line["text"], number)

    def beside(self, number: int, names: Iterable[str]) -> Cell | None:
        """The empty cell in the row of a line whose column is called one of these fields."""
        cell = self.at(number)
        if cell is None or not cell.row:
            return None
        wanted = frozenset(names)
        for column, label in self._named(cell.sheet, cell.row).items():
            if {field_of(label), case_field(label)} & wanted:
                return Cell("", cell.sheet, cell.row, column, label, "", number)
        return Cell("", cell.sheet, cell.row, line=number)

    def holding(self, numbers: Sequence[int], words: str) -> int:
        """Of some lines the one in which the words stand; the first where none has them."""
        found = (number for number in numbers if words and words in self._text(number))
        return next(found, min(numbers, default=0))

    def _text(self, number: int) -> str:
        line = self._lines.get(number)
        return str(line["text"]) if line else ""

    def _named(self, sheet: str, row: int) -> dict[str, str]:
        """Columns by letter, as the nearest header above calls them."""
        heads = [head for head in self._heads.get(sheet, ()) if head[0] <= row]
        return {column: text for _, column, text in sorted(heads)}
