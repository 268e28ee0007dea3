"""The words of rectification tasks, in code and in Chinese."""

from enum import StrEnum

from app.access.actor import Part
from app.tasks.vocabulary.events import EVENTS, HAPPENS, EventKind
from app.tasks.vocabulary.evidence import EVIDENCE_KINDS, PHOTOS, EvidenceKind
from app.tasks.vocabulary.instructions import ORIGINS, InstructionOrigin
from app.tasks.vocabulary.links import BY_HAND, LinkKind
from app.tasks.vocabulary.particulars import (
    FIELDS,
    NOTICE,
    PARTICULARS,
    PERSON_ROLES,
    SIGNS,
)
from app.tasks.vocabulary.parts import PART_KINDS, PART_STATES, PartKind, PartState
from app.wording import N_

__all__ = [
    "BY_HAND",
    "EVENTS",
    "EVIDENCE_KINDS",
    "FIELDS",
    "HAPPENS",
    "LAMPS",
    "NOTICE",
    "NUMBER_LEVELS",
    "OPEN_STATES",
    "ORIGINS",
    "PACES",
    "PACE_BASES",
    "PARTICULARS",
    "PARTS",
    "PART_KINDS",
    "PART_STATES",
    "PERSON_ROLES",
    "PHOTOS",
    "SIGNS",
    "STAGES",
    "STATES",
    "EventKind",
    "EvidenceKind",
    "InstructionOrigin",
    "Lamp",
    "LinkKind",
    "NumberLevel",
    "Pace",
    "PaceBasis",
    "PartKind",
    "PartState",
    "Stage",
    "TaskState",
]


class TaskState(StrEnum):
    DRAFT = "draft"
    IN_RECTIFICATION = "in_rectification"
    CLOSING = "closing"
    CLOSED = "closed"
    MERGED = "merged"
    SUSPENDED = "suspended"

    @property
    def label(self) -> str:
        return STATES[self]


STATES = {
    TaskState.DRAFT: N_("待交办"),
    TaskState.IN_RECTIFICATION: N_("整改中"),
    TaskState.CLOSING: N_("销号办理中"),
    TaskState.CLOSED: N_("已销号"),
    TaskState.MERGED: N_("已合并"),
    TaskState.SUSPENDED: N_("中止"),
}

# On the books (在账): handed over and not yet struck off.
OPEN_STATES = (TaskState.IN_RECTIFICATION, TaskState.CLOSING, TaskState.SUSPENDED)


class Pace(StrEnum):
    """How progress stands against the schedule (序时进度)."""

    NOT_STARTED = "not_started"
    BEHIND = "behind_schedule"
    ON_SCHEDULE = "on_schedule"
    AHEAD = "ahead_of_schedule"

    @property
    def label(self) -> str:
        return PACES[self]


PACES = {
    Pace.NOT_STARTED: N_("尚未启动"),
    Pace.BEHIND: N_("未达到序时进度"),
    Pace.ON_SCHEDULE: N_("达到序时进度"),
    Pace.AHEAD: N_("超过序时进度"),
}


class Lamp(StrEnum):
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    OFF = "off"

    @property
    def label(self) -> str:
        return LAMPS[self]


LAMPS = {
    Lamp.RED: N_("红灯"),
    Lamp.YELLOW: N_("黄灯"),
    Lamp.GREEN: N_("绿灯"),
    Lamp.OFF: N_("已熄"),
}


class PaceBasis(StrEnum):
    """What pace is judged by."""

    REPORTED = "reported"
    ELAPSED = "elapsed"
    STAGES = "stages"

    @property
    def label(self) -> str:
        return PACE_BASES[self]


PACE_BASES = {
    PaceBasis.REPORTED: N_("按责任单位所报"),
    PaceBasis.ELAPSED: N_("按时间过去的比例推算"),
    PaceBasis.STAGES: N_("按分阶段时限推算，没有分阶段的按时间"),
}


class Stage(StrEnum):
    """Where a task counts in the sentence 已完成N项（其中销号M项）…; every open task has one."""

    CLOSED = "closed"
    MERGED = "merged"
    DONE = "done"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    SILENT = "silent"

    @property
    def label(self) -> str:
        return STAGES[self]


STAGES = {
    Stage.CLOSED: N_("已销号"),
    Stage.MERGED: N_("已合并"),
    Stage.DONE: N_("已完成待销号"),
    Stage.ON_PACE: N_("达到序时进度"),
    Stage.BEHIND: N_("未达到序时进度"),
    Stage.SILENT: N_("尚未报告进展"),
}


class NumberLevel(StrEnum):
    """The level whose list gives a task another number."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    SECTION = "section"

    @property
    def label(self) -> str:
        return NUMBER_LEVELS[self]


NUMBER_LEVELS = {
    NumberLevel.PROVINCE: N_("省"),
    NumberLevel.CITY: N_("市"),
    NumberLevel.COUNTY: N_("县"),
    NumberLevel.SECTION: N_("节"),
}

PARTS = {
    Part.LEAD: N_("牵头单位"),
    Part.RESPONSIBLE: N_("责任单位"),
    Part.COOPERATING: N_("配合单位"),
    Part.SUPERVISING: N_("督导单位"),
    Part.ACCEPTANCE: N_("验收单位"),
}
