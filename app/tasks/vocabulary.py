"""The words of rectification tasks, in code and in Chinese."""

from enum import StrEnum

from app.access.actor import Part
from app.wording import N_


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


class Stage(StrEnum):
    """Where a task counts in the sentence 已完成N项（其中销号M项）…; every open task has one."""

    CLOSED = "closed"
    DONE = "done"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    SILENT = "silent"

    @property
    def label(self) -> str:
        return STAGES[self]


STAGES = {
    Stage.CLOSED: N_("已销号"),
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


class EventKind(StrEnum):
    """What happened to a task."""

    OPENED = "opened"
    HANDED_OVER = "handed_over"
    SIGNED = "signed"
    CORRECTED = "corrected"
    PROGRESS = "progress"
    EVIDENCE = "evidence"
    APPLIED = "applied"
    VERIFIED = "verified"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return EVENTS[self]


EVENTS = {
    EventKind.OPENED: N_("入账"),
    EventKind.HANDED_OVER: N_("交办"),
    EventKind.SIGNED: N_("签收"),
    EventKind.CORRECTED: N_("更正"),
    EventKind.PROGRESS: N_("报进展"),
    EventKind.EVIDENCE: N_("上传证据"),
    EventKind.APPLIED: N_("申请销号"),
    EventKind.VERIFIED: N_("现场核查合格"),
    EventKind.ACCEPTED: N_("验收通过"),
    EventKind.RETURNED: N_("退回整改"),
    EventKind.CLOSED: N_("销号"),
}

PARTICULARS = {
    "people": N_("人员"),
    "sites": N_("点位"),
    "indicators": N_("指标"),
    "links": N_("关联事项"),
    "progress": N_("进展"),
    "status": N_("状态"),
    "percent": N_("完成比例"),
    "lamp": N_("灯"),
    "difficulty": N_("存在困难"),
    "next_step": N_("下步措施"),
    "deadline_details": N_("时限说明"),
    "publicity": N_("公示"),
    "notice": N_("公文信息"),
    "remarks": N_("备注"),
}
"""What a document says of a task beyond the task's own columns (原文所载), in the order shown."""

PERSON_ROLES = {
    "responsible": N_("责任人"),
    "sponsor": N_("包案领导"),
    "contact": N_("联系人"),
}

SIGNS = {
    ">=": N_("不低于"),
    "<=": N_("不高于"),
    ">": N_("高于"),
    "<": N_("低于"),
    "=": N_("等于"),
}

NOTICE = {
    "document_number": N_("文号"),
    "issued_by": N_("发文单位"),
    "issued_on": N_("发文日期"),
    "recipients": N_("主送"),
    "reply_by": N_("回复期限"),
    "contact": N_("联系方式"),
    "objections": N_("异议"),
}
