"""The words of extensions and suspensions, in code and in Chinese."""

from enum import StrEnum

from app.access.actions import TaskAction
from app.wording import N_


class TermKind(StrEnum):
    """What is asked for."""

    EXTENSION = "extension"
    SUSPENSION = "suspension"

    @property
    def label(self) -> str:
        return KINDS[self]


KINDS = {TermKind.EXTENSION: N_("延期"), TermKind.SUSPENSION: N_("中止")}


class TermOutcome(StrEnum):
    """How an application ended, or that it has not."""

    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return OUTCOMES[self]


OUTCOMES = {
    TermOutcome.OPEN: N_("待决定"),
    TermOutcome.APPROVED: N_("已批准"),
    TermOutcome.REFUSED: N_("未批准"),
    TermOutcome.WITHDRAWN: N_("已撤回"),
}

ASKS = {
    TermKind.EXTENSION: TaskAction.ASK_EXTENSION,
    TermKind.SUSPENSION: TaskAction.ASK_SUSPENSION,
}
GRANTS = {TermKind.EXTENSION: TaskAction.EXTEND, TermKind.SUSPENSION: TaskAction.SUSPEND}
REFUSES = {
    TermKind.EXTENSION: TaskAction.REFUSE_EXTENSION,
    TermKind.SUSPENSION: TaskAction.REFUSE_SUSPENSION,
}
