"""A document for a list that has tasks already: compared, answered, taken over, taken back."""

from app.intake.operations.revision.answering import (
    ASKED,
    Answers,
    accept_unchallenged,
    answer,
    is_revising,
    keep_unlisted,
    open_questions,
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
    "ASKED",
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
    "open_questions",
    "revision_of",
    "spare_doubts",
    "take_back",
    "take_over",
]
