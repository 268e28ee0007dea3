"""The words of ledger issues, in code and in Chinese."""

from enum import StrEnum

from app.wording import N_


class LedgerState(StrEnum):
    DRAFT = "draft"
    REVIEWED = "reviewed"
    ISSUED = "issued"

    @property
    def label(self) -> str:
        return STATES[self]


STATES = {
    LedgerState.DRAFT: N_("草稿"),
    LedgerState.REVIEWED: N_("已审核"),
    LedgerState.ISSUED: N_("已签发"),
}


class Verdict(StrEnum):
    """What became of comparing a file with what was issued."""

    GENUINE = "genuine"
    ALTERED = "altered"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return VERDICTS[self]


VERDICTS = {
    Verdict.GENUINE: N_("文件与签发时一致"),
    Verdict.ALTERED: N_("文件与签发时不一致，以库内签发的为准"),
    Verdict.UNKNOWN: N_("不是本系统签发的台账"),
}
