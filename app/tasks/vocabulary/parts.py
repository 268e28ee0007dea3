"""The words of the parts of a task: measures, sites, milestones, indicators."""

from enum import StrEnum

from app.wording import N_


class PartState(StrEnum):
    """Where one measure or one site stands."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"

    @property
    def label(self) -> str:
        return PART_STATES[self]


PART_STATES = {
    PartState.NOT_STARTED: N_("未启动"),
    PartState.UNDER_WAY: N_("整改中"),
    PartState.DONE: N_("已完成"),
}


class PartKind(StrEnum):
    """What a task is made of."""

    MEASURE = "measure"
    SITE = "site"
    MILESTONE = "milestone"
    INDICATOR = "indicator"

    @property
    def label(self) -> str:
        return PART_KINDS[self]


PART_KINDS = {
    PartKind.MEASURE: N_("措施"),
    PartKind.SITE: N_("点位"),
    PartKind.MILESTONE: N_("节点"),
    PartKind.INDICATOR: N_("指标"),
}
