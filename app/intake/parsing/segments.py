"""Which numbers begin an item: the way of numbering under which each label occurs once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.intake.parsing.enumerations import enumerated
from app.intake.parsing.labels import Field, compact
from app.intake.parsing.markers import Kind, Marker, read_marker
from app.intake.parsing.pieces import Piece, Statement

CORE: Final = frozenset(
    {
        Field.PROBLEM, Field.LEAD, Field.RESPONSIBLE, Field.COOPERATING, Field.SUPERVISING,
        Field.ACCEPTANCE, Field.COMPETENT, Field.UNITS, Field.DEADLINE, Field.TARGET,
        Field.MEASURES, Field.PROGRESS, Field.NUMBER, Field.SITE, Field.STATUS,
    }
)  # fmt: skip
LISTS: Final = frozenset({Field.MEASURES, Field.PROGRESS, Field.TARGET, Field.NEXT_STEP})
ITEM_KINDS: Final = (
    Kind.TASK,
    Kind.ARABIC,
    Kind.CHINESE_PAREN,
    Kind.CHINESE,
    Kind.ARABIC_PAREN,
    Kind.BULLET,
)


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
            if piece.field is None:
                continue
            name = compact(piece.label)
            again += piece.field in CORE and name in self.seen
            self.seen.add(name)
            self._list(piece)
        return again

    def _list(self, piece: Piece) -> None:
        marker = read_marker(piece.text)
        first = marker is not None and marker.number == "1"
        self.in_list = piece.field in LISTS and (
            first or piece.text == "" or piece.text[-1] in ":："
        )
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
        if marker is not None:
            self.list_kind, self.expected = marker.kind, self.expected + 1


def names_of(statement: Statement) -> list[str]:
    """The labels of core fields in a statement."""
    return [compact(piece.label) for piece in statement.pieces if piece.field in CORE]


@dataclass(frozen=True)
class Segmentation:
    kind: Kind | None
    starts: tuple[int, ...]
    score: float


def best(statements: Sequence[Statement]) -> Segmentation:
    """Try each way of numbering and return the one that explains the labels best."""
    present = {each.marker.kind for each in statements if each.marker}
    if Kind.MEASURE in present and Kind.TASK not in present:
        present.add(Kind.TASK)
    tried = [_by_kind(statements, kind) for kind in ITEM_KINDS if kind in present]
    tried.append(_by_label(statements))
    tried.append(_by_paragraph(statements))
    return max(tried, key=lambda each: each.score)


def begins(marker: Marker | None, kind: Kind, current: str | None) -> bool:
    """Whether a number is of the kind; 措施17-3 is one unless it stands under 17."""
    if marker is None:
        return False
    if marker.kind is Kind.MEASURE and kind is Kind.TASK:
        return current is None or not marker.number.startswith(f"{current}-")
    return marker.kind is kind


def walk_kind(
    statements: Sequence[Statement], kind: Kind
) -> Iterator[tuple[str, int, Statement, Walk]]:
    """Tell of each statement whether it begins an item, heads items, or belongs to one."""
    walk = Walk()
    current: str | None = None
    for index, statement in enumerate(statements):
        marker = statement.marker
        role = "part"
        if walk.continues(statement) and not _opens_item(statements, index, kind, walk):
            walk.count(marker)
            role = "list"
        elif marker and marker.kind is Kind.MEASURE and not begins(marker, kind, current):
            role = "list"
        elif marker and not statement.heading and begins(marker, kind, current):
            role, walk, current = "item", Walk(), marker.number
            walk.inline = any(each in CORE for each in statement.fields)
        elif marker and marker.kind < kind and not statement.heading:
            role, walk, current = "head", Walk(), None
        yield role, index, statement, walk


def _by_kind(statements: Sequence[Statement], kind: Kind) -> Segmentation:
    starts: list[int] = []
    labelled: list[bool] = []
    faults = 0.0
    for role, index, statement, walk in walk_kind(statements, kind):
        if role == "list":
            continue
        if role == "item":
            starts.append(index)
            labelled.append(False)
        if any(each in CORE for each in statement.fields):
            faults += not starts
            labelled[-1:] = [True] if labelled else []
        faults += 1.5 * walk.meet(statement)
    bare = labelled.count(False)
    good = len(labelled) - bare
    depth = ITEM_KINDS.index(kind) * 0.01
    return Segmentation(kind, tuple(starts), 2 * good - 2 * faults - bare - depth)


def _opens_item(statements: Sequence[Statement], index: int, kind: Kind, walk: Walk) -> bool:
    """Look ahead: a number that is followed by labels the item has already begins the next one."""
    marker = statements[index].marker
    if marker is None or marker.kind is not kind:
        return False
    for statement in statements[index + 1 :]:
        if statement.marker is not None and not statement.heading:
            return False
        if core := names_of(statement):
            return not walk.seen.isdisjoint(core)
    return False


def _by_label(statements: Sequence[Statement]) -> Segmentation:
    """No numbers: an item begins where its first label comes again."""
    first = next((each.fields[0] for each in statements if each.fields), None)
    starts: list[int] = []
    walk = Walk()
    faults = 0
    for index, statement in enumerate(statements):
        if first is not None and first in statement.fields:
            starts.append(index)
            walk = Walk()
        faults += walk.meet(statement)
    good = len(starts) if first in CORE else 0
    return Segmentation(None, tuple(starts), 2 * good - 2 * faults - 0.5)


def _by_paragraph(statements: Sequence[Statement]) -> Segmentation:
    """No numbers: an unlabelled paragraph before labels that the item has already."""
    starts: list[int] = []
    walk = Walk()
    faults = 0
    for index, statement in enumerate(statements):
        following = statements[index + 1] if index + 1 < len(statements) else None
        if statement.bare and following is not None and _fresh(following, walk, starts):
            starts.append(index)
            walk = Walk()
        faults += walk.meet(statement)
    return Segmentation(None, tuple(starts), 2 * len(starts) - 2 * faults - 1)


def _fresh(following: Statement, walk: Walk, starts: Sequence[int]) -> bool:
    core = names_of(following)
    if not core or following.marker is not None:
        return False
    return not starts or core[0] in walk.seen
