"""Accounts of what was done, and lists of one problem: narratives, progress, warning films, results."""

from benchmarks.variants import labels, words
from benchmarks.variants.families.frame import framed
from benchmarks.variants.paper import Block, Para, Variant
from benchmarks.variants.tasks import make, measure
from benchmarks.variants.truth import Dice, dated, deadline, worded
from benchmarks.variants.units import phrase


def narrative(dice: Dice) -> Variant:
    """(一)problem / 该问题已完成整改。一是…二是…"""
    head = dice.pick([*labels.PARENS, *labels.ITEMS[:3]])
    aspect = dice.pick(("具体整改情况", "整改落实情况", "审计发现问题整改情况"))
    blocks: list[Block] = [Para(aspect, f"{dice.pick('一二三')}、")]
    items = []
    for number in range(1, dice.number(3, 7)):
        task = make(dice, str(number), ())
        when = dated(dice)
        openings = (
            ("该问题已完成整改。", {"status": "completed"}),
            ("该问题已整改完成。", {"status": "completed"}),
            (
                f"该问题正在整改,计划{when['raw'].removesuffix('前')}前完成。",
                {"deadline": when | {"raw": when["raw"].removesuffix("前") + "前"}},
            ),
            ("该问题正在整改。", {}),
            (
                "该问题属长期坚持类,已完成阶段性任务。",
                {"deadline": deadline("长期坚持", "sustained", sustained=True)},
            ),
        )
        opening, more = dice.pick(openings)
        made = [measure(dice) for _ in range(dice.number(2, 4))]
        texts = [text for text, _ in made]
        steps = "".join(
            f"{labels.chinese(place)}是{text}" for place, text in enumerate(texts, start=1)
        )
        blocks += [Para(task.printed["problem"], head(number)), Para(opening + steps)]
        task.truth |= more | {
            "progress": opening,
            "measures": [truth for _, truth in made],
            "aspect": aspect,
        }
        items.append(task.truth)
    return Variant("narrative", framed(dice, blocks), items)


def quoted_progress(dice: Dice) -> Variant:
    """一、关于“problem” / 整改进展情况:…"""
    left, right = dice.pick((("“", "”"), ('"', '"'), ("「", "」")))
    label = dice.pick(("整改进展情况", "整改情况", "整改落实情况", "进展情况"))
    colon = dice.pick(":：")
    blocks: list[Block] = []
    items = []
    for number in range(1, dice.number(3, 6)):
        task = make(dice, str(number), ("progress",))
        quoted = f"关于{left}{task.printed['problem']}{right}{dice.pick(('', '问题'))}"
        lines = dice.some(words.PROGRESS, 1, 3)
        opening = dice.pick(
            (
                ("已经完成,长期坚持。", "completed"),
                ("基本完成,达到序时进度。", "on_schedule"),
                ("达到序时进度。", "on_schedule"),
                ("已完成整改。", "completed"),
            )
        )
        points = "".join(f"{place}.{text}" for place, text in enumerate(lines, start=1))
        task.truth |= {"status": opening[1], "progress": opening[0] + points}
        blocks += [
            Para(quoted, f"{labels.chinese(number)}、"),
            Para(f"{label}{colon}{opening[0]}"),
            Para(points),
        ]
        items.append(task.truth)
    return Variant("quoted progress", framed(dice, blocks), items)


def warning_film(dice: Dice) -> Variant:
    """One problem of a warning film with its code, two levels of supervision."""
    code = f"{dice.pick(('JSP', 'CJ', 'HH'))}{dice.base}-{dice.number(1, 40):02}"
    film = dice.pick(("长江经济带生态环境警示片", "黄河流域生态环境警示片"))
    task = make(dice, code, ("responsible_units", "target", "deadline", "measures"))
    province, city = dice.pick(words.PROVINCIAL), f"市{dice.pick(words.DEPARTMENTS)}"
    colon = dice.pick(":：")
    order: list[Block] = [
        Para(f"整改责任主体{colon}{task.printed['responsible_units']}"),
        Para(f"市级督导部门{colon}{city}"),
        Para(f"省级督导部门{colon}{province}"),
        Para(f"整改目标{colon}{task.printed['target']}"),
        Para(f"整改时限{colon}{task.printed['deadline']}"),
    ]
    if dice.chance(0.4):
        dice.random.shuffle(order)
    steps = "".join(f"{place}.{text}" for place, text in enumerate(task.measures, start=1))
    blocks = [
        Para(f"{dice.base}年{film}披露问题{colon}{task.printed['problem']}"),
        Para(f"问题编号{colon}{code}"),
        *order,
        Para(f"整改措施{colon}{steps}"),
    ]
    supervising = [each.text.partition(colon)[2] for each in order if "督导" in each.text]
    task.truth["supervising_units"] = supervising
    return Variant("warning film", blocks, [task.truth])


def bulletin(dice: Dice) -> Variant:
    """【3月8日 问题一】【点位名称】… as groups post it."""
    blocks: list[Block] = []
    items = []
    head = dice.pick(("{m}月{d}日 问题{n}", "问题{n}"))
    month, last = dice.number(1, 12), dice.number(1, 28)
    for number in range(1, dice.number(3, 5)):
        task = make(dice, str(number), ("responsible_units",))
        units, names = phrase(dice, wildcard=False, separators=" 、", most=2)
        name = dice.say(
            dice.pick(
                (
                    "{river}沿线道路积尘",
                    "{town}建材市场裸土未覆盖",
                    "{county}站前工地扬尘",
                    "{town}垃圾收集点满溢",
                )
            )
        )
        when = worded(dice) if dice.chance(0.4) else dated(dice)
        need, made = measure(dice)
        area = dice.pick(dice.counties)
        blocks += [
            Para(f"【{head.format(m=month, d=last, n=labels.chinese(number))}】"),
            Para(f"【点位名称】{name}"),
            Para(f"【所属区域】{area}"),
            Para(f"【主管单位】{units}"),
            Para("【存在问题】"),
            Para(task.printed["problem"]),
            Para("【整改要求】"),
            Para(need),
            Para(f"【整改期限】{when['raw']}"),
        ]
        site = {"name": name}
        task.truth |= {
            "responsible_units": names,
            "deadline": when,
            "measures": [made],
            "sites": [site],
            "remarks": f"所属区域:{area}",
        }
        items.append(task.truth)
    return Variant("point bulletin", blocks, items)


def sections(dice: Dice) -> Variant:
    """A result in four sections: task, target, measures, what was done."""
    number = dice.number(2, 60)
    task = make(dice, str(number), ("target", "measures", "progress"))
    colon = dice.pick(("", "", ":"))
    names = dice.pick(
        (
            ("中央环境保护督察反馈意见整改任务", "整改目标", "整改措施", "整改主要工作及成效"),
            ("反馈问题", "整改目标", "整改措施", "整改完成情况"),
            ("整改任务", "目标任务", "主要措施", "整改成效"),
        )
    )
    measure_number = dice.pick((labels.PARENS[0], labels.POINTS[0], labels.MEASURES[0]))
    listed = [
        Para(measure_number(place) + text) for place, text in enumerate(task.measures, start=1)
    ]
    progress = dice.some(words.PROGRESS, 2, 3)
    done = [measure_number(place) + text for place, text in enumerate(progress, start=1)]
    task.truth |= {"progress": "".join(done), "status": None}
    counted = [
        f"{labels.chinese(place)}、{name}{colon}" for place, name in enumerate(names, start=1)
    ]
    blocks: list[Block] = [
        Para(f"第{number}项整改任务整改结果公示" if dice.chance(0.5) else f"{dice.city}市第{labels.chinese(number)}项整改任务整改情况", title=True),
        Para(counted[0]), Para(task.printed["problem"]), Para(counted[1]), Para(task.printed["target"]), Para(counted[2]), *listed,
        Para(counted[3]), *(Para(text) for text in done),
    ]  # fmt: skip
    return Variant("four sections", blocks, [task.truth], "")
