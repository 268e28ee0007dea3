"""Sites of one task: rows that repeat the task and differ in the place, or a list under a label."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.intake.parsing.brackets import FIRM
from app.intake.parsing.crew import read_crew
from app.intake.parsing.enumerations import enumerated
from app.intake.parsing.items import UNIT_END, UNITS, ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.measures import joined, read_measure
from app.intake.parsing.pieces import Piece
from app.intake.parsing.remembered import read_deadline, read_units
from app.intake.parsing.result import ParsedItem, Site
from app.intake.parsing.rows import varying
from app.intake.parsing.values import is_nothing, read_status, status_of_progress

REQUIREMENT: Final = (Field.MEASURES, Field.TARGET)
OWNERS: Final = (Field.LEAD, Field.RESPONSIBLE, Field.UNITS)
NOTED: Final = (Field.OTHER, Field.PUBLICITY, Field.REMARKS, Field.PROGRESS)
AFTER_NAME: Final = re.compile(r"[:：,，;；—]+")
BRACKETED: Final = re.compile(r"(?P<name>[^()（）]+)[(（](?P<inside>.+)[)）]")
CLAUSES: Final = re.compile(r"[,，;；。]")


def read_sites(draft: ItemDraft, year: int | None) -> list[Site]:
    """Return the sites of an item; a single row with a site's name is one site."""
    found: list[Site] = []
    for part in (draft, *draft.rows):
        named = part.of(Field.SITE)
        listed = enumerated("\n".join(piece.text for piece in named))
        if listed and len(draft.rows) == 0:
            found.extend(listed_site(text, year) for text in listed)
        elif named:
            found.append(_site(part, year))
    return found


def listed_site(text: str, year: int | None) -> Site:
    """Read one member of a list: 养殖棚:拆除,责任单位:石桥镇政府; 养殖棚(拆除,2024年6月底前)."""
    read = read_measure(joined(text), year)
    body = read.text.rstrip("。；;")
    if match := BRACKETED.fullmatch(body):
        return _described(match["name"], CLAUSES.split(match["inside"]), year)
    name, *rest = AFTER_NAME.split(body, maxsplit=1)
    requirement = rest[0].strip() if rest else ""
    last = CLAUSES.split(requirement)[-1]
    return Site(name.strip(), requirement or None, read.units, read.deadline, read_status(last))


def _described(name: str, clauses: Sequence[str], year: int | None) -> Site:
    """Tell by their looks who, by when and how far; what is left is to be done."""
    site = Site(name.strip())
    left: list[str] = []
    for clause in clauses:
        deadline = read_deadline(clause, year)
        if deadline.kind in FIRM or deadline.sustained:
            site = replace(site, deadline=deadline)
        elif UNIT_END.search(clause):
            site = replace(site, units=(*site.units, *read_units(clause).names()))
        elif status := read_status(clause):
            site = replace(site, status=status)
        else:
            left.append(clause)
    return replace(site, requirement="，".join(left) or None)


def _site(part: ItemDraft, year: int | None) -> Site:
    deadline = _text(part.of(Field.DEADLINE))
    pieces = part.of(*OWNERS) or part.of(*UNITS)
    names = [name for piece in pieces for name in read_units(piece.text).names()]
    progress = _text(part.of(Field.PROGRESS)) or ""
    return Site(
        number=_text(part.of(Field.SITE_NUMBER)),
        name=_text(part.of(Field.SITE)) or "",
        requirement=_text(part.of(*REQUIREMENT)),
        units=tuple(dict.fromkeys(names)),
        deadline=read_deadline(deadline, year) if deadline else None,
        status=read_status(_text(part.of(Field.STATUS)) or "") or status_of_progress(progress),
        remarks=";".join(_remarks(part)) or None,
    )


def settle_sites(draft: ItemDraft, item: ParsedItem) -> None:
    """What differs from site to site is not the task's own: state, deadline, requirement."""
    if not draft.rows or not item.sites:
        return
    for part in draft.rows:
        read_crew(part, item)
    item.measures = []
    statuses = {site.status for site in item.sites}
    item.status = statuses.pop() if len(statuses) == 1 else None
    item.remarks = None
    for field, name in (
        (Field.DEADLINE, "deadline"),
        (Field.PROGRESS, "progress"),
        (Field.TARGET, "target"),
    ):
        if varying(draft, field):
            setattr(item, name, None)


def _remarks(part: ItemDraft) -> list[str]:
    pieces = [piece for piece in part.of(*NOTED) if not is_nothing(piece.text)]
    return [f"{piece.label}:{piece.text}" if piece.label else piece.text for piece in pieces]


def _text(pieces: list[Piece]) -> str | None:
    text = joined("\n".join(piece.text for piece in pieces if piece.text))
    return text if text and not is_nothing(text) else None
