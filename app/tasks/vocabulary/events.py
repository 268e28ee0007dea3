"""What can happen to a task: the words of its timeline."""

from collections.abc import Mapping
from enum import StrEnum

from app.access.actions import TaskAction
from app.wording import N_


class EventKind(StrEnum):
    """What happened to a task."""

    OPENED = "opened"
    HANDED_OVER = "handed_over"
    SIGNED = "signed"
    CORRECTED = "corrected"
    AMENDED = "amended"
    UNLISTED = "unlisted"
    PROGRESS = "progress"
    EVIDENCE = "evidence"
    APPLIED = "applied"
    VERIFIED = "verified"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    CLOSED = "closed"
    DECOMPOSED = "decomposed"
    LINKED = "linked"
    MERGED = "merged"
    PLANNED = "planned"
    REPORT_RETURNED = "report_returned"
    COMMENTED = "commented"
    EXTENSION_ASKED = "extension_asked"
    EXTENDED = "extended"
    EXTENSION_REFUSED = "extension_refused"
    SUSPENSION_ASKED = "suspension_asked"
    SUSPENDED = "suspended"
    SUSPENSION_REFUSED = "suspension_refused"
    RESUMED = "resumed"
    DEADLINE_SET = "deadline_set"
    LAMP_SET = "lamp_set"
    URGED = "urged"
    REPLIED = "replied"
    PEOPLE_NAMED = "people_named"
    VISITED = "visited"
    DISCUSSED = "discussed"
    INSTRUCTED = "instructed"
    ANSWERED = "answered"
    SETTLED = "settled"
    POINTER_JUDGED = "pointer_judged"
    SIGNED_OFF = "signed_off"
    PUBLISHED = "published"
    EXAMINED = "examined"
    FILED = "filed"
    LOOKED_BACK = "looked_back"
    RELAPSED = "relapsed"
    OBJECTED = "objected"
    DEADLINE_RECOMPUTED = "deadline_recomputed"
    CRITERIA_SET = "criteria_set"

    @property
    def label(self) -> str:
        return EVENTS[self]


EVENTS = {
    EventKind.OPENED: N_("入账"),
    EventKind.HANDED_OVER: N_("交办"),
    EventKind.SIGNED: N_("签收"),
    EventKind.CORRECTED: N_("更正"),
    EventKind.AMENDED: N_("按修订版修改"),
    EventKind.UNLISTED: N_("修订版不再列"),
    EventKind.PROGRESS: N_("报进展"),
    EventKind.EVIDENCE: N_("上传证据"),
    EventKind.APPLIED: N_("申请销号"),
    EventKind.VERIFIED: N_("现场核查合格"),
    EventKind.ACCEPTED: N_("验收通过"),
    EventKind.RETURNED: N_("退回整改"),
    EventKind.CLOSED: N_("销号"),
    EventKind.DECOMPOSED: N_("分解下级任务"),
    EventKind.LINKED: N_("关联"),
    EventKind.MERGED: N_("合并"),
    EventKind.PLANNED: N_("调整措施和点位"),
    EventKind.REPORT_RETURNED: N_("退回进展"),
    EventKind.COMMENTED: N_("批注"),
    EventKind.EXTENSION_ASKED: N_("申请延期"),
    EventKind.EXTENDED: N_("批准延期"),
    EventKind.EXTENSION_REFUSED: N_("不批准延期"),
    EventKind.SUSPENSION_ASKED: N_("申请中止"),
    EventKind.SUSPENDED: N_("批准中止"),
    EventKind.SUSPENSION_REFUSED: N_("不批准中止"),
    EventKind.RESUMED: N_("恢复整改"),
    EventKind.DEADLINE_SET: N_("确定时限"),
    EventKind.LAMP_SET: N_("改灯"),
    EventKind.URGED: N_("督办"),
    EventKind.REPLIED: N_("回复督办"),
    EventKind.PEOPLE_NAMED: N_("确定责任人和包案领导"),
    EventKind.VISITED: N_("领导到场"),
    EventKind.DISCUSSED: N_("会审"),
    EventKind.INSTRUCTED: N_("提出要求"),
    EventKind.ANSWERED: N_("答复要求"),
    EventKind.SETTLED: N_("要求办结"),
    EventKind.POINTER_JUDGED: N_("判断疑点"),
    EventKind.SIGNED_OFF: N_("会签"),
    EventKind.PUBLISHED: N_("公示"),
    EventKind.EXAMINED: N_("异议审查"),
    EventKind.FILED: N_("备案"),
    EventKind.LOOKED_BACK: N_("回头看"),
    EventKind.RELAPSED: N_("反弹"),
    EventKind.OBJECTED: N_("收到异议"),
    EventKind.DEADLINE_RECOMPUTED: N_("时限重算"),
    EventKind.CRITERIA_SET: N_("确定验收标准"),
}

HAPPENS: Mapping[TaskAction, EventKind] = {
    TaskAction.OPEN: EventKind.OPENED,
    TaskAction.CORRECT: EventKind.CORRECTED,
    TaskAction.AMEND: EventKind.AMENDED,
    TaskAction.UNLIST: EventKind.UNLISTED,
    TaskAction.SET_CRITERIA: EventKind.CRITERIA_SET,
    TaskAction.HAND_OVER: EventKind.HANDED_OVER,
    TaskAction.SIGN: EventKind.SIGNED,
    TaskAction.REPORT_PROGRESS: EventKind.PROGRESS,
    TaskAction.ATTACH_EVIDENCE: EventKind.EVIDENCE,
    TaskAction.APPLY: EventKind.APPLIED,
    TaskAction.VERIFY: EventKind.VERIFIED,
    TaskAction.ACCEPT: EventKind.ACCEPTED,
    TaskAction.RETURN: EventKind.RETURNED,
    TaskAction.CLOSE: EventKind.CLOSED,
    TaskAction.DECOMPOSE: EventKind.DECOMPOSED,
    TaskAction.LINK: EventKind.LINKED,
    TaskAction.MERGE: EventKind.MERGED,
    TaskAction.PLAN: EventKind.PLANNED,
    TaskAction.RETURN_REPORT: EventKind.REPORT_RETURNED,
    TaskAction.COMMENT: EventKind.COMMENTED,
    TaskAction.ASK_EXTENSION: EventKind.EXTENSION_ASKED,
    TaskAction.EXTEND: EventKind.EXTENDED,
    TaskAction.REFUSE_EXTENSION: EventKind.EXTENSION_REFUSED,
    TaskAction.ASK_SUSPENSION: EventKind.SUSPENSION_ASKED,
    TaskAction.SUSPEND: EventKind.SUSPENDED,
    TaskAction.REFUSE_SUSPENSION: EventKind.SUSPENSION_REFUSED,
    TaskAction.RESUME: EventKind.RESUMED,
    TaskAction.SET_DEADLINE: EventKind.DEADLINE_SET,
    TaskAction.SET_LAMP: EventKind.LAMP_SET,
    TaskAction.URGE: EventKind.URGED,
    TaskAction.REPLY: EventKind.REPLIED,
    TaskAction.NAME_PEOPLE: EventKind.PEOPLE_NAMED,
    TaskAction.VISIT: EventKind.VISITED,
    TaskAction.DISCUSS: EventKind.DISCUSSED,
    TaskAction.INSTRUCT: EventKind.INSTRUCTED,
    TaskAction.ANSWER: EventKind.ANSWERED,
    TaskAction.SETTLE: EventKind.SETTLED,
    TaskAction.JUDGE_POINTER: EventKind.POINTER_JUDGED,
    TaskAction.SIGN_OFF: EventKind.SIGNED_OFF,
    TaskAction.PUBLISH: EventKind.PUBLISHED,
    TaskAction.OBJECT: EventKind.OBJECTED,
    TaskAction.EXAMINE: EventKind.EXAMINED,
    TaskAction.FILE: EventKind.FILED,
    TaskAction.LOOK_BACK: EventKind.LOOKED_BACK,
    TaskAction.RELAPSE: EventKind.RELAPSED,
}
"""What a deed leaves in the timeline."""
