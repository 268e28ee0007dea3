"""The columns of tasks, told once: template, export and reading use the same."""

from typing import Final

from app.access.actor import Part
from app.intake.snapshot.columns import Book, Column, Item, Value, plain, word
from app.intake.snapshot.particulars import ROLES, people_text, sites_text
from app.intake.snapshot.wording import (
    day_of,
    measures_text,
    numbers_text,
    units_text,
    wording_of,
)

LAMPS: Final = {"red": "红灯", "yellow": "黄灯", "green": "绿灯", "blue": "蓝灯"}
STATUSES: Final = {
    "not_started": "尚未启动",
    "behind_schedule": "未达到序时进度",
    "on_schedule": "达到序时进度",
    "ahead_of_schedule": "超过序时进度",
    "completed": "已完成",
    "closed": "已销号",
}
NAMES: Final = "用单位名录里的名称，几个单位用顿号隔开"


def _units(part: Part, label: str, example: str, meaning: str, *, required: bool = False) -> Column:
    def write(item: Item) -> Value:
        return units_text(item.get(f"{part.value}_units") or (), part)

    key = f"{part.value}_units"
    return Column(key, label, meaning, example, 18, write, required, field="units")


def _people(role: str, label: str) -> Column:
    def write(item: Item) -> Value:
        return people_text(item.get("people") or (), role)

    meaning = "单位、职务和姓名，几个人用分号隔开；不写电话"
    return Column(
        f"people_{role}", label, meaning, "某市水务局局长 孙某", 18, write, field="people"
    )


TASKS: Final = Book(
    "tasks",
    "整改任务",
    "整改任务模板",
    (
        Column(
            "number", "编号", "本清单里的编号，每项不同；17-3这样的编号照写", "17-3", 8,
            plain("number"), required=True,
        ),
        Column(
            "other_numbers", "其他编号", "上级或下级清单里的编号，写明是哪一级", "省23、市9", 12,
            lambda item: numbers_text(item.get("other_numbers") or ()),
        ),
        Column("aspect", "方面", "任务所属的方面，每行都写", "水环境方面", 16, plain("aspect")),
        Column(
            "category", "类别", "方面之下的类别，每行都写", "污水收集不足", 16, plain("category")
        ),
        Column(
            "problem", "问题", "问题的全文", "河岸有生活垃圾堆放，雨天冲入河道。", 48,
            plain("problem"), required=True,
        ),
        _units(Part.LEAD, "牵头单位", "某市水务局", f"牵头的单位；{NAMES}"),
        _units(
            Part.RESPONSIBLE, "责任单位", "某市住建局、某县人民政府",
            f"负责整改的单位；{NAMES}；没有牵头单位时必填，按第一个计数", required=True,
        ),
        _units(Part.COOPERATING, "配合单位", "某市财政局", f"配合的单位；{NAMES}"),
        _units(Part.SUPERVISING, "督导单位", "某市生态环境局", f"督导的单位，交办前要有；{NAMES}"),
        _units(Part.ACCEPTANCE, "验收单位", "某市生态环境局", f"验收销号的单位；{NAMES}"),
        Column(
            "deadline", "整改时限", "按原件的写法写，也可以写日期",
            "2026年12月底前完成并长期坚持", 20,
            lambda item: wording_of(item.get("deadline")), required=True,
        ),
        Column(
            "due_date", "时限日期",
            "时限算到哪一天，写日期；原件不是日期、也不定日期的写“照录原文”；时限写得明确的可以不填",
            "2026-12-31", 14, lambda item: day_of(item.get("deadline")), field="deadline",
        ),
        Column(
            "original_deadline", "原时限", "延期的写延期以前的时限", "2025年底前", 14,
            plain("original_deadline"),
        ),
        Column("target", "整改目标", "要达到的目标", "建成区污水全部收集。", 32, plain("target")),
        Column(
            "measures", "整改措施",
            "一条一行，前面写（1）（2）；每条的单位和时限写在这条末尾的括号里",
            "（1）排查管网（责任单位：某市水务局；时限：2026年6月底前）", 48,
            lambda item: measures_text(item.get("measures") or ()),
        ),
        Column(
            "sites", "点位", "任务涉及的点位，一个一行，前面写（1）（2）",
            "（1）某河段：清淤（责任单位：某镇人民政府；时限：2026年底前）", 32,
            lambda item: sites_text(item.get("sites") or ()),
        ),
        *(_people(role, label) for role, label in ROLES.items()),
        Column("progress", "进展情况", "做到哪里了", "已改造混接点12处。", 32, plain("progress")),
        Column("percent", "完成比例", "0%至100%", "60%", 10, plain("percent")),
        Column(
            "status", "整改状态", "从下拉列表里选", "达到序时进度", 16, word("status", STATUSES),
            choices=tuple(STATUSES.values()),
        ),
        Column(
            "lamp", "亮灯", "从下拉列表里选", "黄灯", 8, word("lamp", LAMPS),
            choices=tuple(LAMPS.values()),
        ),
        Column(
            "difficulty", "存在困难", "需要协调的困难", "征地尚未完成。", 24, plain("difficulty")
        ),
        Column("next_step", "下步措施", "下一步怎么做", "月底前完成交地。", 24, plain("next_step")),
        Column("remarks", "备注", "其他要说明的", "与省清单第23项同源。", 24, plain("remarks")),
    ),
)  # fmt: skip
