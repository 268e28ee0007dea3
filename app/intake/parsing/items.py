"""An item while it is being put together: its pieces, and the headings above it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from app.intake.parsing.labels import Field
from app.intake.parsing.markers import Kind, Marker
from app.intake.parsing.pieces import Piece

UNITS: Final = frozenset(
    {
        Field.LEAD, Field.RESPONSIBLE, Field.COOPERATING, Field.SUPERVISING, Field.ACCEPTANCE,
        Field.COMPETENT, Field.UNITS,
    }
)  # fmt: skip
COUNTED: Final = re.compile(r"\s*[(（]共?\s*\d+\s*(?:项|个|条|类)[^()（）]{0,6}[)）]\s*$")
"""How many stand under a heading is no part of its name."""
PAIR: Final = 2
ONE_MEASURE: Final = "#"
"""Label of a piece that is one whole measure: 措施17-2:…"""
UNIT_END: Final = re.compile(
    r"(?:局|府|委|会|厅|办|镇|乡|县|区|市|司|院|部|队|处|站|部门|单位|集团|中心|负责|等|街道)[)）]?[。；;]?$"
)


@dataclass
class ItemDraft:
    """An item before its texts are read: pieces by field, and the headings above."""

    lines: list[int] = field(default_factory=list)
    number: str | None = None
    others: tuple[tuple[str, str], ...] = ()
    origin: str | None = None
    """The row that this one mends, as our own column names it."""
    aspect: str | None = None
    category: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    rows: list["ItemDraft"] = field(default_factory=list)
    """Further rows of the same item in a table: its measures or its sites."""
    deed: bool = False
    """What stands as the problem is what is to be done, as in the articles of a plan."""

    def add(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self.pieces.append(piece)
            self.lines.extend(piece.lines)

    def of(self, *fields: Field) -> list[Piece]:
        return [piece for piece in self.pieces if piece.field in fields]

    @property
    def to_do(self) -> list[Piece]:
        """The text that tells what is to be done, where no label does."""
        body = self.of(Field.BODY)
        told = body or not self.deed or self.of(Field.MEASURES, Field.TARGET)
        return body if told else self.of(Field.PROBLEM)

    @property
    def labelled(self) -> bool:
        return any(piece.label for piece in self.pieces)

    @property
    def current(self) -> Field:
        return self.pieces[-1].field or Field.PROBLEM if self.pieces else Field.PROBLEM


@dataclass
class Headings:
    """The headings in force: 一、 above (一) above the item."""

    texts: dict[Kind, str] = field(default_factory=dict)

    def meet(self, marker: Marker) -> str:
        self.close(marker.kind)
        self.texts[marker.kind] = COUNTED.sub("", marker.rest).rstrip("。:：;； ")
        return "aspect" if self.aspect_and_category()[1] is None else "category"

    def close(self, kind: Kind) -> None:
        """Leave the headings that a number of this kind ends."""
        for inner in [inner for inner in self.texts if inner >= kind]:
            del self.texts[inner]

    def extend(self, text: str) -> None:
        self.texts[max(self.texts)] += text

    def aspect_and_category(self) -> tuple[str | None, str | None]:
        kinds = sorted(self.texts)
        if not kinds:
            return None, None
        if len(kinds) == 1:
            text = self.texts[kinds[0]]
            return (None, text) if kinds[0] is Kind.CHINESE_PAREN else (text, None)
        first, last = self.texts[kinds[0]], self.texts[kinds[-1]]
        if len(kinds) == PAIR and last.endswith("方面") and not first.endswith("方面"):
            return last, None
        return first, last
