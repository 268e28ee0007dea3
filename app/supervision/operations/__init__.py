"""What can be done to urging letters. Nothing here commits."""

from app.supervision.operations.answering import accept, ask_again, end, reply
from app.supervision.operations.issuing import issue, printed, review, withdraw
from app.supervision.operations.ruling import HANDLERS, draft_by_rules, set_rules
from app.supervision.operations.writing import correct, open_letter, rewrite

__all__ = [
    "HANDLERS",
    "accept",
    "ask_again",
    "correct",
    "draft_by_rules",
    "end",
    "issue",
    "open_letter",
    "printed",
    "reply",
    "review",
    "rewrite",
    "set_rules",
    "withdraw",
]
