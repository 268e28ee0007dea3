"""One form a task: a label beside each value."""

from benchmarks.variants import labels
from benchmarks.variants.families.prose import fields_of
from benchmarks.variants.families.tables import listed
from benchmarks.variants.paper import Block, Grid, Para, Variant
from benchmarks.variants.tasks import make
from benchmarks.variants.truth import Dice

USUAL = ("responsible_units", "supervising_units", "deadline", "target", "measures", "progress")


def forms(dice: Dice) -> Variant:
    """整改任务完成情况表: one task or several, the number in the title or in a row."""
    names = labels.chosen(dice)
    names["problem"] = dice.pick(("整改任务", "反馈问题", "存在问题", "问题描述", "具体问题"))
    fields = fields_of(dice, USUAL, shuffle=0.15)
    one = dice.chance(0.5)
    numbered = not one or dice.chance(0.5)
    blocks: list[Block] = []
    items = []
    start = dice.number(2, 40)
    number_label = dice.pick(("序号", "任务编号", "问题编号"))
    for number in range(start, start + (1 if one else dice.number(2, 4))):
        task = make(dice, str(number), fields)
        blocks.append(
            Para(
                f"第{number}项整改任务完成情况表" if one else f"{dice.city}市整改任务情况表",
                title=True,
            )
        )
        rows = [[names["problem"], task.printed["problem"]]]
        if numbered:
            rows.insert(0, [number_label, str(number)])
        for name in fields:
            text = listed(dice, task.measures) if name == "measures" else task.printed[name]
            rows.append([names[name], text])
        blocks.append(Grid([], rows, form=True))
        items.append(task.truth)
    return Variant("forms", blocks if one else _without_titles(blocks), items)


def _without_titles(blocks: list[Block]) -> list[Block]:
    """Several forms stand below one title."""
    return [block for place, block in enumerate(blocks) if place == 0 or isinstance(block, Grid)]
