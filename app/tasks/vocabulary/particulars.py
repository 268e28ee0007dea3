"""The words of what documents say of tasks: fields, particulars, people, signs, notices."""

from app.wording import N_

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

FIELDS = {
    "number": N_("编号"),
    "other_numbers": N_("其他清单的编号"),
    "aspect": N_("方面"),
    "category": N_("类别"),
    "problem": N_("问题"),
    "units": N_("单位"),
    "deadline": N_("整改时限"),
    "target": N_("整改目标"),
    "measures": N_("措施"),
} | PARTICULARS
"""Everything that is stored of a task and leads back to its source, in the order shown."""
