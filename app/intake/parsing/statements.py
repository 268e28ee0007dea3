"""Paragraphs to statements: broken labels are put together first, false headings are dropped."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.intake.parsing.labels import Field, field_of
from app.intake.parsing.lines import Paragraph
from app.intake.parsing.markers import Kind
from app.intake.parsing.pieces import (
    COLON,
    SEPARATOR,
    Piece,
    Statement,
    read_statement,
    starts_with_label,
)
from app.intake.parsing.severals import apart

BROKEN_LENGTH: Final = 8
LONGEST_JOINED: Final = 4_000
GOING_ON: Final = "，,、；;。)）"
"""No paragraph begins with one of these."""
ALONE: Final = re.compile(r"(\d{1,3})[、.．]?")
DECISIVE: Final = frozenset(
    {
        Field.TARGET, Field.MEASURES, Field.PROGRESS, Field.RESPONSIBLE, Field.DEADLINE,
        Field.LEAD, Field.SUPERVISING,
    }
)  # fmt: skip
LEAST_SECTIONS: Final = 2


def statements_of(paragraphs: Sequence[Paragraph]) -> list[Statement]:
    found: list[Statement] = []
    for paragraph in (part for each in _mended(paragraphs) for part in apart(each)):
        statement = read_statement(paragraph)
        if found and found[-1].heading and _is_value(statement, found[-1]):
            statement = replace(
                statement, pieces=(Piece(None, "", paragraph.text, paragraph.lines),)
            )
        found.append(statement)
    return found


def _is_value(statement: Statement, heading: Statement) -> bool:
    """第11项整改任务:… under the label 整改任务 is its value, not another label."""
    first = statement.pieces[0] if statement.pieces else None
    return (
        first is not None
        and first.field is heading.pieces[0].field
        and len(first.label) > BROKEN_LENGTH
        and statement.marker is None
    )


def _mended(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Put labels together that were broken over two lines: 整改时 / 限:2023年."""
    found: list[Paragraph] = []
    for paragraph in _with_numbers(paragraphs):
        before = found[-1] if found else None
        if before is not None and _is_broken(before.text, paragraph.text):
            found[-1] = Paragraph(before.text + paragraph.text, before.lines + paragraph.lines)
        else:
            found.append(paragraph)
    return found


def _with_numbers(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Put numbers that stand alone before the same label each time back to what they count."""
    pairs = list(pairwise(paragraphs))
    heads = {
        index: (int(alone[1]), COLON.split(after.text, maxsplit=1)[0])
        for index, (before, after) in enumerate(pairs)
        if (alone := ALONE.fullmatch(before.text)) and starts_with_label(after.text)
    }
    numbers = [number for number, _ in heads.values()]
    counts_on = numbers == list(range(1, len(numbers) + 1))
    if not counts_on or len({label for _, label in heads.values()}) != 1:
        return list(paragraphs)
    found: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        if index - 1 in heads:
            number, lines = heads[index - 1][0], paragraphs[index - 1].lines
            paragraph = Paragraph(f"{number}、{paragraph.text}", (*lines, *paragraph.lines))  # noqa: PLW2901  # with its number
        if index not in heads:
            found.append(paragraph)
    return found


def _is_broken(before: str, after: str) -> bool:
    if after[0] in GOING_ON:
        return len(before) <= LONGEST_JOINED
    before = SEPARATOR.split(before[-2 * BROKEN_LENGTH :])[-1].strip()
    if not before or len(before) > BROKEN_LENGTH or field_of(before) is not None:
        return False
    colon = COLON.search(after, 0, BROKEN_LENGTH)
    if colon is None or field_of(after[: colon.start()]) is not None:
        return False
    return field_of(before + after[: colon.start()]) is not None


def settle_headings(statements: Sequence[Statement]) -> list[Statement]:
    """Keep 二、整改目标 as a label only in documents that are laid out that way."""
    counted = _numbered_labels(statements)
    statements = [
        replace(each, marker=None) if _leads_with_label(each, counted) else each
        for each in statements
    ]
    names = {each.fields[0] for each in statements if each.heading and each.fields}
    if len(names) > LEAST_SECTIONS - 1 and names & DECISIVE:
        return list(statements)
    inline = {found for each in statements if not each.heading for found in each.fields}
    labelled = len(inline & DECISIVE) >= LEAST_SECTIONS
    return [
        _as_text(each) if each.heading and not (labelled and _is_label(each)) else each
        for each in statements
    ]


def _is_label(heading: Statement) -> bool:
    """整改措施 on a line of its own, in a document that labels the other fields with colons."""
    return heading.marker is None and heading.fields[0] in DECISIVE


def _numbered_labels(statements: Sequence[Statement]) -> frozenset[Kind]:
    """Kinds of numbers that count the labels of an item: ①责任单位:… ②整改时限:…"""
    runs: dict[Kind, list[list[str]]] = {}
    for statement in statements:
        marker = statement.marker
        if marker is None or statement.heading or not _starts_labelled(statement):
            continue
        if marker.number == "1" or marker.kind not in runs:
            runs.setdefault(marker.kind, []).append([])
        runs[marker.kind][-1].append(statement.pieces[0].label)
    return frozenset(
        kind
        for kind, found in runs.items()
        if all(len(run) > 1 and len(set(run)) == len(run) for run in found)
    )


def _starts_labelled(statement: Statement) -> bool:
    return bool(statement.pieces) and statement.pieces[0].field is not None


def _leads_with_label(statement: Statement, kinds: frozenset[Kind]) -> bool:
    marker = statement.marker
    return marker is not None and marker.kind in kinds and _starts_labelled(statement)


def _as_text(statement: Statement) -> Statement:
    text = statement.marker.rest if statement.marker else statement.text
    pieces = (Piece(None, "", text, statement.lines),)
    return replace(statement, pieces=pieces, heading=False)
