"""What documents call the same thing, and how they number."""

from collections.abc import Callable, Sequence

from benchmarks.variants.truth import FIGURES, Dice

NAMES = {
    "number": ("序号", "编号", "问题序号", "任务编号", "问题编号", "项号", "序 号"),
    "aspect": ("方面", "所属方面", "问题方面"),
    "category": ("类别", "问题类别", "领域", "所属领域", "问题类型"),
    "problem": (
        "反馈问题", "问题描述", "存在问题", "具体问题", "问题", "整改任务", "整改问题", "问题内容", "具体内容", "督察反馈问题", "突出问题",
        "反馈意见指出的问题", "任务内容",
    ),
    "responsible_units": (
        "责任单位", "责任单位", "整改责任单位", "责任主体", "整改主体", "责任部门", "主体责任单位", "整改单位", "整改责任主体", "承办单位",
        "整改实施主体", "落实单位",
    ),
    "lead_units": ("牵头单位", "牵头单位", "牵头部门", "牵头责任单位", "市级牵头单位", "责任牵头单位", "主牵头单位"),
    "cooperating_units": ("配合单位", "配合单位", "协办单位", "配合部门", "参与单位", "协同单位", "配合责任单位"),
    "supervising_units": (
        "督导单位", "督导单位", "督办单位", "督导部门", "市级督导单位", "监管单位", "行业主管部门", "督促指导单位", "省级督导单位",
        "监督单位", "督导责任单位", "包抓单位",
    ),
    "acceptance_units": ("验收单位", "验收销号单位", "销号单位", "验收部门", "验收牵头单位", "销号验收单位"),
    "deadline": (
        "整改时限", "整改时限", "完成时限", "整改期限", "时限要求", "完成时间", "时间要求", "整改完成时限", "办结时限", "完成期限", "时间节点",
        "整改时间", "计划完成时间", "时限",
    ),
    "target": ("整改目标", "整改目标", "目标", "目标任务", "工作目标", "整改目标要求", "治理目标"),
    "measures": ("整改措施", "整改措施", "主要措施", "具体措施", "整改举措", "工作措施", "重点措施", "措施", "主要整改措施"),
    "progress": ("整改进展", "进展情况", "整改进展情况", "完成情况", "整改落实情况", "目前进展", "整改完成情况", "最新进展", "整改情况"),
    "status": ("整改状态", "状态", "进度状态", "完成状态", "序时进度"),
    "percent": ("完成比例", "完成率", "整改进度(%)", "完成百分比"),
    "lamp": ("本期评级", "亮灯情况", "预警等级", "预警状态", "灯号"),
    "difficulty": ("存在困难", "存在的困难", "困难和问题", "主要困难", "存在困难和问题"),
    "next_step": ("下步措施", "下一步措施", "下一步工作计划", "下步工作安排", "下一步打算"),
    "remarks": ("备注", "备注", "说明"),
    "sponsor": ("包案领导", "包保领导", "责任领导", "督导领导", "包抓领导"),
    "contact": ("联络人及电话", "联系人及电话", "联系人", "联络人"),
}  # fmt: skip


def chosen(dice: Dice) -> dict[str, str]:
    """One document calls a thing by one name."""
    return {key: dice.pick(names) for key, names in NAMES.items()}


def chinese(number: int) -> str:
    tens, rest = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else FIGURES[tens] + "十"
    return head + (FIGURES[rest] if rest or not tens else "")


Count = Callable[[int], str]
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩"
ITEMS: Sequence[Count] = (
    lambda n: f"{n}.",
    lambda n: f"{n}.",
    lambda n: f"{n}、",
    lambda n: f"{n}．",
    lambda n: f"{n}. ",
)
TASKS: Sequence[Count] = (
    lambda n: f"问题{n}:",
    lambda n: f"问题{chinese(n)}:",
    lambda n: f"问题{chinese(n)} ",
    lambda n: f"任务{n}:",
    lambda n: f"任务{chinese(n)}、",
    lambda n: f"序号{n} ",
    lambda n: f"序号{chinese(n)} ",
    lambda n: f"第{n}项 ",
    lambda n: f"第{chinese(n)}项:",
    lambda n: f"整改任务{n}:",
    lambda n: f"反馈问题{chinese(n)}:",
    lambda n: f"问题编号{chinese(n)}:",
    lambda n: f"第{chinese(n)}项整改任务 ",
    lambda n: f"【问题{n}】",
    lambda n: f"任务({chinese(n)}):",
)
PARENS: Sequence[Count] = (lambda n: f"({chinese(n)})", lambda n: f"（{chinese(n)}）")
MEASURES: Sequence[Count] = (
    lambda n: f"({n})",
    lambda n: f"({n})",
    lambda n: f"（{n}）",
    lambda n: CIRCLES[n - 1],
    lambda n: f"{n}) ",
)
POINTS: Sequence[Count] = (lambda n: f"{n}.", lambda n: f"{n}、", lambda n: f"{n}．")
WORDED: Sequence[Count] = (lambda n: f"{chinese(n)}是",)
