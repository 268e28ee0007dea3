"""Tables of tasks: a header, a row for each task, measure or site."""

from collections.abc import Sequence

from benchmarks.variants import labels, words
from benchmarks.variants.paper import Block, Grid, Para, Variant
from benchmarks.variants.tasks import Task, make
from benchmarks.variants.truth import Dice, dated
from benchmarks.variants.units import phrase


def grid(dice: Dice, header: list[str], rows: list[list[str]], *, titled: float = 0.6) -> Grid:
    """A table with the title and notes that offices put around it."""
    titles = [dice.say(dice.pick(words.TITLES))] if dice.chance(titled) else []
    if titles and dice.chance(0.25):
        titles.append(
            dice.pick(
                (
                    f"填报单位:{dice.city}市整改办",
                    f"截至{dice.base}年{dice.number(1, 12)}月底",
                    "单位:项",
                )
            )
        )
    notes = (
        [
            dice.pick(
                (
                    "注:本表每月25日前报送。",
                    "备注:完成时限以省方案为准。",
                    "填表人:卫某  审核人:沈某",
                )
            )
        ]
        if dice.chance(0.15)
        else []
    )
    return Grid(header, rows, titles, notes)


def _cell(dice: Dice, task: Task, name: str) -> str:
    if name in ("measures", "own_measures"):
        return listed(dice, task.measures)
    return task.printed.get(name, "")


def listed(dice: Dice, texts: Sequence[str]) -> str:
    """Numbered measures in one cell, one behind or below the other."""
    count = dice.pick((*labels.POINTS, *labels.MEASURES[:2]))
    joint = dice.pick(("", " ", "\n", "\n"))
    return joint.join(count(place) + text for place, text in enumerate(texts, start=1))


def _columns(dice: Dice, names: Sequence[str], *, shuffle: float = 0.2) -> list[str]:
    columns = list(names)
    if dice.chance(shuffle):
        rest = columns[2:]
        dice.random.shuffle(rest)
        columns[2:] = rest
    return columns


def tasks_of(dice: Dice, columns: Sequence[str], low: int = 2, high: int = 8) -> list[Task]:
    fields = [name for name in columns if name not in ("number", "problem")]
    start = dice.pick((1, 1, 1, 6))
    return [
        make(dice, str(number), fields) for number in range(start, start + dice.number(low, high))
    ]


def _blank(dice: Dice, tasks: Sequence[Task], names: Sequence[str]) -> None:
    """Some cells say nothing."""
    for task in tasks:
        for name in names:
            if name in task.truth and dice.chance(0.08):
                task.printed[name], task.truth[name] = dice.pick(("", "", "/", "—")), None


def table_of(dice: Dice, family: str, columns: Sequence[str], tasks: Sequence[Task]) -> Variant:
    names = labels.chosen(dice)
    header = [names[name] for name in columns]
    rows = [[_cell(dice, task, name) for name in columns] for task in tasks]
    return Variant(family, [grid(dice, header, rows)], [task.truth for task in tasks])


def usual(dice: Dice) -> Variant:
    """Number, problem, units, deadline, target, measures: any of these columns."""
    optional = [
        name
        for name in ("target", "measures", "supervising_units", "acceptance_units", "remarks")
        if dice.chance(0.55)
    ]
    columns = _columns(dice, ["number", "problem", "responsible_units", "deadline", *optional])
    tasks = tasks_of(dice, columns)
    _blank(dice, tasks, ("target", "remarks"))
    return table_of(dice, "table", columns, tasks)


def county(dice: Dice) -> Variant:
    """Seven columns of a county: 序号8(市序号9), target, measures, progress, units, deadline."""
    columns = [
        "number",
        "problem",
        "target",
        "measures",
        "progress",
        "responsible_units",
        "deadline",
    ]
    tasks = tasks_of(dice, columns, 2, 5)
    for task in tasks:
        city = dice.number(1, 40)
        form = dice.pick(("序号{n}(市序号{c})", "序号{n}（市序号{c}）", "{n}(市{c})", "{n}"))
        task.printed["number"] = form.format(n=task.truth["number"], c=city)
        if "c" in form:
            task.truth["other_numbers"] = [{"level": "city", "number": str(city)}]
    variant = table_of(dice, "county table", columns, tasks)
    table = variant.blocks[0]
    wanted = ("问题序号", "具体内容", "整改目标", "整改措施", "完成情况", "责任单位", "完成时限")
    if dice.chance(0.5):
        table.header = [dice.pick((name, name, f"{name[:2]} {name[2:]}")) for name in wanted]
    return variant


def grouped(dice: Dice) -> Variant:
    """Rows over the whole width head the rows below: 一、…方面, (一)…"""
    columns = _columns(dice, ["number", "problem", "responsible_units", "deadline", "measures"])
    names = labels.chosen(dice)
    rows: list[list[str]] = []
    items = []
    number = 0
    wide = []
    categories = dice.chance(0.6)
    for place, aspect in enumerate(dice.random.sample(words.ASPECTS, dice.number(2, 3)), start=1):
        name = aspect + "方面"
        wide.append(len(rows) + 1)
        rows.append([f"{labels.chinese(place)}、{name}", *[""] * (len(columns) - 1)])
        category = dice.pick(words.CATEGORIES) if categories else None
        if category:
            wide.append(len(rows) + 1)
            rows.append([f"({labels.chinese(place)}){category}", *[""] * (len(columns) - 1)])
        for _ in range(dice.number(1, 3)):
            number += 1
            task = make(
                dice, str(number), [each for each in columns if each not in ("number", "problem")]
            )
            task.truth |= {"aspect": name, "category": category}
            items.append(task.truth)
            rows.append([_cell(dice, task, each) for each in columns])
    table = grid(dice, [names[each] for each in columns], rows)
    table.spans = [(row, 0, row, len(columns) - 1) for row in wide]
    return Variant("group rows", [table], items)


def merged_columns(dice: Dice) -> Variant:
    """方面 and 类别 stand in columns, merged over their rows."""
    columns = ["number", "aspect", "category", "problem", "responsible_units", "deadline"]
    names = labels.chosen(dice)
    rows: list[list[str]] = []
    items = []
    spans = []
    number = 0
    for aspect in dice.random.sample(words.ASPECTS, dice.number(1, 3)):
        first = len(rows) + 1
        for category in dice.random.sample(words.CATEGORIES, dice.number(1, 2)):
            start = len(rows) + 1
            for _ in range(dice.number(1, 3)):
                number += 1
                task = make(dice, str(number), ("responsible_units", "deadline"))
                task.truth |= {"aspect": aspect, "category": category}
                shown = [
                    aspect if len(rows) + 1 == first else "",
                    category if len(rows) + 1 == start else "",
                ]
                rows.append(
                    [
                        str(number),
                        *shown,
                        task.printed["problem"],
                        task.printed["responsible_units"],
                        task.printed["deadline"],
                    ]
                )
                items.append(task.truth)
            spans += [(start, 2, len(rows), 2)] if len(rows) > start else []
        spans += [(first, 1, len(rows), 1)] if len(rows) > first else []
    table = grid(dice, [names[each] for each in columns], rows)
    table.spans, table.serials = spans, True
    return Variant("aspect columns", [table], items)


def measure_rows(dice: Dice) -> Variant:
    """One row a measure; number, problem and target merged over the rows of a task."""
    header = [
        "序号", dice.pick(labels.NAMES["problem"]), "整改目标", "整改措施", dice.pick(("措施责任单位", "措施牵头单位")),
        dice.pick(("措施完成时限", "措施时限")),
    ]  # fmt: skip
    rows, items, spans = [], [], []
    for number in range(1, dice.number(3, 5)):
        task = make(dice, str(number), ("target",))
        task.truth["measures"] = []
        shown = [str(number), task.printed["problem"], task.printed["target"]]
        first = len(rows) + 1
        for text in dice.some(words.MEASURES, 2, 4):
            units, names = phrase(dice, most=2, wildcard=False)
            when = dated(dice)
            rows.append([*shown, text, units, when["raw"]])
            task.truth["measures"].append({"text": text, "units": names, "deadline": when})
            shown = ["", "", ""]
        spans += [(first, column, len(rows), column) for column in range(3)]
        items.append(task.truth)
    table = grid(dice, header, rows)
    table.spans = spans
    return Variant("measure rows", [table], items)


def headless(dice: Dice) -> Variant:
    """Rows without a header: number, problem, type, labelled units, date."""
    title: list[Block] = [
        Para(dice.pick(("黄河流域警示片问题整改清单", "突出生态环境问题整改清单")), title=True)
    ]
    rows, items = [], []
    kinds = dice.chance(0.7)
    for number in range(1, dice.number(3, 6)):
        task = make(dice, str(number), ())
        units, names = phrase(dice, most=2, wildcard=False)
        when = dated(dice)
        kind = dice.pick(("立行立改类", "限期整改类", "长期坚持类"))
        rows.append(
            [
                str(number),
                task.printed["problem"].rstrip("。"),
                *([kind] if kinds else []),
                f"责任单位:{units}",
                when["raw"],
            ]
        )
        task.truth |= {
            "problem": rows[-1][1],
            "responsible_units": names,
            "deadline": when,
            "remarks": kind if kinds else None,
        }
        items.append(task.truth)
    return Variant("typed rows", [*title, Grid([], rows)], items)
