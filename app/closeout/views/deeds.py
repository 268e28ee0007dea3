"""The deeds at the steps of close-out: the words of each page, and the operation behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.access.actions import TaskAction
from app.access.actor import Actor
from app.closeout import operations
from app.closeout.drafts import Finding
from app.tasks.models import Task
from app.wording import N_


@dataclass(frozen=True)
class Judgement:
    """One deed at a step: the words of its page, and the operation behind its button."""

    title: str
    hint: str
    day: str
    opinion: str
    button: str
    consequence: str
    done: str
    operation: Callable[[Task, Finding, Actor], object]


JUDGEMENTS = {
    TaskAction.VERIFY: Judgement(
        N_("现场核查"),
        N_("到现场对照整改目标和措施逐条核查，写明看了哪里、结果怎样。"),
        N_("核查日期"),
        N_("核查意见"),
        N_("核查合格，转%(next)s"),
        N_("提交后进入%(next)s；意见随卷保存，不能修改。"),
        N_("核查意见已提交，现在等%(next)s。"),
        operations.verify,
    ),
    TaskAction.ACCEPT: Judgement(
        N_("验收"),
        N_("谁验收，谁负责。对照整改目标写明是否达到。"),
        N_("验收日期"),
        N_("验收意见"),
        N_("通过验收，转%(next)s"),
        N_("提交后进入%(next)s；意见随卷保存，不能修改。"),
        N_("验收意见已提交，现在等%(next)s。"),
        operations.accept,
    ),
    TaskAction.SIGN_OFF: Judgement(
        N_("签批"),
        N_("核对核查、验收意见和材料后签署；几家会签的，都签了才算通过。"),
        N_("签批日期"),
        N_("签批意见"),
        N_("同意"),
        N_("签署后随卷保存，不能修改。"),
        N_("已签批。"),
        operations.sign_off,
    ),
    TaskAction.RETURN: Judgement(
        N_("退回整改"),
        N_("写明哪一条没有做到、还要补什么，责任单位据此继续整改。"),
        N_("退回日期"),
        N_("退回理由"),
        N_("退回整改"),
        N_("本次申请即告结束，责任单位整改后须重新申请。"),
        N_("已退回，责任单位可以看到理由。"),
        operations.give_back,
    ),
    TaskAction.CLOSE: Judgement(
        N_("销号"),
        N_("核对自查、核查、验收三方意见后办理。"),
        N_("销号日期"),
        N_("销号意见"),
        N_("办理销号"),
        N_("销号后任务不能再改；以后反弹另立新项。"),
        N_("已销号。"),
        operations.close,
    ),
    TaskAction.FILE: Judgement(
        N_("备案"),
        N_("报上一级备案后登记，写明文号和报送方式。"),
        N_("备案日期"),
        N_("备案说明"),
        N_("登记备案"),
        N_("登记后随卷保存，不能修改。"),
        N_("已登记备案。"),
        operations.file,
    ),
    TaskAction.LOOK_BACK: Judgement(
        N_("回头看"),
        N_("到现场看整改成效是否保持；问题反弹的，另立新项重新整改。"),
        N_("回头看日期"),
        N_("查看情况"),
        N_("提交回头看结果"),
        N_("结果随卷保存，不能修改；已销号的任务不重新打开。"),
        N_("回头看结果已提交。"),
        operations.file,  # its own view calls look_back, which also takes a result
    ),
}
"""`next` in a text is the step that follows."""

ENDPOINTS = {
    TaskAction.VERIFY: "verify",
    TaskAction.ACCEPT: "accept",
    TaskAction.SIGN_OFF: "sign_off",
    TaskAction.RETURN: "give_back",
    TaskAction.CLOSE: "close",
    TaskAction.FILE: "file",
    TaskAction.LOOK_BACK: "look_back",
}
