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

COUNTS = {
    "ordered": N_("责令整改（家）"),
    "penalty_cases": N_("立案处罚（家）"),
    "fine_fen": N_("罚款（元）"),
    "criminal": N_("立案侦查（件）"),
    "admin_detained": N_("行政拘留（人）"),
    "criminally_detained": N_("刑事拘留（人）"),
    "interviewed": N_("约谈（人）"),
    "held_accountable": N_("问责（人）"),
}

TEXTS = {
    "content": N_("反映问题"),
    "investigation": N_("调查核实"),
    "handling": N_("处理和整改"),
    "accountability": N_("问责情况"),
    "target": N_("办结目标"),
    "remarks": N_("备注"),
}
"""Parts of a case that may tell who complains."""
