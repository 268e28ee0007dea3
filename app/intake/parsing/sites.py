"""Sites of one task: rows that repeat the task and differ in the place."""

from typing import Final

from app.intake.parsing.items import UNITS, ItemDraft
from app.intake.parsing.labels import Field
from app.intake.parsing.measures import joined
from app.intake.parsing.pieces import Piece
from app.intake.parsing.remembered import read_deadline, read_units
from app.intake.parsing.result import ParsedItem, Site
from app.intake.parsing.values import is_nothing, read_status

REQUIREMENT: Final = (Field.MEASURES, Field.TARGET)


def read_sites(draft: ItemDraft, year: int | None) -> list[Site]:
    """Return the sites of an item; a single row with a site's name is one site."""
    return [_site(part, year) for part in (draft, *draft.rows) if part.of(Field.SITE)]


def _site(part: ItemDraft, year: int | None) -> Site:
    deadline = _text(part.of(Field.DEADLINE))
    names = [name for piece in part.of(*UNITS) for name in read_units(piece.text).names()]
    return Site(
        number=_text(part.of(Field.SITE_NUMBER)),
        name=_text(part.of(Field.SITE)) or "",
        requirement=_text(part.of(*REQUIREMENT)),
        units=tuple(dict.fromkeys(names)),
        deadline=read_deadline(deadline, year) if deadline else None,
        status=read_status(_text(part.of(Field.STATUS)) or ""),
        remarks=";".join(_remarks(part)) or None,
    )


def settle_sites(draft: ItemDraft, item: ParsedItem) -> None:
    """What differs from site to site is not the task's own: state, deadline, requirement."""
    if not draft.rows or not item.sites:
        return
    item.measures = []
    for site in item.sites[1:]:
        item.responsible_units.extend(u for u in site.units if u not in item.responsible_units)
    if len({site.status for site in item.sites}) > 1:
        item.status = None
    if len({site.deadline.raw if site.deadline else None for site in item.sites}) > 1:
        item.deadline = None
    item.remarks = None


def _remarks(part: ItemDraft) -> list[str]:
    noted = part.of(Field.OTHER, Field.PUBLICITY, Field.REMARKS)
    return [
        f"{piece.label}:{piece.text}" if piece.label else piece.text
        for piece in noted
        if not is_nothing(piece.text)
    ]


def _text(pieces: list[Piece]) -> str | None:
    text = joined("\n".join(piece.text for piece in pieces if piece.text))
    return text if text and not is_nothing(text) else None
