"""Petition cases: the published tables, the long ledger, forms, a newspaper's flattened text."""

from benchmarks.variants import words
from benchmarks.variants.families.tables import grid
from benchmarks.variants.labels import chinese
from benchmarks.variants.paper import Variant
from benchmarks.variants.truth import Dice, Item

TYPES = ("水", "大气", "土壤", "生态", "辐射", "噪声", "海洋", "其他")
PRINTED = {"噪声": ("噪声", "噪音"), "其他": ("其他", "其它")}
VERDICTS = (("属实", "yes"), ("部分属实", "partly"), ("基本属实", "largely"), ("不属实", "no"))
STATUSES = (
    ("已办结", "concluded"),
    ("阶段性办结", "phase_concluded"),
    ("未办结", "in_progress"),
    ("正在办理", "in_progress"),
)
CHANNELS = {"D": "call", "X": "letter"}


def case(dice: Dice, sequence: int, *, spread: str = "、") -> tuple[dict[str, str], Item]:
    """What one case says in print, and what is true of it."""
    letter, area = dice.pick("DX"), dice.pick(dice.counties)
    number = f"{letter}{dice.pick((2, 3))}{dice.pick(('JL', 'HN', 'DL'))}20{dice.number(21, 25)}{dice.number(1, 12):02}{dice.number(1, 28):02}{dice.number(1, 99):04}"
    types = dice.random.sample(TYPES, dice.pick((1, 1, 1, 2, 2, 3)))
    printed = [
        dice.pick(PRINTED.get(each, (each,)))
        + dice.pick(("", "", "污染")) * (len(types) == 1 and each not in ("其他", "生态"))
        for each in types
    ]
    (handling, deeds), (accountability, held) = (
        dice.pick(words.HANDLINGS),
        dice.pick(words.ACCOUNTS),
    )
    money = dice.pick(("0.5", "2", "4.6", "10", "12.8"))
    counts = {key: value for key, value in {**deeds, **held}.items() if key != "fine"}
    if "fine" in deeds:
        counts["fine_fen"] = round(float(money) * 1_000_000)
    marked = dice.chance(0.15)
    text = {
        "sequence": str(sequence), "number": number + ("*" if marked else ""), "area": area, "content": dice.pick(words.CONTENTS).format(area=area, town=dice.pick(words.TOWNS), river=dice.pick(words.RIVERS)),
        "pollution_types": spread.join(printed), "investigation": dice.say(dice.pick(words.INVESTIGATIONS)),
        "handling": handling.format(w=money), "accountability": accountability, "target": dice.pick(words.GOALS),
    }  # fmt: skip
    truth: Item = {key: text[key] for key in ("area", "content", "investigation", "handling")}
    truth |= {
        "number": number,
        "sequence": str(sequence),
        "priority": marked,
        "channel": CHANNELS[letter],
        "pollution_types": types,
        "counts": counts,
    }
    truth["accountability"] = None if accountability == "——" else accountability
    (text["substantiated"], truth["substantiated"]), (text["status"], truth["status"]) = (
        dice.pick(VERDICTS),
        dice.pick(STATUSES),
    )
    return text, truth


NAMES = {
    "sequence": ("序号",),
    "number": ("受理编号", "受理编号", "举报编号", "信访编号", "受理\n编号"),
    "content": ("交办问题基本情况", "交办问题基本情况", "举报内容", "反映问题", "群众反映问题", "交办问题\n基本情况"),
    "area": ("行政区域", "行政区域", "所属县区", "所在地区", "行政\n区域"),
    "pollution_types": ("污染类型", "问题类型", "污染类别", "举报类型"),
    "investigation": ("调查核实情况", "调查核实情况", "核查情况", "现场核查情况"),
    "substantiated": ("是否属实", "是否\n属实", "属实情况"),
    "target": ("办结目标", "整改目标"),
    "handling": ("处理和整改情况", "处理和整改情况", "处理及整改情况", "整改情况"),
    "status": ("是否办结", "是否办结", "办结情况", "办理状态"),
    "accountability": ("责任人被处理情况", "责任人被处理情况", "问责情况", "责任人处理情况"),
}  # fmt: skip
TEN = (
    "sequence",
    "number",
    "content",
    "area",
    "pollution_types",
    "investigation",
    "substantiated",
    "handling",
    "status",
    "accountability",
)
ELEVEN = (*TEN[:7], "target", *TEN[7:])


def _table(dice: Dice, family: str, columns: tuple[str, ...]) -> Variant:
    names = {key: dice.pick(found) for key, found in NAMES.items()}
    order = list(columns)
    if dice.chance(0.2):
        rest = order[2:]
        dice.random.shuffle(rest)
        order[2:] = rest
    spread = dice.pick(("、", "、", ",", "，", "/", ";"))
    rows, items = [], []
    for sequence in range(1, dice.number(3, 9)):
        text, truth = case(dice, sequence, spread=spread)
        rows.append([text[name] for name in order])
        if "target" in columns:
            truth["target"] = text["target"]
        items.append(truth)
    table = grid(dice, [names[name] for name in order], rows, titled=0)
    table.titles, batch = _title(dice)
    table.notes = []
    for item in items:
        item["batch"] = batch
    return Variant(family, [table], items, "cases")


def _title(dice: Dice) -> tuple[list[str], Item | None]:
    roll = dice.number(1, 3)
    if roll == 1:
        return [], None
    if roll == 2:
        return [f"{dice.city}市群众信访举报转办和边督边改公开情况一览表"], None
    number = dice.number(2, 30)
    when = f"2021年{dice.number(4, 9)}月{dice.number(1, 28)}日"
    year, month, last = (
        "2021",
        *[int(part) for part in when.removeprefix("2021年").removesuffix("日").split("月")],
    )
    return [f"群众信访举报转办和边督边改公开情况一览表(第{chinese(number)}批 {when})"], {
        "number": number,
        "date": f"{year}-{month:02}-{last:02}",
    }


def ten(dice: Dice) -> Variant:
    return _table(dice, "cases, ten columns", TEN)


def eleven(dice: Dice) -> Variant:
    return _table(dice, "cases, eleven columns", ELEVEN)


def form_2017(dice: Dice) -> Variant:
    """Plain numbers; the remarks say whether the case is concluded."""
    header = [
        "序号",
        "受理编号",
        "行政区域",
        "交办问题基本情况",
        "污染类型",
        "调查核实情况",
        "是否属实",
        "处理和整改情况",
        "问责情况",
        "备注",
    ]
    rows, items = [], []
    for sequence in range(dice.number(1, 30), 33):
        text, truth = case(dice, sequence)
        number = f"2017{dice.number(4, 9):02}{dice.number(1, 28):02}{dice.number(1, 99):02}"
        truth |= {"number": number, "priority": False, "channel": None}
        rows.append(
            [
                text["sequence"],
                number,
                *(
                    text[name]
                    for name in (
                        "area",
                        "content",
                        "pollution_types",
                        "investigation",
                        "substantiated",
                        "handling",
                        "accountability",
                        "status",
                    )
                ),
            ]
        )
        items.append(truth)
        if len(rows) > 7:
            break
    return Variant("cases, form of 2017", [grid(dice, header, rows, titled=0)], items, "cases")


LEDGER = (
    "原始排序编码", "受理编号", "交办问题基本情况", "行政区域", "污染类型", "督察期间调查核实情况", "是否属实", "整改目标及整改措施", "督察期间处理情况", "最新整改情况", "办结状态",
    "责令整改(家次)", "罚款金额(万元)", "是否重点件", "挂钩省市县领导情况", "牵头责任单位", "联络人", "联系电话", "所属网格", "网格员", "网格员手机号码", "轮次", "是否重复",
    "重复关联件编号", "验收情况", "合并编号", "立案处罚(家次)", "立案侦查(件次)", "行政拘留(人次)", "刑事拘留(人次)", "约谈(人次)", "问责(人次)", "问责情况",
)  # fmt: skip
COUNTS = {
    "责令整改(家次)": "ordered", "立案处罚(家次)": "penalty_cases", "立案侦查(件次)": "criminal", "行政拘留(人次)": "admin_detained", "刑事拘留(人次)": "criminally_detained",
    "约谈(人次)": "interviewed", "问责(人次)": "held_accountable",
}  # fmt: skip
INTERNAL = (
    ("已销号", "closed"),
    ("已办结", "concluded"),
    ("阶段性办结", "phase_concluded"),
    ("已办结验收中", "concluded"),
    ("已验收销号", "closed"),
    ("待办", "in_progress"),
)


def ledger(dice: Dice) -> Variant:
    """Thirty-three columns, counts in their own."""
    rows, items = [], []
    for sequence in range(1, dice.number(3, 8)):
        text, truth = case(dice, sequence)
        status, word = dice.pick(INTERNAL)
        unit = f"{truth['area']}政府"
        repeated = items[-1]["number"] if items and dice.chance(0.3) else ""
        marked = dice.chance(0.3)
        counts = {label: dice.pick(("", "0", "1", "2")) for label in COUNTS}
        fine = dice.pick(("", "0", "10", "4.6"))
        values = {
            "原始排序编码": text["sequence"], "受理编号": truth["number"], "交办问题基本情况": text["content"], "行政区域": text["area"], "污染类型": text["pollution_types"],
            "督察期间调查核实情况": text["investigation"], "是否属实": text["substantiated"], "整改目标及整改措施": text["target"], "督察期间处理情况": "责令改正。", "最新整改情况": "正在推进",
            "办结状态": status, "罚款金额(万元)": fine, "是否重点件": "是" if marked else "否", "牵头责任单位": unit, "轮次": "第二轮", "是否重复": "是" if repeated else "否",
            "重复关联件编号": repeated, **counts,
        }  # fmt: skip
        truth |= {
            "status": word, "units": [unit], "priority": marked, "repeats": [repeated] if repeated else [], "target": text["target"], "handling": "责令改正。", "accountability": None,
            "counts": {COUNTS[label]: int(value) for label, value in counts.items() if value} | ({"fine_fen": round(float(fine) * 1_000_000)} if fine else {}),
        }  # fmt: skip
        rows.append([values.get(label, "") for label in LEDGER])
        items.append(truth)
    return Variant(
        "cases, 33 columns", [grid(dice, list(LEDGER), rows, titled=0.3)], items, "cases"
    )
