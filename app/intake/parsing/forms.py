"""Forms in which a label stands beside or above its value; rows that no header explains."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.deadlines.phrases import DeadlineKind
from app.intake.parsing.items import UNIT_END, UNITS, ItemDraft
from app.intake.parsing.labels import Field, field_of
from app.intake.parsing.lines import Cell, Paragraph, Row
from app.intake.parsing.markers import Kind, read_marker
from app.intake.parsing.pieces import DUTY, Piece, Statement, cut, read_statement
from app.intake.parsing.remembered import read_deadline
from app.intake.parsing.tables import read_number
from app.intake.parsing.values import read_status

PHRASE_LENGTH: Final = 40
PAIR: Final = 2
LEADING: Final = frozenset({Kind.TASK, Kind.PART, Kind.CHINESE})
TYPE: Final = re.compile(r"[\u4e00-\u9fff]{2,8}[类型]")
STATUS_LENGTH: Final = 8
KIND_LENGTH: Final = 4
DATED: Final = frozenset({DeadlineKind.BY_DATE, DeadlineKind.STAGED, DeadlineKind.RANGE})
VAGUE: Final = frozenset({DeadlineKind.NONE, DeadlineKind.FUZZY, DeadlineKind.REFERENCE})


def is_form(rows: Sequence[Row]) -> bool:
    """Most rows begin with a label, and what follows it is no label."""
    led = [row for row in rows if _pairs(row)]
    return bool(led) and len(led) * 2 >= len(rows)


def _distinct(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.text and not cell.repeated]


def _pairs(row: Row) -> list[tuple[Cell, Cell | None]]:
    """Label and value, label and value: the whole row, or nothing."""
    cells = _distinct(row)
    pairs: list[tuple[Cell, Cell | None]] = []
    for index in range(0, len(cells), PAIR):
        if field_of(cells[index].text) is None:
            return []
        value = cells[index + 1] if index + 1 < len(cells) else None
        if value is not None and field_of(value.text) is not None:
            return []
        pairs.append((cells[index], value))
    return pairs


def form_statements(rows: Iterable[Row]) -> list[Statement]:
    """Turn the rows of a form into labelled statements."""
    found: list[Statement] = []
    for row in rows:
        if heading := _heading(row):
            found.append(heading)
            continue
        for label, value in _pairs(row) or _free(row):
            lines = tuple(dict.fromkeys((*label.lines, *(value.lines if value else ()))))
            field = field_of(label.text) if value is not None or _pairs(row) else None
            text = value.text if value is not None else "" if field else label.text
            pieces = (Piece(field, label.text if field else "", text, lines),)
            found.append(Statement(lines, text or label.text, None, pieces))
    return found


def _heading(row: Row) -> Statement | None:
    """Return 任务2 over the whole width: it begins the next form, or heads it."""
    cells = _distinct(row)
    if len(cells) != 1 or len(cells[0].text) > PHRASE_LENGTH:
        return None
    statement = read_statement(Paragraph(cells[0].text, cells[0].lines))
    marker = statement.marker
    leads = marker is not None and marker.kind in LEADING and not statement.fields
    return statement if leads else None


def _free(row: Row) -> list[tuple[Cell, Cell | None]]:
    return [(cell, None) for cell in _distinct(row)]


def row_draft(row: Row) -> ItemDraft:
    """Read a row by what its cells look like: number, labels, deadline, units, problem."""
    draft = ItemDraft()
    for cell in _distinct(row):
        if draft.number is None and not draft.pieces and _is_number(cell.text):
            draft.number, draft.others = read_number(cell.text)
            draft.lines.extend(cell.lines)
            continue
        for piece in cut(cell.text, cell.lines):
            draft.add([piece if piece.field else replace(piece, field=_guess(piece.text, draft))])
    _problem_after_kind(draft)
    _date_wins(draft)
    return draft


def _problem_after_kind(draft: ItemDraft) -> None:
    """水 and then 管网混接严重: the short cell says of what kind the problem is."""
    for index, (piece, after) in enumerate(pairwise(draft.pieces)):
        kind = piece.field is Field.PROBLEM and len(piece.text) <= KIND_LENGTH
        text = after.field is Field.REMARKS and len(after.text) > KIND_LENGTH
        if kind and text and not piece.label and not after.label:
            draft.pieces[index] = replace(piece, field=Field.REMARKS)
            draft.pieces[index + 1] = replace(after, field=Field.PROBLEM)
            return


def _date_wins(draft: ItemDraft) -> None:
    """立行立改 in one cell and a date in another: the date is the deadline, the word its type."""
    dated = [
        index
        for index, piece in enumerate(draft.pieces)
        if piece.field is Field.REMARKS
        and not piece.label
        and len(piece.text) <= PHRASE_LENGTH
        and read_deadline(piece.text).kind in DATED
    ]
    for index, piece in enumerate(draft.pieces):
        worded = piece.field is Field.DEADLINE and read_deadline(piece.text).kind not in DATED
        if dated and worded and not piece.label:
            draft.pieces[index] = replace(piece, field=Field.REMARKS)
            draft.pieces[dated[0]] = replace(draft.pieces[dated[0]], field=Field.DEADLINE)
            return


def _is_number(text: str) -> bool:
    marker = read_marker(f"{text}、")
    return marker is not None and not marker.rest and len(text) <= PHRASE_LENGTH


def _guess(text: str, draft: ItemDraft) -> Field:
    if not draft.of(Field.PROBLEM):
        return Field.PROBLEM
    if TYPE.fullmatch(text):
        return Field.REMARKS
    short = len(text) <= PHRASE_LENGTH
    if short and not draft.of(Field.DEADLINE) and read_deadline(text).kind not in VAGUE:
        return Field.DEADLINE
    if short and not draft.of(*UNITS) and (UNIT_END.search(text) or DUTY.search(text)):
        return Field.RESPONSIBLE
    if len(text) <= STATUS_LENGTH and read_status(text):
        return Field.STATUS
    return Field.REMARKS
