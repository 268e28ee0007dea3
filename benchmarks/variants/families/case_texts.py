"""Petition cases outside tables: forms, a newspaper's flattened text, records of a province."""

from benchmarks.variants.families.cases import NAMES, TEN, TYPES, case
from benchmarks.variants.paper import Block, Para, Variant
from benchmarks.variants.truth import Dice


def forms(dice: Dice) -> Variant:
    """Labels with colons, one case after another."""
    labels = {key: dice.pick(found).replace("\n", "") for key, found in NAMES.items()}
    colon = dice.pick(":：")
    order = [name for name in TEN if name != "sequence"]
    blocks: list[Block] = []
    items = []
    for sequence in range(1, dice.number(2, 5)):
        text, truth = case(dice, sequence)
        blocks += [Para(f"{labels[name]}{colon}{text[name]}") for name in order]
        truth["sequence"] = None
        items.append(truth)
    return Variant("cases, forms", blocks, items, "cases")


def newspaper(dice: Dice) -> Variant:
    """The cells of a table one behind the other, no separators."""
    header = "序号受理编号交办问题基本情况行政区域问题类型调查核实情况是否属实办结目标处理和整改情况是否办结责任人被处理情况"
    run = ""
    items = []
    for sequence in range(1, dice.number(3, 6)):
        text, truth = case(dice, sequence)
        place = f"{dice.city}市{truth['area']}"
        types = dice.pick(TYPES[:6])
        goal, accountability = (
            dice.pick(("3月底前完成治理并验收。", "厂界噪声达标。", "恢复植被并验收。")),
            dice.pick(("无", "约谈2人", "批评教育1人")),
        )
        said = "无" if accountability == "无" else accountability
        for name in ("content", "investigation", "handling"):
            if not text[name].endswith("。"):
                text[name] += "。"
                truth[name] = text[name]
        run += f"{sequence}{text['number']}{text['content']}{place}{types}{text['investigation']}{text['substantiated']}{goal}{text['handling']}{text['status']}{said}"
        held = {
            "无": {"held_accountable": 0},
            "约谈2人": {"interviewed": 2},
            "批评教育1人": {"held_accountable": 1},
        }[said]
        counts = {
            key: value
            for key, value in truth["counts"].items()
            if key not in ("held_accountable", "interviewed")
        }
        truth |= {
            "area": place,
            "pollution_types": [types],
            "target": goal,
            "accountability": said,
            "counts": counts | held,
        }
        items.append(truth)
    blocks: list[Block] = [
        Para("群众信访举报转办和边督边改公开情况一览表", title=True),
        Para(header + run),
    ]
    return Variant("cases, newspaper", blocks, items, "cases")


def provincial(dice: Dice) -> Variant:
    """16-10: batch and number of the province, labels in sentences."""
    blocks: list[Block] = []
    items = []
    for sequence in range(1, dice.number(3, 6)):
        text, truth = case(dice, sequence)
        batch, order = dice.number(2, 30), dice.number(1, 40)
        source, channel = dice.pick((("微信举报", "wechat"), ("来电", "call"), ("来信", "letter")))
        types = dice.random.sample(("水", "垃圾", "扬尘", "生态", "油烟"), dice.number(1, 2))
        investigation = f"{text['substantiated']}。"
        blocks += [
            Para(f"省环保督察组交办信访件{batch}-{order}处理情况"),
            Para(
                f"举报内容:{text['content'].rstrip('。')}。污染类型:{'、'.join(f'{each}污染' for each in types)}。来源:{source}"
            ),
            Para(f"核实情况:{investigation}处理情况:{text['handling']}办理结果:{text['status']}"),
        ]
        counts = {
            key: value
            for key, value in truth["counts"].items()
            if key not in ("held_accountable", "interviewed")
        }
        truth |= {
            "number": f"{batch}-{order}", "channel": channel, "pollution_types": types, "investigation": investigation, "sequence": None, "priority": False, "area": None, "accountability": None,
            "batch": {"number": batch}, "counts": counts,
        }  # fmt: skip
        items.append(truth)
    return Variant("cases, provincial", blocks, items, "cases")
