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
    PetitionAction,
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
    TaskAction.EXPORT: N_("导出任务"),
    TaskAction.OPEN: N_("任务入账"),
    TaskAction.CORRECT: N_("更正任务"),
    TaskAction.AMEND: N_("按修订版修改任务"),
    TaskAction.UNLIST: N_("记下修订版不再列"),
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
    IntakeAction.READ_CASES: N_("查看导入的信访件"),
    IntakeAction.EXPORT: N_("导出有问题的条目"),
    PetitionAction.LIST: N_("查看信访件目录"),
    PetitionAction.OPEN: N_("信访件入账"),
    PetitionAction.READ: N_("查看信访件原文"),
    PetitionAction.EXPORT: N_("导出信访件"),
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
    "percent_before": N_("上次进度"),
    "period": N_("报告期"),
    "task": N_("任务"),
    "progress_report": N_("进展"),
    "evidence": N_("证据"),
    "application": N_("销号申请"),
    "ledger_issue": N_("台账"),
    "intake_document": N_("导入文件"),
    "intake_row": N_("导入条目"),
    "remembered_name": N_("记住的单位名称"),
    "job": N_("后台任务"),
}

FIELDS: Mapping[str, str] = {
    "accepted": N_("采用的条目"),
    "active": N_("在用"),
    "added": N_("新增的行"),
    "alias": N_("其他名称"),
    "also": N_("一并处理的条目"),
    "amended": N_("修订的任务数"),
    "answers": N_("已决定的修订数"),
    "aspect": N_("方面"),
    "base": N_("时限起算事项"),
    "category": N_("类别"),
    "checksum": N_("校验值"),
    "chosen": N_("对应的任务数"),
    "closed_on": N_("销号日期"),
    "code": N_("编号"),
    "content": N_("内容校验值"),
    "cooperating": N_("配合单位"),
    "counting_unit_id": N_("计数单位编号"),
    "cutoff_hour": N_("截数时点"),
    "deadline": N_("时限"),
    "deadline_kind": N_("时限类型"),
    "deadline_text": N_("时限原文"),
    "deadline_wording": N_("时限原文"),
    "decision": N_("处理"),
    "difficulties": N_("困难"),
    "difficulty": N_("存在困难"),
    "document_id": N_("文件编号"),
    "document_prefix": N_("台账编号前缀"),
    "done_on": N_("完成日期"),
    "due_on": N_("时限"),
    "ends_on": N_("截止日期"),
    "evidence_id": N_("证据编号"),
    "feedback_on": N_("反馈日期"),
    "fields": N_("修订的内容"),
    "filename": N_("文件名"),
    "handed_over_on": N_("交办日期"),
    "head_count": N_("操作记录条数"),
    "head_hash": N_("操作记录校验值"),
    "immediate": N_("立行立改"),
    "import_id": N_("导入编号"),
    "indicators": N_("指标"),
    "issued_on": N_("签发日期"),
    "items": N_("条数"),
    "kind": N_("类别"),
    "lamp": N_("灯"),
    "lead": N_("牵头单位"),
    "lead_unit_id": N_("牵头单位编号"),
    "level": N_("级别"),
    "links": N_("关联事项"),
    "list": N_("清单"),
    "login": N_("账号"),
    "measures": N_("措施"),
    "merged": N_("并入的条目"),
    "name": N_("名称"),
    "near_due_days": N_("临期天数"),
    "next_step": N_("下一步"),
    "noted": N_("注明不再列的任务数"),
    "number": N_("序号"),
    "onsite_from": N_("进驻日期"),
    "onsite_to": N_("离驻日期"),
    "original_due_on": N_("原时限"),
    "other_numbers": N_("其他编号"),
    "pace": N_("序时进度"),
    "parent_id": N_("上级单位编号"),
    "parts": N_("承办单位"),
    "people": N_("人员"),
    "percent": N_("进度"),
    "period": N_("报告期"),
    "period_id": N_("报告期编号"),
    "period_kind": N_("报告周期"),
    "person": N_("人员"),
    "post": N_("职务"),
    "prepared_by": N_("编制人"),
    "problem": N_("问题"),
    "procedure_id": N_("销号程序编号"),
    "progress": N_("进展"),
    "remarks": N_("备注"),
    "replaces": N_("替代的期次"),
    "report_id": N_("进展编号"),
    "responsible": N_("责任单位"),
    "result": N_("结果"),
    "reviewed_by": N_("审核人"),
    "revision": N_("修订对照"),
    "role": N_("角色"),
    "round": N_("轮次"),
    "set_aside": N_("搁置的条目"),
    "sha256": N_("校验值"),
    "short_name": N_("简称"),
    "signed_on": N_("签收日期"),
    "sites": N_("点位"),
    "split": N_("拆出的条目"),
    "stages": N_("分阶段时限"),
    "starts_on": N_("起始日期"),
    "state": N_("状态"),
    "status": N_("状态"),
    "step_id": N_("环节编号"),
    "supervising": N_("督导单位"),
    "sustained": N_("长期坚持"),
    "taken_back": N_("撤销的改动"),
    "target": N_("目标"),
    "tasks": N_("任务"),
    "team": N_("督察组"),
    "text": N_("内容"),
    "title": N_("标题"),
    "unit": N_("单位"),
    "unit_id": N_("单位编号"),
    "units": N_("单位"),
    "unlisted": N_("不再列的任务数"),
    "version": N_("版次"),
    "withdrawn": N_("撤下的草稿数"),
    "wording": N_("时限原文"),
    "year": N_("年度"),
}
