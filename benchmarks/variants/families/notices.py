"""Close-out notices: sections, and a window of publicity."""

from datetime import date, timedelta

from benchmarks.variants import labels
from benchmarks.variants.paper import Block, Para, Variant
from benchmarks.variants.tasks import make
from benchmarks.variants.truth import UNJUDGED, Dice
from benchmarks.variants.units import phrase


def close_out(dice: Dice) -> Variant:
    """整改问题, 实施主体, 措施, 目标, 时限, 完成情况: as numbered sections or as labels."""
    number = dice.number(2, 90)
    task = make(dice, str(number), ("deadline", "target", "measures"))
    task.printed["responsible_units"], task.truth["responsible_units"] = phrase(
        dice, wildcard=False, most=2
    )
    done = "".join(
        dice.some(
            (
                "核查人员到场确认整改到位。",
                "设备运行正常。",
                "三次抽查均达标。",
                "管网已全部改造并通水。",
            ),
            1,
            2,
        )
    )
    task.truth["progress"] = task.printed["progress"] = done
    steps = [
        f"({labels.chinese(place)}){text}" for place, text in enumerate(task.measures, start=1)
    ]
    names = {
        "problem": dice.pick(("整改问题", "整改任务", "反馈问题")), "responsible_units": dice.pick(("整改实施主体", "整改责任单位", "责任单位")),
        "measures": dice.pick(("重点措施", "整改措施", "主要措施")), "target": dice.pick(("目标任务", "整改目标")),
        "deadline": dice.pick(("完成时限", "整改时限")), "progress": dice.pick(("整改完成情况", "完成情况")),
    }  # fmt: skip
    task.truth["status"] = UNJUDGED
    opening = dice.pick(
        (f"{number}号问题已通过核查验收,公示如下:", f"第{number}项整改任务已完成整改,现予公示。")
    )
    blocks: list[Block] = [
        Para(
            dice.pick(
                (
                    "突出生态环境问题整改验收销号公示",
                    "关于生态环境保护督察反馈问题整改完成情况的公示",
                )
            ),
            title=True,
        ),
        Para(opening),
    ]
    sectioned = dice.chance(0.6)
    for place, name in enumerate(names, start=1):
        head = f"{labels.chinese(place)}、{names[name]}" if sectioned else f"{names[name]}:"
        texts = steps if name == "measures" else [task.printed[name]]
        if sectioned or name == "measures":
            blocks += [Para(head), *(Para(text) for text in texts)]
        else:
            blocks.append(Para(head + texts[0]))
    task.truth["publicity"], text = window(dice)
    blocks += [Para(text), Para("监督电话:0000-0000000")]
    return Variant("close-out notice", blocks, [task.truth], "notice")


def window(dice: Dice) -> tuple[dict, str]:
    days = dice.pick((7, 10))
    first = date(dice.number(2021, 2025), dice.number(3, 8), dice.number(1, 28))
    last = first + timedelta(days=days - 1 - (1 if dice.chance(0.2) else 0))
    counted = (last - first).days + 1
    one, two = (f"{each.year}年{each.month}月{each.day}日" for each in (first, last))
    label = dice.pick(("公示时间", "公示期间", "公示期"))
    text = f"{label}:{one}至{two},共{days}天。"
    found = {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "claimed": days,
        "unit": "days",
        "counted": counted,
        "sufficient": counted >= days,
    }
    return found, text
