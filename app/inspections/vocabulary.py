"""The words of inspections, lists and procedures, in code and in Chinese."""

from enum import StrEnum

from app.wording import N_


class InspectionLevel(StrEnum):
    CENTRAL = "central"
    PROVINCIAL = "provincial"
    CITY = "city"

    @property
    def label(self) -> str:
        return LEVELS[self]


LEVELS = {
    InspectionLevel.CENTRAL: N_("中央"),
    InspectionLevel.PROVINCIAL: N_("省级"),
    InspectionLevel.CITY: N_("市级"),
}


class SourceKind(StrEnum):
    """What an inspection record stands for; they live side by side."""

    INSPECTION = "inspection"
    LOOK_BACK = "look_back"
    WARNING_FILM = "warning_film"
    OWN_INVESTIGATION = "own_investigation"
    WORK_PLAN = "work_plan"

    @property
    def label(self) -> str:
        return SOURCES[self]


SOURCES = {
    SourceKind.INSPECTION: N_("督察"),
    SourceKind.LOOK_BACK: N_("回头看"),
    SourceKind.WARNING_FILM: N_("警示片"),
    SourceKind.OWN_INVESTIGATION: N_("自查"),
    SourceKind.WORK_PLAN: N_("年度方案"),
}


class PeriodKind(StrEnum):
    WEEK = "week"
    HALF_MONTH = "half_month"
    MONTH = "month"

    @property
    def label(self) -> str:
        return PERIODS[self]


PERIODS = {
    PeriodKind.WEEK: N_("每周"),
    PeriodKind.HALF_MONTH: N_("每半月"),
    PeriodKind.MONTH: N_("每月"),
}


class StepKind(StrEnum):
    """What a step of a close-out procedure is; order, days and materials are data."""

    SELF_CHECK = "self_check"
    APPLICATION = "application"
    VERIFICATION = "verification"
    ACCEPTANCE = "acceptance"
    SIGN_OFF = "sign_off"
    PUBLICITY = "publicity"
    OBJECTION = "objection"
    CLOSE_OUT = "close_out"
    FILING = "filing"
    LOOK_BACK = "look_back"

    @property
    def label(self) -> str:
        return STEPS[self]

    @property
    def state_label(self) -> str:
        """What the interface shows as the state of a task that waits at this step."""
        return STATES_AT[self]


STEPS = {
    StepKind.SELF_CHECK: N_("自查"),
    StepKind.APPLICATION: N_("申请销号"),
    StepKind.VERIFICATION: N_("现场核查"),
    StepKind.ACCEPTANCE: N_("验收"),
    StepKind.SIGN_OFF: N_("签批"),
    StepKind.PUBLICITY: N_("公示"),
    StepKind.OBJECTION: N_("异议审查"),
    StepKind.CLOSE_OUT: N_("销号"),
    StepKind.FILING: N_("备案"),
    StepKind.LOOK_BACK: N_("回头看"),
}

STATES_AT = STEPS | {
    StepKind.PUBLICITY: N_("公示中"),
    StepKind.CLOSE_OUT: N_("待销号"),
    StepKind.FILING: N_("待备案"),
}


class StepOwner(StrEnum):
    """Who acts at a step."""

    APPLICANT = "applicant"
    SUPERVISING = "supervising"
    ACCEPTANCE = "acceptance"
    OFFICE = "office"
    LEADER = "leader"
    UPPER_OFFICE = "upper_office"

    @property
    def label(self) -> str:
        return OWNERS[self]


OWNERS = {
    StepOwner.APPLICANT: N_("责任单位"),
    StepOwner.SUPERVISING: N_("督导单位"),
    StepOwner.ACCEPTANCE: N_("验收单位"),
    StepOwner.OFFICE: N_("整改办"),
    StepOwner.LEADER: N_("领导"),
    StepOwner.UPPER_OFFICE: N_("上级整改办"),
}


# Who may act at a step; nobody of the applicant's side ever checks.
CHECKERS = tuple(owner for owner in StepOwner if owner is not StepOwner.APPLICANT)


class LimitKind(StrEnum):
    """How the days of a step are counted."""

    NATURAL = "natural"
    WORKING = "working"

    @property
    def label(self) -> str:
        return LIMITS[self]


LIMITS = {LimitKind.NATURAL: N_("自然日"), LimitKind.WORKING: N_("工作日")}


class WorkKind(StrEnum):
    """Which tasks a procedure or a material is for."""

    ANY = "any"
    WORKS = "works"
    NON_WORKS = "non_works"

    @property
    def label(self) -> str:
        return WORK_KINDS[self]


WORK_KINDS = {
    WorkKind.ANY: N_("通用"),
    WorkKind.WORKS: N_("工程类"),
    WorkKind.NON_WORKS: N_("非工程类"),
}


class DocumentKind(StrEnum):
    """What is numbered without gaps, per list, kind and year."""

    LEDGER = "ledger"
    REMINDER = "reminder"
    SUPERVISION_LETTER = "supervision_letter"
    CIRCULAR = "circular"
    YELLOW_CARD = "yellow_card"
    RED_CARD = "red_card"
    LISTING = "listing"
    TALK = "talk"
    PUBLICITY = "publicity"
    DEADLINE_DECISION = "deadline_decision"
    MINUTES = "minutes"
    ASSESSMENT = "assessment"

    @property
    def label(self) -> str:
        return DOCUMENTS[self]


DOCUMENTS = {
    DocumentKind.LEDGER: N_("台账"),
    DocumentKind.REMINDER: N_("提醒函"),
    DocumentKind.SUPERVISION_LETTER: N_("督办函"),
    DocumentKind.CIRCULAR: N_("通报"),
    DocumentKind.YELLOW_CARD: N_("黄牌"),
    DocumentKind.RED_CARD: N_("红牌"),
    DocumentKind.LISTING: N_("挂牌督办通知"),
    DocumentKind.TALK: N_("约谈通知"),
    DocumentKind.PUBLICITY: N_("公示"),
    DocumentKind.DEADLINE_DECISION: N_("时限批复"),
    DocumentKind.MINUTES: N_("会审纪要"),
    DocumentKind.ASSESSMENT: N_("考核通报"),
}
