"""What documents call the same thing, and how they number."""

from collections.abc import Callable, Sequence

from benchmarks.variants.truth import FIGURES, Dice


def _words(usual: str, rare: str) -> tuple[str, ...]:
    """Usual words come twice as often as rare ones."""
    return tuple(word.replace("_", " ") for word in (*usual.split(), *usual.split(), *rare.split()))


NAMES = {
    "number": _words(
        "序号 编号 问题序号 任务编号 问题编号 项号 序_号 序",
        "反馈问题序号 清单序号 任务序号 问题序列 台账编号",
    ),
    "aspect": _words("方面 所属方面 问题方面", "涉及方面 板块"),
    "category": _words(
        "类别 问题类别 领域 所属领域 问题类型", "要素类别 任务类别 问题分类 环境要素 涉及领域 类型"
    ),
    "problem": _words(
        "反馈问题 问题描述 存在问题 具体问题 问题 整改任务 整改问题 问题内容 具体内容 督察反馈问题 突出问题 反馈意见指出的问题 任务内容",
        "问题表现 问题清单 主要问题 督察发现问题 问题简述 整改事项 存在的主要问题 环境问题 交办问题 移交问题 问题概况 披露问题 整改问题描述 问题情况 反馈问题描述 具体情形 突出问题描述 问题具体内容 违法问题",
    ),
    "responsible_units": _words(
        "责任单位 责任单位 整改责任单位 责任主体 整改主体 责任部门 主体责任单位 整改单位 整改责任主体 承办单位 整改实施主体 落实单位 整改责任部门 责任单位(部门) 整改落实单位 第一责任单位 主责单位",
        "责任地区 责任地区和单位 责任单位及部门 承接单位 整改承办单位 整改责任地区 落实责任单位 具体责任单位 实施单位 责任乡镇 责任单位名称 属地责任单位 整改责任单位及部门 主要责任单位 执行单位 整改实施单位 责任县区 责任县(市、区) 问题整改责任单位",
    ),
    "lead_units": _words(
        "牵头单位 牵头单位 牵头部门 牵头责任单位 市级牵头单位 责任牵头单位 主牵头单位 整改牵头单位 牵头整改单位",
        "市级牵头部门 牵头负责单位 牵头单位(部门) 总牵头单位 市直牵头单位",
    ),
    "cooperating_units": _words(
        "配合单位 配合单位 协办单位 配合部门 参与单位 协同单位 配合责任单位",
        "协助单位 参加单位 配合整改单位 协同配合单位 协作单位 会办单位 责任配合单位 配合单位(部门) 联合整改单位",
    ),
    "supervising_units": _words(
        "督导单位 督导单位 督办单位 督导部门 市级督导单位 监管单位 行业主管部门 督促指导单位 省级督导单位 监督单位 督导责任单位 包抓单位 市级督办单位 督导督办单位 行业监管部门 监督指导单位",
        "监督指导部门 市级行业主管部门 督促落实单位 省级行业主管部门 督查单位 督促检查单位 行业指导单位 业务指导单位 省直督导单位 督导责任部门 市级督导责任单位",
    ),
    "acceptance_units": _words(
        "验收单位 验收销号单位 销号单位 验收部门 验收牵头单位 销号验收单位",
        "验收责任单位 销号审核单位 验收组织单位 组织验收单位 销号认定单位 省级验收单位 验收主体 核查验收单位 销号牵头单位",
    ),
    "deadline": _words(
        "整改时限 整改时限 完成时限 整改期限 时限要求 完成时间 时间要求 整改完成时限 办结时限 完成期限 时间节点 整改时间 计划完成时间 时限 完成整改时限 整改完成时间 销号时限 整改时限要求 任务时限 完成日期 办理期限 整改限期",
        "整改完成日期 整改完成期限 计划完成时限 拟完成时间 要求完成时间 目标时限 整改截止时间 完成时间节点 计划整改时间 整改时间节点 最后期限 应完成时间 计划销号时间 完成时限及要求 限时",
    ),
    "target": _words(
        "整改目标 整改目标 目标 目标任务 工作目标 整改目标要求 治理目标 预期目标 整改工作目标 目标要求 整改标准",
        "整改成效目标 整改任务目标 工作任务目标 目标及要求 预期成效 整改目标及要求",
    ),
    "measures": _words(
        "整改措施 整改措施 主要措施 具体措施 整改举措 工作措施 重点措施 措施 主要整改措施 整治措施 推进措施 工作举措 具体整改措施 整改要求 整改措施及要求",
        "整改思路 整改路径 治理措施 落实措施 解决措施 应对措施 整改工作措施 整改方案 采取的措施 拟采取的整改措施 整改任务及措施 防治措施 推进举措",
    ),
    "progress": _words(
        "整改进展 进展情况 整改进展情况 完成情况 整改落实情况 目前进展 整改完成情况 最新进展 整改情况",
        "落实情况 工作进展 截至目前进展 推进情况 目前整改情况 当前进展情况 整改工作进展 已开展工作 工作开展情况 办理进展 完成进展 已完成情况 已采取措施 整改落实进展 整改工作进展情况 整改推进情况 工作成效 目前完成情况",
    ),
    "status": _words(
        "整改状态 状态 进度状态 完成状态 序时进度",
        "是否完成 是否销号 销号情况 进展状态 整改完成状态 当前状态 任务状态 是否完成整改",
    ),
    "percent": _words(
        "完成比例 完成率 整改进度(%) 完成百分比", "进度(%) 完成率(%) 工程进度(%) 整改完成率"
    ),
    "lamp": _words(
        "本期评级 亮灯情况 预警等级 预警状态 灯号", "亮灯状态 红黄牌情况 进度灯 红黄绿灯 牌别"
    ),
    "difficulty": _words(
        "存在困难 存在的困难 困难和问题 主要困难 存在困难和问题",
        "存在的困难和问题 存在问题及困难 主要困难和问题 困难问题 难点问题",
    ),
    "next_step": _words(
        "下步措施 下一步措施 下一步工作计划 下步工作安排 下一步打算",
        "下步计划 下一步工作措施 下一步工作 下阶段工作计划 下一步安排",
    ),
    "remarks": _words("备注 备注 说明", "备注说明 附注"),
    "sponsor": _words(
        "包案领导 包保领导 责任领导 督导领导 包抓领导",
        "市级包案领导 分管领导 包联领导 挂牌领导 牵头领导 督办领导",
    ),
    "contact": _words("联络人及电话 联系人及电话 联系人 联络人", "联络员 联系人及联系方式"),
}


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
