"""Who does the work: units by role, and the people named beside them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from app.intake.parsing.items import UNIT_END, ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.measures import members, parts_of
from app.intake.parsing.pieces import Piece
from app.intake.parsing.remembered import LONGEST, read_units
from app.intake.parsing.result import ParsedItem, Person
from app.intake.parsing.units import Person as NamedPerson
from app.intake.parsing.units import PersonRole, UnitRole, read_people
from app.intake.parsing.values import is_nothing

ROLES: Final = {
    Field.LEAD: UnitRole.LEAD,
    Field.RESPONSIBLE: UnitRole.RESPONSIBLE,
    Field.UNITS: UnitRole.RESPONSIBLE,
    Field.COOPERATING: UnitRole.COOPERATING,
    Field.SUPERVISING: UnitRole.SUPERVISING,
    Field.ACCEPTANCE: UnitRole.ACCEPTANCE,
}
PEOPLE: Final = {
    Field.SPONSOR: PersonRole.SPONSOR,
    Field.PERSON: PersonRole.RESPONSIBLE,
    Field.CONTACT: PersonRole.CONTACT,
}

LEVEL_END: Final = re.compile(r"(?:^|[、,，;；\s])[省市县区州旗]$")
"""A line that ends so was broken inside a name: 市 / 水务局."""


def read_crew(draft: ItemDraft, item: ParsedItem) -> None:
    """Fill the unit lists and the people of an item."""
    for piece in _whole(draft.pieces):
        if piece.field in ROLES or piece.field is Field.COMPETENT:
            _units(piece, _role(piece, draft), item)
        elif piece.field in PEOPLE:
            _people(piece, PEOPLE[piece.field], item)
    for piece in draft.of(Field.MEASURES):
        for named in _watching(piece.text):
            _units(named, _role(named, draft), item)


def _watching(text: str) -> list[Piece]:
    """Who supervises or accepts single measures does so for the task."""
    found = (part for member in members(text) for part in parts_of(member)[1])
    return [part for part in found if part.field in (Field.SUPERVISING, Field.ACCEPTANCE)]


def _whole(pieces: Sequence[Piece]) -> list[Piece]:
    """Put unit names together that were broken over lines: 各区人民政 / 府."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if (
            before is None
            or piece.label
            or piece.field is not before.field
            or piece.field not in ROLES
        ):
            found.append(piece)
            continue
        whole = UNIT_END.search(before.text) and not LEVEL_END.search(before.text)
        joint = "\n" if whole else ""
        found[-1] = replace(before, text=before.text + joint + piece.text)
    return found


def _role(piece: Piece, draft: ItemDraft) -> UnitRole:
    if piece.field is not None and piece.field in ROLES:
        return ROLES[piece.field]
    competent = draft.of(Field.LEAD, Field.RESPONSIBLE)
    return UnitRole.SUPERVISING if competent else UnitRole.RESPONSIBLE


def _units(piece: Piece, role: UnitRole, item: ParsedItem) -> None:
    if is_nothing(piece.text):
        return
    known = item.raw.get(f"{role.value}_units")
    if piece.text not in (known or "").split("；"):
        item.raw[f"{role.value}_units"] = f"{known}；{piece.text}" if known else piece.text
    phrase = read_units(piece.text, role)
    for found in UnitRole:
        _extend(getattr(item, f"{found.value}_units"), phrase.names(found))
    _meet(item, phrase.people)


def _extend(units: list[str], names: Iterable[str]) -> None:
    units.extend(name for name in names if name not in units)


def _people(piece: Piece, role: PersonRole, item: ParsedItem) -> None:
    _meet(item, read_people(piece.text[:LONGEST], role))


def says_more_than_names(piece: Piece) -> bool:
    """Whether a cell of people holds what is no name: a telephone number, a duty."""
    if piece.field not in PEOPLE:
        return False
    found = read_people(piece.text[:LONGEST], PEOPLE[piece.field])
    return not found or any(char.isdigit() for char in piece.text)


def _meet(item: ParsedItem, people: Iterable[NamedPerson]) -> None:
    for person in people:
        if (named := _person(person)) not in item.people:
            item.people.append(named)


def _person(person: NamedPerson) -> Person:
    return Person(person.name, person.post, person.unit, person.role.value)
