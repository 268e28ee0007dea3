"""What a table says of a case and no key is for: each with its label, and who must not be named."""

import re
from typing import Final

from app.intake.parsing.cases.counts import count_key
from app.intake.parsing.cases.drafts import CaseDraft, CasePiece
from app.intake.parsing.cases.labels import CaseField
from app.intake.parsing.cases.values import case_numbers, is_nothing

ASIDE: Final = (CaseField.OTHER, CaseField.REMARKS, CaseField.DATE)
OFFICERS: Final = re.compile(r"联络人|网格|经办|承办|包[案保抓]|挂钩|负责人|填报|审核")
REACHED: Final = re.compile(r"电话|手机|联系方式")


def remarks_of(draft: CaseDraft, taken: str | None) -> str | None:
    """Return what has no key of its own; not what was taken as state or count."""
    pieces = [piece for piece in draft.pieces if _is_aside(piece) and piece.text != taken]
    return ";".join(map(_labelled, pieces)) or None


def remarks_of_others(draft: CaseDraft) -> str | None:
    """Return the remarks without those who handle the case: they are no petitioners."""
    kept: list[str] = []
    officer = False
    for piece in draft.pieces:
        reached = officer and REACHED.search(piece.label)
        officer = bool(OFFICERS.search(piece.label) or reached)
        if not officer and _is_aside(piece):
            kept.append(_labelled(piece))
    return ";".join(kept) or None


def _is_aside(piece: CasePiece) -> bool:
    if not piece.text or is_nothing(piece.text):
        return False
    if piece.field is CaseField.REPEATS:
        return not case_numbers(piece.text)
    counted = piece.field is CaseField.OTHER and count_key(piece.label) is not None
    return piece.field in ASIDE and not counted


def _labelled(piece: CasePiece) -> str:
    named = piece.label and piece.field is not CaseField.REMARKS
    return f"{piece.label}:{piece.text}" if named else piece.text
