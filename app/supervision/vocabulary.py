"""The words of urging: kinds of letters, how urgent, where they stand."""

from collections.abc import Mapping
from enum import StrEnum

from app.inspections.vocabulary import DocumentKind as Kind
from app.wording import N_

LETTER_KINDS = (
    Kind.REMINDER,
    Kind.SUPERVISION_LETTER,
    Kind.CIRCULAR,
    Kind.YELLOW_CARD,
    Kind.RED_CARD,
    Kind.LISTING,
    Kind.TALK,
)
CARDS = (Kind.YELLOW_CARD, Kind.RED_CARD)

# What stands behind the stem of the list's document numbers unless its rules say otherwise.
SUFFIXES: Mapping[Kind, str] = {
    Kind.REMINDER: "办提",
    Kind.SUPERVISION_LETTER: "办督",
    Kind.CIRCULAR: "办通",
    Kind.YELLOW_CARD: "办黄",
    Kind.RED_CARD: "办红",
    Kind.LISTING: "办挂",
    Kind.TALK: "办谈",
}


class Urgency(StrEnum):
    ORDINARY = "ordinary"
    URGENT = "urgent"
    MOST_URGENT = "most_urgent"

    @property
    def label(self) -> str:
        return URGENCIES[self]


URGENCIES = {
    Urgency.ORDINARY: N_("平件"),
    Urgency.URGENT: N_("加急"),
    Urgency.MOST_URGENT: N_("特急"),
}


class LetterState(StrEnum):
    """Where a letter stands on its way out, and whether its matter is ended."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    ISSUED = "issued"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return STATES[self]


STATES = {
    LetterState.DRAFT: N_("草稿"),
    LetterState.REVIEWED: N_("已审核"),
    LetterState.ISSUED: N_("已发出"),
    LetterState.ENDED: N_("已办结"),
    LetterState.WITHDRAWN: N_("已撤销"),
}
SENT = (LetterState.ISSUED, LetterState.ENDED)
UNSENT = (LetterState.DRAFT, LetterState.REVIEWED)


class ReplyState(StrEnum):
    """Where one recipient stands, by its last reply and what the office said of it."""

    AWAITED = "awaited"
    REPLIED = "replied"
    ACCEPTED = "accepted"
    ASKED_AGAIN = "asked_again"

    @property
    def label(self) -> str:
        return REPLIES[self]


REPLIES = {
    ReplyState.AWAITED: N_("待回复"),
    ReplyState.REPLIED: N_("已回复，待核对"),
    ReplyState.ACCEPTED: N_("回复已认可"),
    ReplyState.ASKED_AGAIN: N_("要求重新回复"),
}


class Rule(StrEnum):
    """Why a draft was prepared without a person."""

    OVERDUE = "overdue"
    SILENT = "silent"

    @property
    def label(self) -> str:
        return RULES[self]


RULES = {Rule.OVERDUE: N_("逾期"), Rule.SILENT: N_("连续未报")}
