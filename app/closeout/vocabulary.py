"""The words of close-out, in code and in Chinese."""

from enum import StrEnum

from app.wording import N_


class Outcome(StrEnum):
    """How an application ended, or that it has not."""

    OPEN = "open"
    RETURNED = "returned"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return OUTCOMES[self]


OUTCOMES = {
    Outcome.OPEN: N_("办理中"),
    Outcome.RETURNED: N_("已退回"),
    Outcome.CLOSED: N_("已销号"),
}


class Result(StrEnum):
    """What came of one step."""

    PASSED = "passed"
    RETURNED = "returned"

    @property
    def label(self) -> str:
        return RESULTS[self]


RESULTS = {Result.PASSED: N_("通过"), Result.RETURNED: N_("退回")}
