"""The words of the trail: how an act ended, what can be wrong with a chain, what was done."""

from collections.abc import Mapping
from enum import StrEnum

from app.access.actions import (
    Action,
    AuditAction,
    HomeAction,
    InspectionAction,
    IntakeAction,
    LedgerAction,
    OverviewAction,
    PersonAction,
    SessionAction,
    TaskAction,
    UnitAction,
)
from app.wording import N_


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

ACTIONS: Mapping[Action, str] = {
    HomeAction.READ: N_("查看首页"),
    TaskAction.LIST: N_("查看任务清单"),
    TaskAction.READ: N_("查看任务"),
    TaskAction.OPEN: N_("任务入账"),
    TaskAction.CORRECT: N_("更正任务"),
    TaskAction.HAND_OVER: N_("交办任务"),
    TaskAction.SIGN: N_("签收任务"),
    TaskAction.REPORT_PROGRESS: N_("报送进展"),
    TaskAction.ATTACH_EVIDENCE: N_("上传证据"),
    TaskAction.APPLY: N_("申请销号"),
    TaskAction.VERIFY: N_("现场核查"),
    TaskAction.ACCEPT: N_("验收通过"),
    TaskAction.RETURN: N_("退回整改"),
    TaskAction.CLOSE: N_("办理销号"),
    InspectionAction.LIST: N_("查看督察与清单"),
    InspectionAction.CREATE: N_("新建督察或清单"),
    InspectionAction.EDIT: N_("修改督察或清单"),
    IntakeAction.READ: N_("查看导入"),
    IntakeAction.RECEIVE: N_("接收文件"),
    IntakeAction.CORRECT: N_("更正导入内容"),
    IntakeAction.CONFIRM: N_("确认入账"),
    IntakeAction.ABANDON: N_("放弃导入"),
    IntakeAction.UNDO: N_("撤销入账"),
    LedgerAction.LIST: N_("查看台账目录"),
    LedgerAction.READ: N_("查看台账"),
    LedgerAction.PREPARE: N_("编制台账"),
    LedgerAction.REVIEW: N_("审核台账"),
    LedgerAction.ISSUE: N_("签发台账"),
    OverviewAction.READ: N_("查看总览"),
    UnitAction.READ: N_("查看单位"),
    UnitAction.EDIT: N_("维护单位"),
    PersonAction.READ: N_("查看人员"),
    PersonAction.EDIT: N_("维护人员"),
    PersonAction.GRANT: N_("授予或收回角色"),
    PersonAction.RESET_PASSWORD: N_("重置口令"),
    SessionAction.LOG_IN: N_("登录"),
    SessionAction.LOG_OUT: N_("退出"),
    SessionAction.CHANGE_PASSWORD: N_("修改口令"),
    AuditAction.READ: N_("查看操作记录"),
    AuditAction.VERIFY: N_("校验操作记录"),
}
ACTION_LABELS: Mapping[str, str] = {action.value: label for action, label in ACTIONS.items()}

SUBJECTS: Mapping[str, str] = {
    "unit": N_("单位"),
    "person": N_("人员"),
    "assignment": N_("角色"),
    "login_session": N_("登录"),
    "inspection": N_("督察"),
    "rectification_list": N_("清单"),
    "period": N_("报告期"),
    "task": N_("任务"),
    "progress_report": N_("进展"),
    "evidence": N_("证据"),
    "application": N_("销号申请"),
    "ledger_issue": N_("台账"),
    "intake_document": N_("导入文件"),
    "intake_row": N_("导入条目"),
    "job": N_("后台任务"),
}

FIELDS: Mapping[str, str] = {
    "active": N_("在用"),
    "alias": N_("其他名称"),
    "aspect": N_("方面"),
    "category": N_("类别"),
    "checksum": N_("校验值"),
    "code": N_("编号"),
    "counting_unit_id": N_("计数单位"),
    "cut_off": N_("截数时刻"),
    "deadline": N_("时限"),
    "done": N_("已做工作"),
    "due_on": N_("时限"),
    "effective_on": N_("生效日期"),
    "ends_on": N_("截止日期"),
    "filename": N_("文件名"),
    "items": N_("条数"),
    "kind": N_("类别"),
    "level": N_("级别"),
    "login": N_("账号"),
    "measures": N_("措施"),
    "name": N_("名称"),
    "next": N_("下一步"),
    "number": N_("序号"),
    "opinion": N_("意见"),
    "pace": N_("序时进度"),
    "parent_id": N_("上级单位编号"),
    "percent": N_("进度"),
    "period": N_("报告期"),
    "person": N_("人员"),
    "problem": N_("问题"),
    "role": N_("角色"),
    "round": N_("轮次"),
    "short_name": N_("简称"),
    "starts_on": N_("起始日期"),
    "state": N_("状态"),
    "statement": N_("说明"),
    "step": N_("环节"),
    "target": N_("目标"),
    "tasks": N_("任务数"),
    "team": N_("督察组"),
    "title": N_("标题"),
    "unit": N_("单位"),
    "unit_id": N_("单位编号"),
    "units": N_("单位"),
    "wording": N_("时限原文"),
}
