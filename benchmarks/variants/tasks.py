"""One true task: what it says in print, field by field, beside what reading it must yield."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.variants import words
from benchmarks.variants.truth import Dice, Item, any_deadline, dated, deadline
from benchmarks.variants.units import phrase, plain

STATUSES = (
    ("未达到序时进度", "behind_schedule"), ("达到序时进度", "on_schedule"), ("超过序时进度", "ahead_of_schedule"),
    ("完成整改", "completed"), ("已完成", "completed"), ("已销号", "closed"), ("整改中", None), ("正在推进", None),
    ("尚未启动", "not_started"), ("完成交账销号", "closed"), ("已完成整改", "completed"),
)  # fmt: skip
OPENINGS = (
    ("已完成整改。", "completed"), ("已完成,长期坚持。", "completed"), ("达到序时进度。", "on_schedule"), ("未达到序时进度。", "behind_schedule"),
    ("正在整改。", None), ("已完成整改并销号。", "closed"), ("尚未启动。", "not_started"), ("", None), ("", None),
)  # fmt: skip


@dataclass
class Task:
    """`printed` holds the words of each field, `measures` the words of each measure."""

    truth: Item
    printed: dict[str, str] = field(default_factory=dict)
    measures: list[str] = field(default_factory=list)


Maker = Callable[[Dice, Task], None]


def make(dice: Dice, number: str, fields: Sequence[str]) -> Task:
    problem = dice.say(dice.pick(words.PROBLEMS))
    task = Task({"number": number, "problem": problem}, {"problem": problem, "number": number})
    for name in fields:
        FIELDS[name](dice, task)
    return task


def _units(name: str) -> Maker:
    def make_units(dice: Dice, task: Task) -> None:
        made = plain if name in ("supervising_units", "acceptance_units") else phrase
        task.printed[name], task.truth[name] = made(dice)

    return make_units


def _deadline(dice: Dice, task: Task) -> None:
    task.truth["deadline"] = any_deadline(dice)
    task.printed["deadline"] = task.truth["deadline"]["raw"]


def _target(dice: Dice, task: Task) -> None:
    task.printed["target"] = task.truth["target"] = dice.say(dice.pick(words.TARGETS))


def _measures(dice: Dice, task: Task) -> None:
    made = [measure(dice) for _ in range(dice.number(2, 5))]
    made = list({truth["text"]: (text, truth) for text, truth in made}.values())
    task.measures = [text for text, _ in made]
    task.truth["measures"] = [truth for _, truth in made]


def _own(dice: Dice, task: Task) -> None:
    """Measures each with a unit and a date in brackets."""
    made = [owned(dice) for _ in range(dice.number(2, 5))]
    made = list({truth["text"]: (text, truth) for text, truth in made}.values())
    task.measures = [text for text, _ in made]
    task.truth["measures"] = [truth for _, truth in made]


def measure(dice: Dice) -> tuple[str, Item]:
    """A measure with a date in its sentence, or without one."""
    if dice.chance(0.65):
        text = dice.say(dice.pick(words.MEASURES))
        return text, {"text": text, "units": [], "deadline": None}
    when = dated(dice)
    while not when["raw"].endswith("前"):
        when = dated(dice)
    work = dice.say(dice.pick(words.WORKS))
    text = dice.pick(
        (f"{when['raw']},{work}。", f"{when['raw']}{work}。", f"{work},{when['raw']}完成。")
    )
    return text, {"text": text, "units": [], "deadline": when}


def owned(dice: Dice) -> tuple[str, Item]:
    """A measure that names its unit and its date in brackets at its end."""
    text = dice.say(dice.pick(words.MEASURES))
    units, names = phrase(dice, most=2)
    when = dated(dice) if dice.chance(0.8) else deadline("长期坚持", "sustained", sustained=True)
    label = dice.pick(("责任单位", "责任单位", "牵头单位"))
    time = dice.pick(("时限", "完成时限", "整改时限"))
    inside = f"({label}:{units};{time}:{when['raw']})"
    printed = text + inside if dice.chance(0.6) else text.rstrip("。") + inside + "。"
    return printed, {"text": text, "units": names, "deadline": when}


def _progress(dice: Dice, task: Task) -> None:
    opening, status = ("", None) if "status" in task.truth else dice.pick(OPENINGS)
    text = opening + "".join(dice.some(words.PROGRESS, 1, 2))
    task.printed["progress"] = task.truth["progress"] = text
    if status and "status" not in task.truth:
        task.truth["status"] = status


def _status(dice: Dice, task: Task) -> None:
    task.printed["status"], task.truth["status"] = dice.pick(STATUSES)


def _percent(dice: Dice, task: Task) -> None:
    task.printed["percent"] = task.truth["percent"] = f"{dice.number(5, 100)}%"


def _lamp(dice: Dice, task: Task) -> None:
    lamps = (
        ("蓝签", "blue"),
        ("黄牌", "yellow"),
        ("红灯", "red"),
        ("绿灯", "green"),
        ("红牌", "red"),
        ("黄灯", "yellow"),
    )
    task.printed["lamp"], task.truth["lamp"] = dice.pick(lamps)


def _said(name: str, texts: Sequence[str]) -> Maker:
    def say(dice: Dice, task: Task) -> None:
        text = dice.pick(texts)
        task.printed[name] = text
        task.truth[name] = None if text == "——" else text

    return say


FIELDS = {
    "responsible_units": _units("responsible_units"),
    "lead_units": _units("lead_units"),
    "cooperating_units": _units("cooperating_units"),
    "supervising_units": _units("supervising_units"),
    "acceptance_units": _units("acceptance_units"),
    "deadline": _deadline,
    "target": _target,
    "measures": _measures,
    "own_measures": _own,
    "progress": _progress,
    "status": _status,
    "percent": _percent,
    "lamp": _lamp,
    "difficulty": _said("difficulty", (*words.DIFFICULTIES, "无")),
    "next_step": _said("next_step", words.NEXT_STEPS),
    "remarks": _said("remarks", ("需上级协调", "已列入年度计划", "——", "每月调度")),
}
