"""Tables as offices build them: names over names, forms of four columns, tables under headings."""

from benchmarks.variants import labels, words
from benchmarks.variants.families.tables import grid, listed
from benchmarks.variants.paper import Block, Grid, Para, Variant
from benchmarks.variants.tasks import make
from benchmarks.variants.truth import UNJUDGED, Dice, dated
from benchmarks.variants.units import phrase


def two_headers(dice: Dice) -> Variant:
    """责任分工 over 牵头单位 and 配合单位, 整改要求 over 目标 and 时限."""
    names = labels.chosen(dice)
    above = [
        "序号",
        names["problem"],
        dice.pick(("责任分工", "责任单位", "任务分工")),
        "",
        dice.pick(("整改要求", "整改目标及时限")),
        "",
    ]
    under = ["", "", "牵头单位", "配合单位", "整改目标", "整改时限"]
    fields = ("lead_units", "cooperating_units", "target", "deadline")
    tasks = [make(dice, str(number), fields) for number in range(1, dice.number(3, 7))]
    rows = [
        [task.truth["number"], task.printed["problem"], *(task.printed[name] for name in fields)]
        for task in tasks
    ]
    table = grid(dice, above, [under, *rows], titled=0.5)
    table.spans = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5)]
    return Variant("two headers", [table], [task.truth for task in tasks])


def wide_forms(dice: Dice) -> Variant:
    """A form of four columns: label, value, label, value; long values over three."""
    names = labels.chosen(dice)
    names["problem"] = dice.pick(("整改任务", "反馈问题", "存在问题", "问题描述"))
    blocks: list[Block] = [
        Para(
            f"{dice.city}市整改任务销号申请表"
            if dice.chance(0.5)
            else f"{dice.city}市整改任务情况表",
            title=True,
        )
    ]
    items = []
    start = dice.number(2, 40)
    for number in range(start, start + dice.number(1, 3)):
        task = make(
            dice,
            str(number),
            (
                "responsible_units",
                "supervising_units",
                "deadline",
                "target",
                "measures",
                "progress",
            ),
        )
        rows = [
            ["任务编号", str(number), names["deadline"], task.printed["deadline"]],
            [names["problem"], task.printed["problem"], "", ""],
            [
                names["responsible_units"],
                task.printed["responsible_units"],
                names["supervising_units"],
                task.printed["supervising_units"],
            ],
            [names["target"], task.printed["target"], "", ""],
            [names["measures"], listed(dice, task.measures), "", ""],
            [names["progress"], task.printed["progress"], "", ""],
        ]
        wide = [place for place, row in enumerate(rows) if not row[2]]
        blocks.append(Grid([], rows, form=True, spans=[(place, 1, place, 3) for place in wide]))
        items.append(task.truth)
    return Variant("wide forms", blocks, items)


def under_headings(dice: Dice) -> Variant:
    """A table under each heading, the numbers going on."""
    names = labels.chosen(dice)
    columns = ["number", "problem", "responsible_units", "deadline", "target"]
    blocks: list[Block] = [Para(dice.say(dice.pick(words.TITLES)), title=True)]
    items = []
    number = 0
    for place, aspect in enumerate(dice.random.sample(words.ASPECTS, dice.number(2, 3)), start=1):
        blocks.append(Para(f"{labels.chinese(place)}、{aspect}方面"))
        rows = []
        for _ in range(dice.number(1, 4)):
            number += 1
            task = make(dice, str(number), columns[2:])
            task.truth["aspect"] = f"{aspect}方面"
            rows.append([task.printed[name] for name in columns])
            items.append(task.truth)
        blocks.append(Grid([names[name] for name in columns], rows))
    return Variant("tables under headings", blocks, items)


def shared_columns(dice: Dice) -> Variant:
    """One row a measure under plain columns: units and dates belong to the row."""
    header = [
        "序号",
        dice.pick(("反馈问题", "问题描述")),
        "整改目标",
        "整改措施",
        "责任单位",
        "完成时限",
    ]
    rows, items, spans = [], [], []
    for number in range(1, dice.number(3, 5)):
        task = make(dice, str(number), ("target",))
        task.truth |= {"measures": [], "responsible_units": UNJUDGED, "deadline": UNJUDGED}
        shown = [str(number), task.printed["problem"], task.printed["target"]]
        first = len(rows) + 1
        said: set[str] = set()
        for text in dice.some(words.MEASURES, 2, 4):
            units, found = phrase(dice, most=2, wildcard=False)
            when = dated(dice)
            while {when["raw"], units} & said:
                when, (units, found) = dated(dice), phrase(dice, most=2, wildcard=False)
            said |= {when["raw"], units}
            rows.append([*shown, text, units, when["raw"]])
            task.truth["measures"].append({"text": text, "units": found, "deadline": when})
            shown = ["", "", ""]
        spans += [(first, column, len(rows), column) for column in range(3)]
        items.append(task.truth)
    table = grid(dice, header, rows)
    table.spans = spans
    return Variant("rows with columns of their own", [table], items)


def bare_lines(dice: Dice) -> Variant:
    """任务甲 责任单位:… 整改时限:… one line an item, few words."""
    count = dice.pick(labels.ITEMS[:4])
    colon = dice.pick(":：")
    joint = dice.pick((" ", "  ", ";", "；", "\u3000"))
    blocks: list[Block] = []
    items = []
    for number in range(1, dice.number(4, 9)):
        task = make(dice, str(number), ("responsible_units", "deadline"))
        name = dice.say(
            dice.pick(
                (
                    "{river}治理",
                    "{town}管网改造",
                    "{county}矿山修复",
                    "{zone}污水处理厂扩建",
                    "任务" + "甲乙丙丁戊己庚辛"[number - 1],
                )
            )
        )
        task.truth["problem"] = name
        blocks.append(
            Para(
                f"{name}{joint}责任单位{colon}{task.printed['responsible_units']}{joint}整改时限{colon}{task.printed['deadline']}",
                count(number),
            )
        )
        items.append(task.truth)
    return Variant("bare lines", blocks, items)
