"""The words of petition cases, in code and in Chinese."""

from enum import StrEnum

from app.wording import N_


class Channel(StrEnum):
    CALL = "call"
    LETTER = "letter"
    WECHAT = "wechat"
    OTHER = "other"

    @property
    def label(self) -> str:
        return CHANNELS[self]


CHANNELS = {
    Channel.CALL: N_("来电"),
    Channel.LETTER: N_("来信"),
    Channel.WECHAT: N_("微信"),
    Channel.OTHER: N_("其他"),
}


class Verdict(StrEnum):
    """Whether what was complained of was found (是否属实)."""

    YES = "yes"
    LARGELY = "largely"
    PARTLY = "partly"
    NO = "no"

    @property
    def label(self) -> str:
        return VERDICTS[self]


VERDICTS = {
    Verdict.YES: N_("属实"),
    Verdict.LARGELY: N_("基本属实"),
    Verdict.PARTLY: N_("部分属实"),
    Verdict.NO: N_("不属实"),
}


class CaseStatus(StrEnum):
    IN_PROGRESS = "in_progress"
    PHASE_CONCLUDED = "phase_concluded"
    CONCLUDED = "concluded"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return STATUSES[self]


STATUSES = {
    CaseStatus.IN_PROGRESS: N_("正在办理"),
    CaseStatus.PHASE_CONCLUDED: N_("阶段性办结"),
    CaseStatus.CONCLUDED: N_("已办结"),
    CaseStatus.CLOSED: N_("已销号"),
}
