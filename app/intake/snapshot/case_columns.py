"""The columns of petition cases, told once; who complained has none."""

from collections.abc import Callable
from datetime import date
from typing import Final

from app.intake.snapshot.columns import Book, Column, Item, Value, listed, plain, word

CHANNELS: Final = {"call": "来电", "letter": "来信", "wechat": "微信", "other": "其他"}
VERDICTS: Final = {"yes": "属实", "largely": "基本属实", "partly": "部分属实", "no": "不属实"}
STATUSES: Final = {
    "in_progress": "正在办理",
    "phase_concluded": "阶段性办结",
    "concluded": "已办结",
    "closed": "已销号",
}
COUNTS: Final = {
    "ordered": "责令整改（家）",
    "penalty_cases": "立案处罚（家）",
    "fine_fen": "罚款（元）",
    "criminal": "立案侦查（件）",
    "admin_detained": "行政拘留（人）",
    "criminally_detained": "刑事拘留（人）",
    "interviewed": "约谈（人）",
    "held_accountable": "问责（人）",
}
FEN: Final = 100


def _batch(item: Item) -> Value:
    """第3批（2026-09-10）."""
    batch = item.get("batch") or {}
    if not batch.get("number"):
        return None
    day = f"（{date.fromisoformat(batch['date']).isoformat()}）" if batch.get("date") else ""
    return f"第{batch['number']}批{day}"


def _count(key: str) -> Callable[[Item], Value]:
    def write(item: Item) -> Value:
        value = (item.get("counts") or {}).get(key)
        if value is None:
            return None
        return f"{value / FEN:.10g}" if key == "fine_fen" else str(value)

    return write


def _counts() -> tuple[Column, ...]:
    return tuple(
        Column(key, label, "数字；原件没有写的空着", "1", 12, _count(key), field="counts")
        for key, label in COUNTS.items()
    )


CASES: Final = Book(
    "cases",
    "信访件",
    "信访件模板",
    (
        Column("sequence", "序号", "原表里的序号", "1", 6, plain("sequence")),
        Column(
            "number", "受理编号", "督察组给的编号，不带星号", "D2QJ202609100017", 20,
            plain("number"), required=True,
        ),
        Column(
            "priority", "重点件", "督察组重点关注的写“是”", "是", 8,
            lambda item: "是" if item.get("priority") else None, choices=("是",),
        ),
        Column(
            "channel", "来源", "从下拉列表里选", "来电", 8, word("channel", CHANNELS),
            choices=tuple(CHANNELS.values()),
        ),
        Column("batch", "批次", "第几批，可在括号里写日期", "第3批（2026-09-10）", 18, _batch),
        Column(
            "content", "交办问题基本情况", "群众反映的问题；不要写举报人的姓名、电话、住址",
            "某街一家面馆油烟直排居民窗下。", 48, plain("content"), required=True,
        ),
        Column("area", "行政区域", "问题所在的县区", "某县", 12, plain("area")),
        Column(
            "pollution_types", "污染类型", "几种用顿号隔开", "大气、噪声", 14,
            listed("pollution_types"),
        ),
        Column(
            "units", "责任单位", "承办的单位，几个用顿号隔开", "某县人民政府", 20, listed("units")
        ),
        Column(
            "investigation", "调查核实情况", "现场核实的情况", "经查，净化器停用。", 48,
            plain("investigation"),
        ),
        Column(
            "substantiated", "是否属实", "从下拉列表里选", "属实", 10,
            word("substantiated", VERDICTS), choices=tuple(VERDICTS.values()),
        ),
        Column("target", "办结目标", "办到什么程度算办结", "油烟达标排放。", 24, plain("target")),
        Column(
            "handling", "处理和整改情况", "做了什么", "责令整改1家，罚款0.6万元。", 48,
            plain("handling"),
        ),
        Column(
            "status", "办结情况", "从下拉列表里选", "已办结", 12, word("status", STATUSES),
            choices=tuple(STATUSES.values()),
        ),
        Column(
            "accountability", "问责情况", "对责任人的处理；没有的写“无”", "约谈2人", 24,
            plain("accountability"),
        ),
        *_counts(),
        Column(
            "repeats", "重复件编号", "重复或合并的受理编号，几个用顿号隔开", "X2QJ202609080003", 20,
            listed("repeats"),
        ),
        Column("remarks", "备注", "其他要说明的", "", 20, plain("remarks")),
    ),
)  # fmt: skip
