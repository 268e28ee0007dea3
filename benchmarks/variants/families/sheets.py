"""Sheets with many columns: dispatch, leaders, duties, sites."""

from benchmarks.variants import labels, words
from benchmarks.variants.families.tables import grid, table_of, tasks_of
from benchmarks.variants.paper import Variant
from benchmarks.variants.tasks import make, measure
from benchmarks.variants.truth import Dice, dated
from benchmarks.variants.units import phrase


def progress_sheet(dice: Dice) -> Variant:
    """Monthly dispatch: progress, percent, lamp, difficulty, next step."""
    rest = [
        name
        for name in ("status", "progress", "percent", "lamp", "difficulty", "next_step")
        if dice.chance(0.8)
    ]
    columns = ["number", "problem", "responsible_units", "deadline", *rest]
    variant = table_of(dice, "lamp and progress", columns, tasks_of(dice, columns))
    table = variant.blocks[0]
    if dice.chance(0.5):
        at = len(table.header)
        table.header.append("计划节点")
        for row, item in zip(table.rows, variant.items, strict=True):
            row.append(node := f"{dice.base}年{dice.number(1, 12)}月完成排查")
            item["remarks"] = f"计划节点:{node}" if row[at] else None
    return variant


def leaders(dice: Dice) -> Variant:
    """Named leaders, units with their people, contacts with a telephone."""
    names = labels.chosen(dice)
    units_label = dice.pick(("责任单位及责任人", "责任单位及负责人", "责任单位和责任人"))
    header = [
        "序号",
        names["problem"],
        names["sponsor"],
        units_label,
        names["contact"],
        names["deadline"],
    ]
    rows, items = [], []
    for number in range(1, dice.number(3, 7)):
        task = make(dice, str(number), ("deadline",))
        leader, post = (
            dice.person(),
            dice.pick(("副县长", "县委常委、副县长", "副市长", "县长", "副区长")),
        )
        unit, names_of = dice.pick(
            ((f"市{dice.pick(words.DEPARTMENTS)}",) * 2, (dice.pick(words.TOWNS),) * 2)
        )
        chief, chief_post = dice.person(), dice.pick(("局长", "主任", "镇长"))
        contact, phone = dice.person(), dice.pick(("138****0000", "0431-0000000"))
        people = [
            {"name": leader, "post": post, "unit": None, "role": "sponsor"},
            {"name": chief, "post": chief_post, "unit": names_of, "role": "responsible"},
            {"name": contact, "post": None, "unit": None, "role": "contact"},
        ]
        task.truth |= {
            "people": people,
            "responsible_units": [unit],
            "remarks": f"{header[4]}:{contact} {phone}",
        }
        rows.append(
            [
                str(number),
                task.printed["problem"],
                f"{post} {leader}",
                f"{unit}({chief_post} {chief})",
                f"{contact} {phone}",
                task.printed["deadline"],
            ]
        )
        items.append(task.truth)
    return Variant("leaders and contacts", [grid(dice, header, rows)], items)


def duty_sheet(dice: Dice) -> Variant:
    """Many columns: names, offices, people, units, round."""
    header = [
        "序号",
        "项目名称",
        "问题描述",
        "整改要求",
        "类别",
        "状态",
        "整改时限",
        "责任人",
        "责任部门",
        "责任单位",
        "牵头人",
        "牵头单位",
        "配合单位",
        "所属县区",
        "轮次",
    ]
    order = list(range(2, len(header)))
    if dice.chance(0.3):
        dice.random.shuffle(order)
    order = [0, 1, *order]
    rows, items = [], []
    for number in range(1, dice.number(3, 8)):
        task = make(dice, str(number), ("status", "deadline"))
        need, made = measure(dice)
        people = [dice.person(), dice.person()]
        unit, lead = f"市{dice.pick(words.DEPARTMENTS)}", f"市{dice.pick(words.DEPARTMENTS)}"
        helping, helpers = phrase(dice, wildcard=False, most=2) if dice.chance(0.7) else ("", [])
        name, kind, area = (
            dice.pick(("垃圾渗滤液", "黑臭水体", "矿山修复", "工业园区")),
            dice.pick(("水", "大气", "固体废物", "生态")),
            dice.pick(dice.counties),
        )
        office = dice.pick(words.INNER)
        row = [
            str(number),
            name,
            task.printed["problem"],
            need,
            kind,
            task.printed["status"],
            task.printed["deadline"],
            people[0],
            office,
            unit,
            people[1],
            lead,
            helping,
            area,
            "第二轮",
        ]
        rows.append([row[place] for place in order])
        persons = [
            {"name": each, "post": None, "unit": None, "role": "responsible"}
            for each in dict.fromkeys(people)
        ]
        remarks = f"项目名称:{name};所属县区:{area};轮次:第二轮;责任部门:{office}"
        task.truth |= {
            "category": kind, "measures": [made], "people": persons, "responsible_units": [unit], "lead_units": [lead],
            "cooperating_units": helpers, "remarks": remarks,
        }  # fmt: skip
        items.append(task.truth)
    table = grid(dice, [header[place] for place in order], rows, titled=0.3)
    table.serials = True
    return Variant("duty sheet", [table], items)


def sites(dice: Dice) -> Variant:
    """A row for each site, the task repeated."""
    header = [
        "任务编号",
        "点位编号",
        "点位名称",
        "保护区名称",
        "整改要求",
        "责任单位",
        "整改时限",
        "点位状态",
    ]
    if with_problem := dice.chance(0.5):
        header[1:1] = ["整改任务"]
    rows, items = [], []
    for number in range(1, dice.number(2, 4)):
        task = make(dice, f"T{number:02}", ())
        while task.truth["problem"] in [item["problem"] for item in items]:
            task = make(dice, f"T{number:02}", ())
        task.truth["sites"] = []
        units: list[str] = []
        whens, states = [], []
        for place, name in enumerate(dice.random.sample(words.SITES, dice.number(2, 5)), start=1):
            unit = f"{dice.pick(dice.counties)}政府"
            when, need = dated(dice), dice.pick(words.REQUIREMENTS)
            printed, status = dice.pick(
                (
                    ("已销号", "closed"),
                    ("整改中", None),
                    ("已完成", "completed"),
                    ("材料办理中", None),
                )
            )
            zone = dice.pick(("青芦湿地", "松岭自然保护区"))
            row = [
                task.truth["number"],
                f"T{number:02}-{place:03}",
                name,
                zone,
                need,
                unit,
                when["raw"],
                printed,
            ]
            rows.append([row[0], task.printed["problem"], *row[1:]] if with_problem else row)
            task.truth["sites"].append(
                {
                    "name": name,
                    "requirement": need,
                    "units": [unit],
                    "deadline": when,
                    "status": status,
                }
            )
            units += [unit] if unit not in units else []
            whens.append(when)
            states.append(status)
        same = all(each["raw"] == whens[0]["raw"] for each in whens)
        task.truth |= {
            "problem": task.printed["problem"] if with_problem else None, "responsible_units": units,
            "deadline": whens[0] if same else None, "status": states[0] if len(set(states)) == 1 else None,
        }  # fmt: skip
        items.append(task.truth)
    table = grid(dice, header, rows, titled=0.4)
    table.serials = True
    return Variant("sites", [table], items)
