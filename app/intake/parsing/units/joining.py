"""Putting together what a separator tore apart: broken lines, wildcards, bodies of one zone."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.intake.parsing.units import departments as known
from app.intake.parsing.units.pieces import CLAUSE_ENDS, Piece

FRAGMENT = re.compile(
    r"局|府|会|委|委员会|政府|人民政府|分局|管委会|党工委|办事处|员会|部门|单位|公司|集团"
)
WORK_COMMITTEE = re.compile(r"(?P<place>.*?)(?:党工委|工委)")
OF_ALL = re.compile(r"(?:政府|管委会|办事处)$")
WATCHING = re.compile(r"纪委|监委|人大|政协")
MANAGEMENT = re.compile(r"(?P<place>.*?)(?P<body>管委会|管理委员会|办事处)")


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those put together that name one unit or one wildcard."""
    done: list[Piece] = []
    for piece in pieces:
        whole = _one(done[-1], piece) if done and piece.text else None
        if whole is None:
            done.append(piece)
            continue
        done[-1] = replace(
            piece,
            text=whole,
            before=done[-1].before,
            notes=(*done[-1].notes, *piece.notes),
            people=(*done[-1].people, *piece.people),
            role=piece.role or done[-1].role,
        )
    return done


def _one(left: Piece, right: Piece) -> str | None:
    """Return the name that two neighbours have in common, or None."""
    if not left.text or left.notes or left.people or right.before in CLAUSE_ENDS:
        return None
    if _is_broken(left, right):
        return left.text + right.text
    return _one_zone(left, right) or _one_wildcard(left, right)


def _is_broken(left: Piece, right: Piece) -> bool:
    if not right.after_blank:
        return False
    if known.ORGANISATION.fullmatch(left.text) and not left.text.endswith("城乡"):
        return FRAGMENT.fullmatch(right.text) is not None and _wants_body(left.text)
    return known.ORGANISATION.fullmatch(left.text + right.text) is not None


def _wants_body(left: str) -> bool:
    return known.BARE_PLACE.fullmatch(left) is not None


def _one_zone(left: Piece, right: Piece) -> str | None:
    """Join 临港经开区党工委 and 管委会."""
    party, management = WORK_COMMITTEE.fullmatch(left.text), MANAGEMENT.fullmatch(right.text)
    if not party or not management:
        return None
    if management["place"] not in {"", party["place"]}:
        return None
    return left.text + _separator(right) + management["body"]


def _one_wildcard(left: Piece, right: Piece) -> str | None:
    """Join 各县(市) and 区政府, 各县(市、区)党委 and 政府."""
    if not left.text.startswith("各"):
        return None
    open_place = known.SEATED.fullmatch(left.text) is None and _ends_as_place(left.text)
    levelled = known.LEVEL_ONLY.fullmatch(right.text)
    if open_place and levelled:
        return left.text + _separator(right) + right.text
    body = known.BARE_BODY.fullmatch(right.text) or (
        known.LEVELLED.fullmatch(right.text)
        and not OF_ALL.search(left.text)
        and not WATCHING.search(right.text)
    )
    return left.text + _separator(right) + right.text if body and not open_place else None


def _ends_as_place(text: str) -> bool:
    without_bracket = re.sub(r"[(（][^)）]*[)）]$", "", text)
    return known.BARE_PLACE.fullmatch(without_bracket) is not None


def _separator(piece: Piece) -> str:
    return "、" if piece.after_blank else piece.before
