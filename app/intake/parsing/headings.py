"""Headings above items that bear no number of the same row: 一、… (一)… and then 序号:3."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.intake.parsing.markers import Kind, Marker
from app.intake.parsing.pieces import Statement

LONGEST: Final = 60
ENDS: Final = "。；;：:，,、"


def headings_before(statements: Sequence[Statement], starts: Iterable[int]) -> frozenset[int]:
    """Return the places of headings: right before an item, each outside the one below it."""
    found: set[int] = set()
    last: dict[Kind, int] = {}
    before = 0
    for start in starts:
        run = _run(statements, start)
        if run and _goes_on(run[0][1], last) and not _is_member(run[0], statements, before):
            found.update(index for index, _ in run)
            for _, marker in run:
                last = {kind: number for kind, number in last.items() if kind < marker.kind}
                last[marker.kind] = _number(marker)
        before = start
    return frozenset(found)


def _run(statements: Sequence[Statement], start: int) -> list[tuple[int, Marker]]:
    run: list[tuple[int, Marker]] = []
    for index in range(start - 1, -1, -1):
        marker = statements[index].marker
        if marker is None or not _is_heading(statements[index], marker):
            break
        if run and marker.kind >= run[0][1].kind:
            break
        run.insert(0, (index, marker))
    return run


def _is_heading(statement: Statement, marker: Marker) -> bool:
    if statement.heading or statement.fields or marker.kind > Kind.CHINESE_PAREN:
        return False
    return 0 < len(marker.rest) <= LONGEST and marker.rest[-1] not in ENDS


def _goes_on(first: Marker, last: dict[Kind, int]) -> bool:
    """Inner headings count on from their own kind, or begin with one."""
    return first.kind < Kind.CHINESE_PAREN or _number(first) == last.get(first.kind, 0) + 1


def _is_member(head: tuple[int, Marker], statements: Sequence[Statement], before: int) -> bool:
    """The last member of a list looks like a heading too: it follows the one before it."""
    index, marker = head
    inside = [each.marker for each in statements[before + 1 : index] if each.marker]
    same = [each for each in inside if each.kind is marker.kind]
    return bool(same) and _number(same[-1]) + 1 == _number(marker)


def _number(marker: Marker) -> int:
    return int(marker.number) if marker.number.isdigit() else 0
