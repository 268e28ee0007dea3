"""The words of the trail: how an act ended, what can be wrong with a chain, what was done."""

from enum import StrEnum

from app.audit.vocabulary.contents import FIELDS, SUBJECTS
from app.audit.vocabulary.deeds import ACTION_LABELS, ACTIONS
from app.wording import N_

__all__ = [
    "ACTIONS",
    "ACTION_LABELS",
    "FAULTS",
    "FIELDS",
    "OUTCOMES",
    "SUBJECTS",
    "Fault",
    "Outcome",
]


class Outcome(StrEnum):
    DONE = "done"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return OUTCOMES[self]


class Fault(StrEnum):
    """What can be wrong with the trail."""

    ALTERED = "altered"
    REMOVED = "removed"
    MOVED = "moved"
    REWRITTEN = "rewritten"
    ADDED = "added"
    HEAD_MISSING = "head_missing"

    @property
    def label(self) -> str:
        return FAULTS[self]


OUTCOMES = {Outcome.DONE: N_("已办"), Outcome.REFUSED: N_("被拒绝")}

FAULTS = {
    Fault.ALTERED: N_("内容被改动"),
    Fault.REMOVED: N_("被删除"),
    Fault.MOVED: N_("顺序被调换"),
    Fault.REWRITTEN: N_("与库外留存的校验值不符，此条或之前的记录被整体改写"),
    Fault.ADDED: N_("不是由系统写入"),
    Fault.HEAD_MISSING: N_("库外留存的校验值不见了，无法证明末尾记录没有被删除"),
}
