"""The words of imports, in code and in Chinese."""

from enum import StrEnum

from app.access.actor import Part
from app.wording import N_


class ImportState(StrEnum):
    READING = "reading"
    FAILED = "failed"
    REVIEW = "review"
    CONFIRMED = "confirmed"
    ABANDONED = "abandoned"
    UNDONE = "undone"

    @property
    def label(self) -> str:
        return STATES[self]


STATES = {
    ImportState.READING: N_("正在读取"),
    ImportState.FAILED: N_("没有读成"),
    ImportState.REVIEW: N_("待核对"),
    ImportState.CONFIRMED: N_("已入账"),
    ImportState.ABANDONED: N_("已放弃"),
    ImportState.UNDONE: N_("已撤回"),
}

# While one of these holds, the same file is not taken into the same list again.
LIVE = (ImportState.READING, ImportState.REVIEW, ImportState.CONFIRMED)
UNFINISHED = (ImportState.READING, ImportState.REVIEW, ImportState.FAILED)

NEXT = {
    ImportState.READING: (N_("后台正在读取，读完再核对"), N_("看进度")),
    ImportState.REVIEW: (N_("确认前不入账"), N_("继续核对")),
    ImportState.FAILED: (N_("没有读成，请换一份或放弃"), N_("看原因")),
}
"""What an unfinished import waits for, and what is done about it."""


class Decision(StrEnum):
    """What a person decided about a row."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return DECISIONS[self]


DECISIONS = {
    Decision.OPEN: N_("待核对"),
    Decision.ACCEPTED: N_("已采纳"),
    Decision.DROPPED: N_("不入账"),
}

FIELDS = {
    "number": N_("编号"),
    "aspect": N_("方面"),
    "category": N_("类别"),
    "problem": N_("问题"),
    "lead": N_("牵头单位"),
    "responsible": N_("责任单位"),
    "cooperating": N_("配合单位"),
    "supervising": N_("督导单位"),
    "acceptance": N_("验收单位"),
    "units": N_("单位"),
    "deadline": N_("整改时限"),
    "target": N_("整改目标"),
    "measures": N_("措施"),
    "progress": N_("进展"),
    "remarks": N_("备注"),
    "text": N_("正文"),
    "body": N_("正文"),
    "header": N_("表头"),
    "lead_units": N_("牵头单位"),
    "responsible_units": N_("责任单位"),
    "cooperating_units": N_("配合单位"),
    "supervising_units": N_("督导单位"),
    "acceptance_units": N_("验收单位"),
    "competent_units": N_("主管单位"),
    "inner_office": N_("责任部门"),
    "measure_units": N_("措施责任单位"),
    "measure_deadline": N_("措施时限"),
    "sponsor": N_("包案领导"),
    "person": N_("责任人"),
    "contact": N_("联系人"),
    "original_deadline": N_("原时限"),
    "status": N_("状态"),
    "site_name": N_("点位"),
    "site_number": N_("点位编号"),
    "percent": N_("完成比例"),
    "lamp": N_("灯"),
    "difficulty": N_("存在困难"),
    "next_step": N_("下步措施"),
    "heading": N_("名称"),
    "publicity": N_("日期"),
    "due_date": N_("时限日期"),
    "other_numbers": N_("其他编号"),
    "origin": N_("原表位置"),
    "row_note": N_("错误说明"),
    "other": N_("其他"),
    "people": N_("人员"),
    "sites": N_("点位"),
    "links": N_("关联事项"),
    "indicators": N_("指标"),
}

MISSING = {
    "aspect": N_("（未分方面）"),
    "category": N_("（未分类别）"),
}
"""Headings of tasks in a document that has none."""

IGNORED = {
    "page-number": N_("页码"),
    "running-head": N_("页眉"),
    "duplicate": N_("重复段"),
    "title": N_("标题"),
    "notice-text": N_("说明文字"),
    "comment": N_("批注"),
    "rule": N_("分隔线"),
    "total": N_("合计行"),
    "row-note": N_("改错用的列"),
    "by-hand": N_("人工确认不入账"),
}

A_DAY = N_("日期，例如2026年11月30日、2026年底前，或按原文照录")
A_UNIT = N_("单位名录里的名称")
EXPECTED = {
    "missing-number": N_("编号，每项不同"),
    "duplicate-number": N_("和别的项不同的编号"),
    "number-taken": N_("没有入过账的受理编号"),
    "missing-problem": N_("问题的全文"),
    "missing-unit": N_("至少一个牵头单位或责任单位"),
    "wildcard-unit": N_("逐个点名的单位"),
    "missing-deadline": N_("整改时限，没有的写“无”"),
    "failed-formula": N_("文字、数字或日期"),
    "no-header": N_("一行列名，例如编号、问题、责任单位、整改时限"),
    "missing-column": N_("表头里有这一列"),
    "unexplained": N_("写进某一项的某一列，或者确认不入账"),
    "unknown-status": N_("正在办理、阶段性办结、已办结或已销号"),
    "unknown-verdict": N_("属实、基本属实、部分属实或不属实"),
    "counts-differ": N_("数量栏与文字写同一个数"),
    "units": A_UNIT,
    "deadline": A_DAY,
    "measures": A_DAY,
}
"""What should stand in a cell, by what is wrong with it, else by its field."""

PARTS = {
    Part.LEAD: N_("牵头单位"),
    Part.RESPONSIBLE: N_("责任单位"),
    Part.COOPERATING: N_("配合单位"),
    Part.SUPERVISING: N_("督导单位"),
    Part.ACCEPTANCE: N_("验收单位"),
}
