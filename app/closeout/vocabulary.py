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
    RELAPSED = "relapsed"

    @property
    def label(self) -> str:
        return RESULTS[self]


RESULTS = {
    Result.PASSED: N_("通过"),
    Result.RETURNED: N_("退回"),
    Result.RELAPSED: N_("反弹"),
}


class Answer(StrEnum):
    """What was found of one criterion or at one site."""

    MET = "met"
    UNMET = "unmet"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        return ANSWERS[self]


ANSWERS = {
    Answer.MET: N_("符合"),
    Answer.UNMET: N_("不符合"),
    Answer.NOT_APPLICABLE: N_("不适用"),
}
