"""Questions asked of urging letters, of replies and of cards."""

from app.supervision.queries.cards import cards_of
from app.supervision.queries.letters import (
    LetterFilter,
    correction_of,
    known_addressees,
    letter_or_none,
    letters_about,
    letters_for,
    list_or_none,
    number_to_come,
    reply_file_with,
    reply_or_none,
    rules_of,
)
from app.supervision.queries.matters import open_matter, overdue_by, silent_since

__all__ = [
    "LetterFilter",
    "cards_of",
    "correction_of",
    "known_addressees",
    "letter_or_none",
    "letters_about",
    "letters_for",
    "list_or_none",
    "number_to_come",
    "open_matter",
    "overdue_by",
    "reply_file_with",
    "reply_or_none",
    "rules_of",
    "silent_since",
]
