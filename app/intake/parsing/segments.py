"""Which numbers begin an item: the way of numbering under which each label occurs once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.intake.parsing.labels import Field
from app.intake.parsing.markers import Kind, Marker
from app.intake.parsing.pieces import Statement
from app.intake.parsing.walking import CORE, Walk, names_of

ITEM_KINDS: Final = (
    Kind.TASK,
    Kind.DECIMAL,
    Kind.ARABIC,
    Kind.CHINESE_PAREN,
    Kind.CHINESE,
    Kind.ARABIC_PAREN,
    Kind.BULLET,
)
NAMING: Final = frozenset({Field.PROBLEM, Field.HEADING, Field.SITE, Field.BODY})
PAPER: Final = re.compile(r"(?:方案|清单|表|台账|公示|通报|通知|情况|报告|意见|计划|细则|要点)$")
"""What a paper calls itself is no problem."""


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
    return marker.kind is kind and not marker.is_measure_of(current)


def walk_kind(
    statements: Sequence[Statement], kind: Kind
) -> Iterator[tuple[str, int, Statement, Walk]]:
    """Tell of each statement whether it begins an item, heads items, or belongs to one."""
    walk = Walk()
    current: str | None = None
    for index, statement in enumerate(statements):
        role = _role(statements, index, kind, (walk, current))
        if role == "list":
            walk.count(statement.marker)
        elif role == "item":
            walk, current = Walk(), statement.marker.number if statement.marker else None
            walk.inline = any(each in CORE for each in statement.fields)
        elif role == "head":
            walk, current = Walk(), None
        yield role, index, statement, walk


def _role(
    statements: Sequence[Statement], index: int, kind: Kind, at: tuple[Walk, str | None]
) -> str:
    (walk, current), statement = at, statements[index]
    if walk.in_list and statement.bracketed:
        return "list"
    if walk.continues(statement) and not _opens_item(statements, index, kind, walk):
        return "list"
    marker = statement.marker
    if marker is None or statement.heading:
        return "part"
    if begins(marker, kind, current):
        return "item"
    if marker.is_measure_of(current):
        return "measure"
    return "head" if _heads(marker.kind, kind) else "part"


def _heads(outer: Kind, kind: Kind) -> bool:
    """Whether numbers of one kind stand above items of the other."""
    if kind in (Kind.TASK, Kind.BULLET):
        return outer <= Kind.CHINESE_PAREN
    return outer < kind


def _by_kind(statements: Sequence[Statement], kind: Kind) -> Segmentation:
    starts: list[int] = []
    labelled: list[bool] = []
    faults = 0.0
    for role, index, statement, walk in walk_kind(statements, kind):
        if role in ("list", "measure"):
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
    said = kind is Kind.TASK and good > 1 and not bare and not faults
    sure = len(statements) if said else 0
    return Segmentation(kind, tuple(starts), 2 * good - 2 * faults - bare - depth + sure)


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
    first = next(
        (names[0] for each in statements if not _is_measure(each) and (names := names_of(each))),
        None,
    )
    starts: list[int] = []
    walk = Walk()
    faults = 0
    for index, statement in enumerate(statements):
        if walk.in_list and (statement.bracketed or walk.continues(statement)):
            walk.count(statement.marker)
            continue
        if _is_measure(statement):
            continue
        if first is not None and first in names_of(statement):
            starts.append(index)
            walk = Walk()
        faults += walk.meet(statement)
    nameless = 0 if any(NAMING & set(each.fields) for each in statements) else len(starts)
    return Segmentation(None, tuple(starts), 2 * len(starts) - 2 * faults - 0.5 - nameless * 0.75)


def _is_measure(statement: Statement) -> bool:
    """措施17-2:… has labels of its own."""
    return statement.marker is not None and statement.marker.kind is Kind.MEASURE


def _by_paragraph(statements: Sequence[Statement]) -> Segmentation:
    """No numbers: an unlabelled paragraph before labels that the item has already."""
    starts: list[int] = []
    walk = Walk()
    faults = 0
    for index, statement in enumerate(statements):
        following = statements[index + 1] if index + 1 < len(statements) else None
        if (
            statement.bare
            and following is not None
            and _fresh(following, walk, starts)
            and not PAPER.search(statement.text)
        ):
            starts.append(index)
            walk = Walk()
        faults += walk.meet(statement)
    return Segmentation(None, tuple(starts), 2 * len(starts) - 2 * faults - 1)


def _fresh(following: Statement, walk: Walk, starts: Sequence[int]) -> bool:
    core = names_of(following)
    if not core or following.marker is not None:
        return False
    return not starts or core[0] in walk.seen
