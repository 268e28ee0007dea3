"""Lists in running text: each item a number, a problem, and labels with their values."""

from collections.abc import Callable, Sequence

from benchmarks.variants import labels, words
from benchmarks.variants.families.frame import framed
from benchmarks.variants.paper import Block, Para, Variant
from benchmarks.variants.tasks import Task, make
from benchmarks.variants.truth import Dice

Number = Callable[[int], str]
USUAL = ("responsible_units", "supervising_units", "deadline", "target", "measures")


def fields_of(dice: Dice, usual: Sequence[str] = USUAL, *, shuffle: float = 0.3) -> list[str]:
    """The fields that a document states, in its order; measures last in most."""
    chosen = [
        name
        for name in usual
        if name in ("responsible_units", "lead_units", "deadline") or dice.chance(0.85)
    ]
    if dice.chance(shuffle):
        short = [name for name in chosen if not name.endswith("measures")]
        dice.random.shuffle(short)
        chosen = short + [name for name in chosen if name.endswith("measures")]
    return chosen


def measure_lines(dice: Dice, task: Task, label: str, count: Number) -> list[Block]:
    """The label alone and a paragraph for each measure, or all of them behind the label."""
    numbered = [count(place) + text for place, text in enumerate(task.measures, start=1)]
    if dice.chance(0.45):
        return [Para(label + "".join(numbered))]
    return [Para(label), *(Para(text) for text in numbered)]


def labelled(dice: Dice, task: Task, fields: Sequence[str], style: "Style") -> list[Block]:
    found: list[Block] = []
    for name in fields:
        label = style.label(name)
        if name in ("measures", "own_measures"):
            found += measure_lines(dice, task, label, style.measure)
        elif name in task.printed:
            found.append(Para(label + task.printed[name]))
    return found


class Style:
    """How one document prints its labels and numbers."""

    def __init__(
        self, dice: Dice, items: Sequence[Number], measures: Sequence[Number] = ()
    ) -> None:
        self.names = labels.chosen(dice)
        self.colon = dice.pick((":", "：", ":", "："))
        self.bracket = dice.pick(("【{}】", "[{}]", "〔{}〕", "【{}】:", "【{}】"))
        self.item = dice.pick(items)
        self.measure = dice.pick(measures or labels.MEASURES)
        self.bracketed = False
        self.spaced = dice.chance(0.06)

    def label(self, name: str) -> str:
        word = self.names["measures" if name == "own_measures" else name]
        if self.bracketed:
            return self.bracket.format(word)
        return (" ".join(word) if self.spaced else word) + self.colon


def headings(dice: Dice) -> Variant:
    """一、…方面, (一)类, 1.problem, one label a line."""
    style = Style(dice, labels.ITEMS)
    fields = fields_of(dice)
    blocks: list[Block] = []
    items = []
    aspects = dice.random.sample(words.ASPECTS, dice.number(1, 3))
    with_categories, number, part = dice.chance(0.75), 0, 0
    suffix = dice.pick(("方面", "方面", ""))
    for place, aspect in enumerate(aspects, start=1):
        name = aspect + suffix
        blocks.append(
            Para(name, f"{labels.chinese(place)}、", ("aspect", "chineseCounting", "%1、"))
        )
        categories = (
            dice.random.sample(words.CATEGORIES, dice.number(1, 2)) if with_categories else [None]
        )
        for category in categories:
            if category:
                part += 1
                blocks.append(
                    Para(
                        category,
                        f"({labels.chinese(part)})",
                        ("category", "chineseCounting", "(%1)"),
                    )
                )
            for _ in range(dice.number(1, 3)):
                number += 1
                task = make(dice, str(number), fields)
                task.truth |= {"aspect": name, "category": category}
                items.append(task.truth)
                blocks.append(_headed(task, style.item(number)))
                blocks += labelled(dice, task, fields, style)
    return Variant("headings", framed(dice, blocks), items, folded=True)


def _headed(task: Task, head: str) -> Para:
    pattern = head.replace(task.truth["number"], "%1").strip()
    return Para(task.printed["problem"], head, ("item", "decimal", pattern))


def _flat(
    dice: Dice, style: Style, fields: Sequence[str], first: int | None = None
) -> tuple[list[Block], list[dict]]:
    blocks: list[Block] = []
    items = []
    start = first or dice.pick((1, 1, 1, 5, 12))
    for number in range(start, start + dice.number(2, 6)):
        task = make(dice, str(number), fields)
        items.append(task.truth)
        blocks.append(Para(task.printed["problem"], style.item(number)))
        blocks += labelled(dice, task, fields, style)
    return blocks, items


def numbered(dice: Dice) -> Variant:
    """问题一:problem, one label a line, no headings."""
    style = Style(dice, labels.TASKS)
    blocks, items = _flat(dice, style, fields_of(dice))
    return Variant("numbered", framed(dice, blocks), items, folded=True)


def brackets(dice: Dice) -> Variant:
    """【label】value."""
    style = Style(dice, [*labels.ITEMS, *labels.TASKS])
    style.bracketed = True
    blocks, items = _flat(dice, style, fields_of(dice))
    return Variant("brackets", framed(dice, blocks), items, folded=True)


def inline(dice: Dice) -> Variant:
    """Number, problem, and several labels in one line."""
    style = Style(dice, [*labels.ITEMS, *labels.TASKS, *labels.PARENS])
    style.spaced = False
    fields = fields_of(dice, ("responsible_units", "supervising_units", "deadline", "target"))
    separator = dice.pick((";", "；", " ", "  ", "。", ";"))
    on_one_line = dice.chance(0.6)
    blocks: list[Block] = []
    items = []
    for number in range(1, dice.number(3, 7)):
        task = make(dice, str(number), fields)
        if not task.printed["problem"].endswith("。") and on_one_line:
            task.printed["problem"] += "。"
            task.truth["problem"] += "。"
        items.append(task.truth)
        parts = [style.label(name) + task.printed[name].rstrip("。") for name in fields]
        tail = separator.join(parts)
        head = style.item(number)
        if on_one_line:
            blocks.append(Para(task.printed["problem"] + tail, head))
        else:
            blocks += [Para(task.printed["problem"], head), Para(tail)]
    return Variant("inline", framed(dice, blocks), items)


def parenthesised(dice: Dice) -> Variant:
    """Problem(责任单位:…;整改时限:…)."""
    style = Style(dice, [*labels.ITEMS, *labels.PARENS, *labels.TASKS])
    style.spaced = False
    fields = fields_of(dice, ("responsible_units", "supervising_units", "deadline"))
    blocks: list[Block] = []
    items = []
    for number in range(1, dice.number(3, 7)):
        task = make(dice, str(number), fields)
        items.append(task.truth)
        inside = ";".join(style.label(name) + task.printed[name] for name in fields)
        blocks.append(Para(f"{task.printed['problem']}({inside})", style.item(number)))
    return Variant("parenthesised", framed(dice, blocks), items)


def own_measures(dice: Dice) -> Variant:
    """Measures each with its own unit and date in brackets."""
    style = Style(dice, labels.ITEMS)
    fields = fields_of(dice, ("responsible_units", "deadline", "target", "own_measures"))
    if "own_measures" not in fields:
        fields.append("own_measures")
    blocks, items = _flat(dice, style, fields)
    return Variant("measures with owners", framed(dice, blocks), items, folded=True)


def acceptance(dice: Dice) -> Variant:
    """Third round: who carries out, who supervises, who accepts."""
    style = Style(dice, labels.ITEMS, labels.POINTS if dice.chance(0.5) else labels.MEASURES)
    usual = (
        "responsible_units",
        "supervising_units",
        "acceptance_units",
        "target",
        "deadline",
        "measures",
    )
    blocks: list[Block] = []
    category = dice.pick(words.CATEGORIES)
    blocks.append(Para(category, f"({labels.chinese(dice.number(1, 9))})"))
    fields = fields_of(dice, usual)
    if style.measure in labels.POINTS and "measures" in fields:
        style.measure = labels.MEASURES[0]
    listed, items = _flat(dice, style, fields)
    for item in items:
        item["category"] = category
    return Variant("acceptance units", framed(dice, [*blocks, *listed]), items, folded=True)
