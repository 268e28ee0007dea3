"""Taking off a piece what is not its name: brackets, verbs, open ends, inner offices."""

import re
from dataclasses import replace

from app.intake.parsing.units import departments as known
from app.intake.parsing.units import roles
from app.intake.parsing.units.naming import MASKED, NAME, POST
from app.intake.parsing.units.people import Person, person_in
from app.intake.parsing.units.pieces import CLOSING, OPENING, Piece

BRACKET = re.compile(
    r"^(?P<name>.*?)[(（\[【〔](?P<inside>[^()（）\[\]【】〔〕]*)[)）\]】〕]$", re.DOTALL
)
PART_OF_NAME = re.compile(
    r"[省市县区州旗盟镇乡街道村园、,，和及或/]+|集团|控股|筹|股份|中国|"
    r"(?:[区园]|开发区|街道|工业园区)?(?:管委会|管理委员会|党工委|办事处)|开发区|园区"
)
OPEN_END = re.compile(
    r"(?<!高)等(?:\d+|[一二两三四五六七八九十]+)?[个家]?(?:[省市县区州旗][直级])?"
    r"(?:有关|相关|责任|成员|职能|行业|各|主管)*(?:部门|单位|县区|区县|县[(（]市?、?区[)）]|地区|地|企业)*(?:和单位|及单位)?$"
)
MARKS = re.compile(r"^(?:\d{1,2}[.．)）]|[(（]\d{1,2}[)）]|[①-⑳]|[★▲●*※■◆·@])+|[★▲●*※■◆·:：]+$")
LEADING = re.compile(r"^(?:由|请|以及|和|及|并|其中)(?=.{3})")
NOTHING = re.compile(
    r"[-—–_\d.…略无/]*|.*职责(?:分工)?|.*负责|(?:等|详见|见).*|电话|单位|部门|其他|同上"
)


def trimmed(piece: Piece) -> tuple[Piece, bool]:
    """Return the piece with its bare name, and whether 等 said that others are meant."""
    text = _balanced(piece.text.strip())
    piece = _without_person(replace(piece, text=LEADING.sub("", MARKS.sub("", text))))
    piece = _without_verb(_without_brackets(piece))
    name = OPEN_END.sub("", piece.text).strip()
    is_open = name != piece.text
    piece = _without_brackets(_without_verb(replace(piece, text=name)))
    if NOTHING.fullmatch(piece.text):
        piece = replace(piece, text="")
    return _without_inner(_without_person(piece)), is_open


def _balanced(text: str) -> str:
    """Drop a bracket at either end whose other half a label or separator took away."""
    opened, closed = (sum(text.count(sign) for sign in signs) for signs in (OPENING, CLOSING))
    if opened > closed:
        return text.rstrip(OPENING) if text.endswith(tuple(OPENING)) else text.lstrip(OPENING)
    return text.rstrip(CLOSING) if closed > opened else text


def _without_person(piece: Piece) -> Piece:
    """Take a name off that stands alone or behind a colon: 市水利局:张伟."""
    if re.fullmatch(MASKED, piece.text):
        return replace(piece, text="", people=(*piece.people, Person(piece.text)))
    unit, colon, name = piece.text.replace("：", ":").partition(":")
    person = person_in(name) if colon else None
    return replace(piece, text=unit, people=(*piece.people, person)) if person else piece


def _without_brackets(piece: Piece) -> Piece:
    match = BRACKET.match(piece.text)
    while match and not PART_OF_NAME.fullmatch(match["inside"]):
        piece = _classified(
            replace(piece, text=match["name"].strip(" \u3000:：")), match["inside"].strip()
        )
        match = BRACKET.match(piece.text)
    return piece


def _classified(piece: Piece, inside: str) -> Piece:
    """Put what a bracket says where it belongs: role, people or note."""
    if roles.BRACKET_ROLE.fullmatch(inside):
        return replace(piece, role=roles.role_of(inside))
    if re.fullmatch(NAME, piece.text) and re.fullmatch(rf".*{POST}", inside):
        return replace(piece, text="", people=(*piece.people, Person(piece.text, inside)))
    named = person_in(piece.text)
    if named and named.post and known.ORGANISATION.fullmatch(inside) and not person_in(inside):
        return replace(piece, text=inside, people=(*piece.people, named))
    people = _people_in(inside)
    if people:
        return replace(piece, people=(*piece.people, *people))
    return replace(piece, notes=(*piece.notes, inside)) if inside else piece


def _people_in(inside: str) -> tuple[Person, ...]:
    whole = person_in(inside)
    if whole:
        return (whole,)
    found = [person_in(part) for part in re.split(r"[;；、,，\s]+", inside)]
    return tuple(person for person in found if person) if all(found) else ()


def _without_verb(piece: Piece) -> Piece:
    match = roles.VERB.search(piece.text)
    if match is None:
        return piece
    verb = match["verb"]
    name = piece.text[: match.start()]
    if verb is None or not roles.names_role(verb):
        return replace(piece, text=name)
    role = piece.role or roles.role_of(verb)
    return replace(piece, text=name, role=role, reaches_back=True)


def _without_inner(piece: Piece) -> Piece:
    match = known.INNER.fullmatch(piece.text)
    if match:
        return replace(piece, text=match["unit"], notes=(*piece.notes, match["inner"]))
    if known.BARE_INNER.fullmatch(piece.text):
        return replace(piece, text="", notes=(*piece.notes, piece.text))
    return piece
