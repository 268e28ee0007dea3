"""A walk through statements: which labels an item has had, and which list runs."""

from dataclasses import dataclass, field
from typing import Final

from app.intake.parsing.enumerations import enumerated
from app.intake.parsing.items import UNITS
from app.intake.parsing.labels import Field, compact
from app.intake.parsing.markers import Kind, Marker, read_marker, read_ordinal
from app.intake.parsing.pieces import DUTIES, Piece, Statement

CORE: Final = frozenset(
    {
        Field.PROBLEM, Field.LEAD, Field.RESPONSIBLE, Field.COOPERATING, Field.SUPERVISING,
        Field.ACCEPTANCE, Field.COMPETENT, Field.UNITS, Field.DEADLINE, Field.TARGET,
        Field.MEASURES, Field.PROGRESS, Field.NUMBER, Field.SITE, Field.STATUS, Field.HEADING,
    }
)  # fmt: skip
LISTS: Final = frozenset(
    {
        Field.MEASURES, Field.PROGRESS, Field.TARGET, Field.NEXT_STEP, Field.SITE, Field.DEADLINE,
    }
)  # fmt: skip


@dataclass
class Walk:
    """Where a walk through the statements stands: which labels the item has, which list runs."""

    seen: set[str] = field(default_factory=set)
    """Labels of core fields, as printed."""
    inline: bool = False
    """The item's labels stand in its first line: so will those of the next."""
    in_list: bool = False
    list_kind: Kind | None = None
    expected: int = 1

    def meet(self, statement: Statement) -> int:
        """Take note of labels and return how many of them the item had already."""
        again = 0
        for piece in statement.pieces:
            if piece.field is None or piece.label == DUTIES:
                continue
            name = compact(piece.label)
            again += piece.field in CORE and name in self.seen
            self.seen.add(name)
            self._list(piece)
        return again

    def _list(self, piece: Piece) -> None:
        marker = read_marker(piece.text) or read_ordinal(piece.text)
        first = marker is not None and marker.number == "1"
        opened = piece.text == "" or piece.text[-1] in ":："
        named = piece.field in UNITS and (piece.text == "" or first)
        self.in_list = named or (piece.field in LISTS and (first or opened))
        self.list_kind = marker.kind if marker and first else None
        self.expected = 1 + len(enumerated(piece.text)) if first else 1

    def continues(self, statement: Statement) -> bool:
        """The number is the next of the list that runs under a label."""
        marker = statement.marker
        if marker is None or not self.in_list or marker.number != str(self.expected):
            return False
        if self.inline and not self.seen.isdisjoint(names_of(statement)):
            return False
        return self.list_kind in (None, marker.kind)

    def count(self, marker: Marker | None) -> None:
        """Count one member; a member without a number leaves the count as it is."""
        if marker is not None:
            self.list_kind, self.expected = marker.kind, self.expected + 1


def names_of(statement: Statement) -> list[str]:
    """The labels of core fields in a statement."""
    return [
        compact(piece.label)
        for piece in statement.pieces
        if piece.field in CORE and piece.label != DUTIES
    ]
