"""Questions asked of publicities and objections."""

from app.publication.queries.objections import (
    attempts_since,
    identity_of,
    objection_or_none,
    objection_with_code,
    stale_attempts,
)
from app.publication.queries.shown import (
    contact_before,
    counts_for_everybody,
    hold,
    photo_or_none,
    publicities_for,
    publicities_of,
    publicity_of_application,
    publicity_or_none,
    shown_to_everybody,
)
from app.publication.queries.standing import Line, line_of, lines
from app.publication.queries.waiting import (
    examine_until,
    publicities_over,
    tasks_to_publish,
    unexamined_for,
)

__all__ = [
    "Line",
    "attempts_since",
    "contact_before",
    "counts_for_everybody",
    "examine_until",
    "hold",
    "identity_of",
    "line_of",
    "lines",
    "objection_or_none",
    "objection_with_code",
    "photo_or_none",
    "publicities_for",
    "publicities_of",
    "publicities_over",
    "publicity_of_application",
    "publicity_or_none",
    "shown_to_everybody",
    "stale_attempts",
    "tasks_to_publish",
    "unexamined_for",
]
