"""Cards of a unit in a year, and the rules that say what they lead to."""

from collections.abc import Mapping

from sqlalchemy import func, select

from app.database import db
from app.supervision.drafts import Tally
from app.supervision.models import Letter, LetterUnit
from app.supervision.queries.letters import rules_of
from app.supervision.vocabulary import CARDS, SENT


def cards_of(list_id: int, year: int) -> Mapping[int, Tally]:
    """Cards that went to each unit of a list in a year, counted from what was issued.

    A card that was corrected counts once, as the one that corrected it.
    """
    rules = rules_of(list_id)
    corrected = (
        select(Letter.corrects_id)
        .where(Letter.corrects_id.is_not(None), Letter.state.in_(SENT))
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(LetterUnit.unit_id, Letter.kind, func.count())
        .join(Letter, Letter.id == LetterUnit.letter_id)
        .where(
            Letter.list_id == list_id,
            Letter.kind.in_(CARDS),
            Letter.state.in_(SENT),
            Letter.year == year,
            LetterUnit.copied.is_(False),
            Letter.id.not_in(corrected),
        )
        .group_by(LetterUnit.unit_id, Letter.kind)
    ).all()
    counts = {(unit_id, kind): count for unit_id, kind, count in rows}
    limit = rules.yellow_makes_red if rules else None
    yellow, red = CARDS
    return {
        unit_id: Tally(counts.get((unit_id, yellow), 0), counts.get((unit_id, red), 0), limit)
        for unit_id, _kind in counts
    }
