"""A document for a list that has tasks already: compared, answered, taken over, taken back."""

from app.intake.operations.revision.answering import (
    Answers,
    accept_unchallenged,
    answer,
    is_revising,
    keep_unlisted,
    spare_doubts,
)
from app.intake.operations.revision.applying import take_over
from app.intake.operations.revision.comparing import (
    Change,
    Compared,
    Revision,
    Unlisted,
    revision_of,
)
from app.intake.operations.revision.undoing import hindrances, take_back

__all__ = [
    "Answers",
    "Change",
    "Compared",
    "Revision",
    "Unlisted",
    "accept_unchallenged",
    "answer",
    "hindrances",
    "is_revising",
    "keep_unlisted",
    "revision_of",
    "spare_doubts",
    "take_back",
    "take_over",
]
