"""Completing names that share a beginning or an end: 云泽县委、县政府; 青麓县、霜桥区人民政府."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.intake.parsing.units import departments as known
from app.intake.parsing.units.pieces import CLAUSE_ENDS, Piece

RUN_TOGETHER = re.compile(
    rf"(?P<party>.*(?P<level>[县区市旗州])委)(?P<government>(?P=level){known.GOVERNMENT})"
    rf"|(?P<committee>.*党委)[和、及与]?(?P<plain>{known.GOVERNMENT})"
)


def completed(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with every name written out."""
    apart = [part for piece in pieces for part in _apart(piece)]
    return _with_prefixes(_with_suffixes(apart))


def _apart(piece: Piece) -> list[Piece]:
    """Cut 松湾区委区政府 and 云泽县党委政府, which stand without a separator."""
    match = RUN_TOGETHER.fullmatch(piece.text)
    if match is None or "各" in piece.text or re.search("[(（]", piece.text):
        return [piece]
    party, government = match["party"] or match["committee"], match["government"] or match["plain"]
    return [
        replace(piece, text=party, notes=(), people=()),
        replace(piece, text=government, before="、"),
    ]


def _with_suffixes(pieces: Sequence[Piece]) -> list[Piece]:
    """Give bare places the body that the last of them has."""
    done: list[Piece] = []
    body = ""
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        body = body if piece.text and _shares(piece) else _body_of(piece.text)
        if body and _shares(piece) and _has(piece.text, body):
            done.append(replace(piece, text=piece.text + body, shared=True))
        else:
            done.append(piece)
        body = "" if piece.before in CLAUSE_ENDS else body
    return done[::-1]


def _has(place: str, body: str) -> bool:
    """Whether a place can have such a body."""
    own = next((bodies for kind, bodies in known.OWN_BODIES if kind.fullmatch(place)), None)
    return own is None or own.fullmatch(body) is not None


def _shares(piece: Piece) -> bool:
    return not piece.text.startswith("各") and known.BARE_PLACE.fullmatch(piece.text) is not None


def _body_of(text: str) -> str:
    """Return 党工委、管委会 of 高新区党工委、管委会, if the name is a place and a body."""
    if text.startswith("各"):
        return ""
    for match in re.finditer(rf"{known.ZONE}|[县区市旗州盟镇乡]|街道", text):
        if (match.start() or len(match[0]) > 1) and known.BARE_BODY.fullmatch(
            _plain(text[match.end() :])
        ):
            return text[match.end() :]
    return ""


def _plain(body: str) -> str:
    return re.sub(r"[、,，/]", "", body)


def _with_prefixes(pieces: Sequence[Piece]) -> list[Piece]:
    done: list[Piece] = []
    prefix = ""
    for piece in pieces:
        seat = _seat_of(done[-1].text) if done else ""
        name = _completed(piece.text, done[-1].text, prefix) if done else piece.text
        if seat and name != piece.text and name.startswith(seat):
            places = [_seat_of(other.text) for other in _sharing(done)]
            done += [replace(piece, text=place + name[len(seat) :]) for place in places]
        done.append(replace(piece, text=name))
        prefix = _prefix_of(name) or prefix
    return done


def _sharing(done: Sequence[Piece]) -> list[Piece]:
    """The places that share the last one's body: they share what is completed from it, too."""
    sharing: list[Piece] = []
    for piece in reversed(done[:-1]):
        if not piece.shared:
            break
        sharing.insert(0, piece)
    return sharing


def _completed(name: str, before: str, prefix: str) -> str:
    """Return the name with what it shares with the one before, or with the last known place."""
    branch = known.BRANCH.fullmatch(before)
    if branch and known.BARE_BRANCH.fullmatch(name):
        return branch["head"] + name
    party = known.PARTY.fullmatch(before)
    if party and re.fullmatch(known.PARTY_OFFICE, name):
        return party["prefix"] + name
    if (
        before.startswith("各")
        and known.LEVEL_ONLY.fullmatch(name)
        and not known.ONE_OF_ITS_KIND.search(name)
    ):
        return "各" + name
    if _same_level(prefix, name) and not known.LEVELLED.fullmatch(name):
        return prefix[:-1] + name
    return _seated(name, _seat_of(before)) or (
        prefix + name if known.SHORT.fullmatch(name) or known.DEPARTMENT.fullmatch(name) else name
    )


def _seated(name: str, seat: str) -> str | None:
    """Return the name under the place of the one before, if it belongs there."""
    if not seat:
        return None
    if known.BARE_BODY.fullmatch(name):
        return seat + name
    return seat[:-1] + name if _same_level(seat, name) else None


def _seat_of(name: str) -> str:
    """Return 云泽县 of 云泽县委, or nothing where no place is named."""
    body = _body_of(name)
    return name[: -len(body)] if body and not name.startswith("团") else ""


def _same_level(seat: str, name: str) -> bool:
    """Whether 县政府 or 县水务局 follows a county: in a city only its own bodies are meant."""
    levelled = known.LEVELLED.fullmatch(name)
    if len(seat) < len("某县") or not name:
        return False
    if levelled:
        return levelled["level"] == seat[-1]
    own = seat[-1] in "县区旗" and not re.search(rf"{known.ZONE}$", seat)
    return own and name[0] == seat[-1] and known.DEPARTMENT.fullmatch(name[1:]) is not None


def _prefix_of(name: str) -> str:
    if known.DEPARTMENT.fullmatch(name):
        return ""
    seat = re.fullmatch(rf"(?P<prefix>.*[省市县区州旗盟])(?:委|{known.GOVERNMENT})", name)
    match = seat or known.PREFIXED.match(name) or known.PARTY_BODY.fullmatch(name)
    return match["prefix"] if match else ""
