"""Lists with a shape of their own: measures with numbers, narratives, progress, links, sites, sections."""

from benchmarks.variants import labels
from benchmarks.variants.families.frame import framed
from benchmarks.variants.families.prose import Style, fields_of, labelled
from benchmarks.variants.paper import Block, Para, Variant
from benchmarks.variants.tasks import make, measure
from benchmarks.variants.truth import Dice, dated, deadline
from benchmarks.variants.units import phrase


def measure_list(dice: Dice) -> Variant:
    """任务17: problem; 措施17-1: text. 责任单位:…;时限:…"""
    style = Style(dice, labels.TASKS[:1])
    word = dice.pick(("任务", "问题", "整改任务"))
    sign = dice.pick((":", "：", "、"))
    blocks: list[Block] = []
    items = []
    start = dice.number(1, 30)
    fields = fields_of(dice, ("target", "deadline", "lead_units"))
    for number in range(start, start + dice.number(1, 4)):
        task = make(dice, str(number), fields)
        blocks.append(Para(task.printed["problem"], f"{word}{number}{sign}"))
        blocks += labelled(dice, task, fields, style)
        task.truth["measures"] = []
        for place in range(1, dice.number(3, 6)):
            text, made = measure(dice)
            made |= {"deadline": None}
            units, names = phrase(dice, most=2)
            when = (
                dated(dice)
                if dice.chance(0.8)
                else deadline("长期坚持", "sustained", sustained=True)
            )
            blocks.append(
                Para(
                    f"{text}责任单位{style.colon}{units};时限{style.colon}{when['raw']}",
                    f"措施{number}-{place}{sign}",
                )
            )
            task.truth["measures"].append({"text": text, "units": names, "deadline": when})
        items.append(task.truth)
    return Variant("measure list", framed(dice, blocks), items)


def lead_and_cooperating(dice: Dice) -> Variant:
    """(一)task / what is to be done. date. / 牵头单位:…,配合单位:…"""
    head = dice.pick([*labels.PARENS, *labels.ITEMS[:3]])
    joint = dice.pick((",", "。", ";", "；"))
    colon = dice.pick(":：")
    lead_label, helping = (
        dice.pick(("牵头单位", "牵头部门")),
        dice.pick(("配合单位", "参与单位", "协办单位")),
    )
    blocks: list[Block] = []
    items = []
    for number in range(1, dice.number(3, 7)):
        name = dice.say(
            dice.pick(
                (
                    "开展{river}流域综合整治",
                    "实施工业炉窑专项整治",
                    "规范渣土运输管理",
                    "推进清洁取暖改造",
                    "加强扬尘污染防治",
                    "推进入河排污口整治",
                    "强化固体废物监管",
                    "实施农村生活污水治理",
                )
            )
        )
        body, made = measure(dice)
        lead, lead_names = phrase(dice, wildcard=False, most=1, separators="、")
        help_text, help_names = phrase(dice, separators="、")
        blocks += [
            Para(name, head(number)),
            Para(body),
            Para(f"{lead_label}{colon}{lead}{joint}{helping}{colon}{help_text}"),
        ]
        items.append(
            {
                "number": str(number),
                "problem": name,
                "lead_units": lead_names,
                "cooperating_units": help_names,
                "measures": [made],
                "deadline": made["deadline"],
            }
        )
    return Variant("lead and cooperating", framed(dice, blocks), items)


def links(dice: Dice) -> Variant:
    """Items merged with, carried over from, or due like others."""
    style = Style(dice, labels.TASKS[:10])
    blocks: list[Block] = []
    items = []
    start = dice.number(2, 20)
    for number in range(start, start + dice.number(3, 6)):
        task = make(dice, str(number), ("responsible_units", "deadline"))
        other = dice.number(3, 60)
        remarks, found = dice.pick(
            (
                (
                    f"与第一轮督察第{other}项合并整改。",
                    [{"kind": "merged", "text": f"与第一轮督察第{other}项合并整改"}],
                ),
                (
                    f"与第{other}项任务一并整改。",
                    [{"kind": "merged", "text": f"与第{other}项任务一并整改"}],
                ),
                ("——", []),
                ("由县级负责验收。", []),
            )
        )
        if number > start and dice.chance(0.3):
            like = labels.chinese(number - 1)
            task.truth["deadline"] = deadline(f"同序号{like}", "reference", needs_review=True)
            task.printed["deadline"] = f"同序号{like}"
            found = [*found, {"kind": "same_deadline", "text": f"同序号{like}"}]
        task.truth |= {"remarks": None if remarks == "——" else remarks, "links": found}
        blocks += [
            Para(task.printed["problem"], style.item(number)),
            Para(
                f"{style.label('responsible_units')}{task.printed['responsible_units']} {style.label('deadline')}{task.printed['deadline']}"
            ),
            Para(f"备注{style.colon}{remarks}"),
        ]
        items.append(task.truth)
    return Variant("links", framed(dice, blocks), items)


def many_numbers(dice: Dice) -> Variant:
    """序号8(市序号9、省序号二十三) and other numbers, one line an item."""
    blocks: list[Block] = []
    items = []
    first, colon = dice.number(2, 30), dice.pick(":：")
    for number in range(first, first + dice.number(3, 7)):
        city, province = dice.number(1, 40), dice.number(1, 60)
        head, others = dice.pick(
            (
                (
                    f"序号{number}(市序号{city}、省序号{labels.chinese(province)}) ",
                    [("city", city), ("province", province)],
                ),
                (f"序号{number}(市序号{city}) ", [("city", city)]),
                (f"序号{number}（省序号{province}） ", [("province", province)]),
                (f"问题编号{labels.chinese(number)}:", []),
                (f"第{number}项 ", []),
                (f"第{labels.chinese(number)}项整改任务 ", []),
            )
        )
        task = make(dice, str(number), ("responsible_units", "deadline"))
        if not task.printed["problem"].endswith("。"):
            task.printed["problem"] += "。"
            task.truth["problem"] += "。"
        task.truth["other_numbers"] = [
            {"level": level, "number": str(each)} for level, each in others
        ]
        text = f"{task.printed['problem']}责任单位{colon}{task.printed['responsible_units']};整改时限{colon}{task.printed['deadline']}"
        blocks.append(Para(text, head))
        items.append(task.truth)
    return Variant("several numbers", framed(dice, blocks), items)
