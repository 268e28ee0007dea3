"""What the pieces of a field say, joined, without the number and the quotes around it."""

import re
from collections.abc import Sequence
from typing import Final

from app.intake.parsing.enumerations import enumerated
from app.intake.parsing.items import ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.measures import joined
from app.intake.parsing.numerals import NUMERAL, arabic
from app.intake.parsing.pieces import Piece
from app.intake.parsing.values import is_nothing

QUOTED: Final = re.compile(
    r"关于(?:[“「『](?P<framed>[^“”「」『』]+)[”」』]|\"(?P<straight>[^\"]+)\"|'(?P<plain>[^']+)')(?:的)?(?:问题)?[。:：]?"
)
NUMBERED: Final = re.compile(rf"第({NUMERAL})项(?:整改)?(?:任务|问题)?[:：](?=.)\s*")


def text_of(pieces: Sequence[Piece]) -> str:
    """Join the pieces of one field; the lines of a wrapped paragraph run on."""
    return joined("\n".join(piece.text for piece in pieces if piece.text))


def stated(pieces: Sequence[Piece]) -> str | None:
    text = text_of(pieces).rstrip("；;")
    return text if text and not is_nothing(text) else None


def unnumbered(text: str | None) -> str | None:
    """Drop the number of a list that has one member: (一)河道有漂浮物。"""
    members = enumerated(text or "")
    return members[0] if len(members) == 1 and members[0] else text


def quoted(problem: str) -> str:
    """Take 关于“…”的问题 off: what the list quotes is the problem."""
    match = QUOTED.fullmatch(problem)
    return match["plain"] or match["framed"] or match["straight"] if match else problem


def problem_pieces(draft: ItemDraft) -> list[Piece]:
    """A labelled problem wins over the short name in the heading before it."""
    pieces = draft.of(Field.PROBLEM)
    labelled = [
        place
        for place, piece in enumerate(pieces)
        if piece.label and (piece.text or pieces[place + 1 :])
    ]
    return pieces[labelled[0] :] if labelled else pieces


def problem_of(draft: ItemDraft) -> tuple[str | None, str | None]:
    """Return the number that leads the problem (第十七项:…), and the problem itself."""
    problem = unnumbered(stated(problem_pieces(draft))) or stated(draft.of(Field.HEADING))
    if problem is None:
        return None, None
    match = NUMBERED.match(problem)
    rest = problem[match.end() :] if match else problem
    return arabic(match[1]) if match else None, quoted(rest)
