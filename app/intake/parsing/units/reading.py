"""Reading a phrase of units: labels first, then separators, then what each piece leaves out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.intake.parsing.units import people, roles
from app.intake.parsing.units.completion import completed
from app.intake.parsing.units.joining import joined
from app.intake.parsing.units.people import Person
from app.intake.parsing.units.phrase import NamedUnit, UnitPhrase, UnitRole
from app.intake.parsing.units.pieces import CLAUSE_ENDS, Piece, cut
from app.intake.parsing.units.trimming import trimmed

ROLE_LABEL = re.compile(rf"{roles.LABEL}[:：]")
SOFT_ENDS = CLAUSE_ENDS | {",", "，"}


@dataclass
class _Gathered:
    pieces: list[Piece] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    open_ended: bool = False


def read_units(text: str, role: UnitRole = UnitRole.RESPONSIBLE) -> UnitPhrase:
    """Understand a phrase of units in simplified script; never raises.

    `role` is that of the field; roles named inside the phrase win over it.
    """
    gathered = _Gathered()
    for label, part in roles.segments(_unwrapped(text.strip())):
        if label and roles.is_about_people(label):
            gathered.people += people.read_people(part, roles.person_role_of(label))
            continue
        _gather(gathered, part, roles.role_of(label) if label else role)
    whole = [piece for piece in completed(joined(gathered.pieces)) if piece.text]
    return UnitPhrase(
        units=tuple(_unit(piece, role) for piece in whole),
        people=(*_people(whole), *gathered.people),
        notes=tuple(note for piece in whole for note in piece.notes),
        open_ended=gathered.open_ended,
    )


def _unwrapped(text: str) -> str:
    """Take off brackets around the whole phrase: (责任单位:市水利局)."""
    match = re.fullmatch(r"[(（](?P<inside>.*)[)）]", text, re.DOTALL)
    return match["inside"] if match and ROLE_LABEL.match(match["inside"]) else text


def _gather(gathered: _Gathered, part: str, role: UnitRole) -> None:
    pieces: list[Piece] = []
    for piece in cut(people.bracketed(part)):
        bare, is_open = trimmed(piece)
        gathered.open_ended |= is_open
        if bare.text or bare.role:
            pieces.append(bare)
        elif pieces and _belongs(bare):
            pieces[-1] = replace(
                pieces[-1],
                notes=(*pieces[-1].notes, *bare.notes),
                people=(*pieces[-1].people, *bare.people),
            )
        else:
            gathered.people += bare.people
    gathered.pieces += _with_roles(pieces, role)


def _belongs(bare: Piece) -> bool:
    return bare.before not in CLAUSE_ENDS


def _with_roles(pieces: Sequence[Piece], role: UnitRole) -> Iterable[Piece]:
    """Give pieces their role; 甲、乙配合 means both, 甲(牵头)、乙 only the first."""
    done: list[Piece] = []
    verb: UnitRole | None = None
    clauses = _ends_in_roles(pieces)
    for piece in reversed(pieces):
        own = piece.role
        done.append(replace(piece, role=own or verb or role))
        verb = (own if piece.reaches_back or clauses else None) if own else verb
        verb = None if piece.before in SOFT_ENDS else verb
    return [piece for piece in reversed(done) if piece.text]


def _ends_in_roles(pieces: Sequence[Piece]) -> bool:
    """甲(牵头),乙、丙(配合): where each clause ends with a role, the role is that of the clause."""
    ends = [before for before, after in pairwise(pieces) if after.before in SOFT_ENDS]
    return bool(ends) and all(piece.role for piece in (*ends, pieces[-1]))


def _unit(piece: Piece, role: UnitRole) -> NamedUnit:
    name = re.sub(r"\s+", "", piece.text)
    return NamedUnit(name, piece.role or role, "；".join(piece.notes) or None)


def _people(pieces: Iterable[Piece]) -> list[Person]:
    return [replace(person, unit=piece.text) for piece in pieces for person in piece.people]
