"""The bracket at the end of a measure: (责任单位:甲;时限:乙), (甲负责,年底前), (长期坚持)."""

import re
from typing import Final

from app.deadlines.phrases import DeadlineKind
from app.intake.parsing.labels import Field
from app.intake.parsing.pieces import Piece, cut
from app.intake.parsing.remembered import read_deadline, read_units

BRACKET: Final = re.compile(
    r"\s*[(（]([^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]([。；;]?)\s*$"
)
FIRM: Final = frozenset(
    {
        DeadlineKind.BY_DATE, DeadlineKind.RANGE, DeadlineKind.FROM_DATE, DeadlineKind.STAGED,
        DeadlineKind.RELATIVE, DeadlineKind.IMMEDIATE, DeadlineKind.INVALID,
    }
)  # fmt: skip
CLAUSE: Final = re.compile(r"[,，;；。]\s*")
PHRASE_LENGTH: Final = 20
DUTY: Final = re.compile(r"(?:具体)?(?:牵头|负责|配合|落实|实施|参与)(?:落实|实施)?$")
AUTHORITY: Final = re.compile(
    r"(?!含|包括|如|即|原|不)[\u4e00-\u9fff()（）、]{1,30}(?:局|委|办|厅|府|委员会|管委会|办事处|公司|集团|中心|分局|乡镇|街道)"
)


def without_bracket(text: str) -> tuple[str, list[Piece]]:
    """Return the text before a bracket that says who and when, and what it says."""
    match = BRACKET.search(text)
    if match is None:
        return text, []
    pieces = [piece for piece in cut(match[1], ()) if piece.field] or _unlabelled(match[1].strip())
    if not pieces:
        return text, []
    return text[: match.start()] + match[2], pieces


def _unlabelled(inside: str) -> list[Piece]:
    """Read a bracket without labels if each of its clauses is a date or names who does it."""
    clauses = [clause for clause in CLAUSE.split(inside) if clause]
    fields = [_field_of(clause) for clause in clauses]
    if not fields or None in fields:
        return []
    found = []
    for field, sign in ((Field.RESPONSIBLE, "；"), (Field.DEADLINE, "，")):
        texts = [clause for clause, each in zip(clauses, fields, strict=True) if each is field]
        found += [Piece(field, "", sign.join(texts), ())] if texts else []
    return found


def _field_of(clause: str) -> Field | None:
    if len(clause) <= PHRASE_LENGTH and read_deadline(clause).kind in (
        *FIRM,
        DeadlineKind.SUSTAINED,
    ):
        return Field.DEADLINE
    bare = DUTY.sub("", clause)
    named = AUTHORITY.fullmatch(bare) or (bare != clause and len(bare) <= PHRASE_LENGTH)
    return Field.RESPONSIBLE if named and read_units(clause).names() else None
